"""``dateline run``: articles in, chronology and findings out."""

from __future__ import annotations

import argparse

from flows.options import add_running, add_sources, add_warehouse
from schemas.enumerations import Work

NAME = "run"
HELP = "read articles into a warehouse, then print its chronology and findings"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``run``."""
    add_sources(parser)
    add_warehouse(parser)
    add_running(parser)


def run(arguments: argparse.Namespace) -> int:
    """Take the sources in, put everything on one calendar, print it."""
    from flows.running import start_work  # noqa: PLC0415 (loads the readers)

    return start_work(Work.RUN, arguments)
