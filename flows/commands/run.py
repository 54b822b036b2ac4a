"""``dateline run``: articles in, chronology and findings out."""

from __future__ import annotations

import argparse
from datetime import date

from flows.options import add_running, add_warehouse

NAME = "run"
HELP = "read articles into a warehouse, then print its chronology and findings"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``run``."""
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a file, a folder, a glob, an address (http, https), or - for standard input",
    )
    add_warehouse(parser)
    parser.add_argument("--published", metavar="DAY", type=_day, help="the day of publication, where you know it")
    parser.add_argument("--source", metavar="NAME", help="the publisher, where you know it")
    add_running(parser)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2025-08-15") from error


def run(arguments: argparse.Namespace) -> int:
    """Take the sources in, put everything on one calendar, print it."""
    from flows.request import Request  # noqa: PLC0415 (loads the readers)
    from flows.running import start  # noqa: PLC0415

    request = Request(
        warehouse=arguments.warehouse,
        sources=tuple(arguments.sources),
        published_day=arguments.published,
        source_name=arguments.source,
        workers=arguments.workers,
    )
    return start(request, is_direct=arguments.direct, is_quiet=arguments.quiet)
