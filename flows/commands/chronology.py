"""``dateline chronology``: events in the order of their days."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from flows.choosing import add_choice, chosen_events
from flows.options import add_format, add_warehouse
from flows.printing import print_rows
from flows.reading import open_warehouse

NAME = "chronology"
HELP = "print the events in the order of their days: all, or those that the options choose"

#: What fits the lines of a terminal; --csv and --json have every column.
_SHOWN = ("days", "status", "label", "place", "sources")
#: The beginning of an id that `dateline explain` understands.
_ID_LENGTH = 8


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``chronology``."""
    add_choice(parser)
    add_warehouse(parser)
    add_format(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the view ``chronology`` of the warehouse, or the rows of it that are chosen."""
    with open_warehouse(arguments.warehouse) as connection:
        relation = connection.table("chronology")
        chosen = chosen_events(connection, arguments)
        names, rows = relation.columns, relation.fetchall()
    if chosen is not None:
        place, ids = names.index("event_id"), frozenset(chosen)
        rows = [row for row in rows if row[place] in ids]
    print_rows(*_readable(names, rows, arguments.format), arguments.format)
    return 0


def _readable(names: Sequence[str], rows: Sequence[Sequence[Any]], how: str) -> tuple[Sequence[str], Sequence[Any]]:
    """For people few columns, the mark of a conflict only where there is one, and an id as long as it must be."""
    if how != "table":
        return names, rows
    records = [dict(zip(names, row, strict=True)) for row in rows]
    shown = [
        [*(row[name] for name in _SHOWN), "yes" if row["has_conflict"] else None, row["event_id"][:_ID_LENGTH]]
        for row in records
    ]
    return (*_SHOWN, "conflict", "id"), shown
