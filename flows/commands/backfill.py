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
    from flows.request import Request  # noqa: PLC0415 (loads the readers)
    from flows.running import start  # noqa: PLC0415

    if arguments.last_day < arguments.first_day:
        raise CommandError(f"the last day, {arguments.last_day}, lies before the first, {arguments.first_day}")
    request = Request(
        warehouse=arguments.warehouse,
        work=Work.BACKFILL,
        sources=tuple(arguments.sources),
        first_day=arguments.first_day,
        last_day=arguments.last_day,
        workers=arguments.workers,
        patience_seconds=arguments.wait,
    )
    return start(request, is_direct=arguments.direct, is_quiet=arguments.quiet)
