"""``dateline rebuild``: everything that was ever taken in, read again by the present rules."""

from __future__ import annotations

import argparse

from flows.options import add_running, add_warehouse
from schemas.enumerations import Work

NAME = "rebuild"
HELP = "read every kept input of a warehouse again by the present rules"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``rebuild``."""
    add_warehouse(parser)
    add_running(parser)


def run(arguments: argparse.Namespace) -> int:
    """Extract and resolve from the raw bytes; event ids and corrections are kept."""
    from flows.running import start_work  # noqa: PLC0415 (loads the readers)

    return start_work(Work.REBUILD, arguments)
