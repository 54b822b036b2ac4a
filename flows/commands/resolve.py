"""``dateline resolve``: what was taken in since the last generation, put on the calendar."""

from __future__ import annotations

import argparse

from flows.options import add_running, add_warehouse
from schemas.enumerations import Work

NAME = "resolve"
HELP = "put everything that was taken in on the calendar, and what corrections say"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``resolve``."""
    add_warehouse(parser)
    add_running(parser)


def run(arguments: argparse.Namespace) -> int:
    """Resolve all inputs, read by the present rules; print the calendar."""
    from flows.request import Request  # noqa: PLC0415 (loads the readers)
    from flows.running import start  # noqa: PLC0415

    request = Request(
        warehouse=arguments.warehouse,
        work=Work.RESOLVE,
        workers=arguments.workers,
        patience_seconds=arguments.wait,
    )
    return start(request, is_direct=arguments.direct, is_quiet=arguments.quiet)
