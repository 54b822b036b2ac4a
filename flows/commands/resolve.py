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
    from flows.running import start_work  # noqa: PLC0415 (loads the readers)

    return start_work(Work.RESOLVE, arguments)
