"""``dateline verify``: every byte on disk beside its hash, which is what the nightly deployment does."""

from __future__ import annotations

import argparse

from flows.options import add_starting, add_warehouse
from schemas.enumerations import Work

NAME = "verify"
HELP = "compare every file of the calendar and of raw/ with its hash; fail when one is not what was written"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``verify``."""
    add_warehouse(parser)
    add_starting(parser)


def run(arguments: argparse.Namespace) -> int:
    """Examine the current generation and what it was read from, and leave a row in the journal; 1 when it is broken."""
    from flows.running import start_work  # noqa: PLC0415 (loads the readers)

    return start_work(Work.CHECK, arguments)
