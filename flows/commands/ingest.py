"""``dateline ingest``: articles in, to be put on the calendar later."""

from __future__ import annotations

import argparse

from flows.options import add_running, add_sources, add_warehouse
from schemas.enumerations import Work

NAME = "ingest"
HELP = "take articles in and read them, for the next `resolve` or `run` to put on the calendar"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``ingest``."""
    add_sources(parser)
    add_warehouse(parser)
    add_running(parser)


def run(arguments: argparse.Namespace) -> int:
    """Take the sources in and read what is new; the calendar stays as it is."""
    from flows.running import start_work  # noqa: PLC0415 (loads the readers)

    return start_work(Work.INGEST, arguments)
