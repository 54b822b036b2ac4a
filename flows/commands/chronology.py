"""``dateline chronology``: every event in the order of its days."""

from __future__ import annotations

import argparse

from flows.options import add_format, add_warehouse
from flows.printing import print_rows
from flows.reading import open_warehouse

NAME = "chronology"
HELP = "print every event in the order of its days"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``chronology``."""
    add_warehouse(parser)
    add_format(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the view ``chronology`` of the warehouse."""
    with open_warehouse(arguments.warehouse) as connection:
        relation = connection.table("chronology")
        print_rows(relation.columns, relation.fetchall(), arguments.format)
    return 0
