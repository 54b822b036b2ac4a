"""``dateline backfill``: days that were missed, or whose articles are to be read again."""

from __future__ import annotations

import argparse

from flows.errors import CommandError
from flows.options import add_running, add_warehouse, day
from schemas.enumerations import Work

NAME = "backfill"
HELP = "take in the sources of some days, or read again what was published on them"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``backfill``."""
    parser.add_argument("first_day", metavar="FIRST", type=day, help="the first day, such as 2025-08-15")
    parser.add_argument("last_day", metavar="LAST", type=day, help="the last day, included")
    parser.add_argument(
        "sources",
        nargs="*",
        metavar="SOURCE",
        help="a source with {day} where the day stands (archive/{day}); without any, kept inputs are read again",
    )
    add_warehouse(parser)
    add_running(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do the days from FIRST to LAST, and put everything on the calendar."""
    from flows.running import start_work  # noqa: PLC0415 (loads the readers)

    if arguments.last_day < arguments.first_day:
        raise CommandError(f"the last day, {arguments.last_day}, lies before the first, {arguments.first_day}")
    return start_work(Work.BACKFILL, arguments)
