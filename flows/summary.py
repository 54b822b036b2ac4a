"""What a run prints when it is done: the calendar for people on stdout, and in a few lines what the run came to."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from flows.commands import check
from flows.conducting import Outcome
from flows.printing import print_rows
from flows.reading import open_warehouse
from schemas.enumerations import Work

#: The columns of the chronology that say most in little room; `dateline chronology` has them all.
COLUMNS = ("days", "status", "label", "sources")

#: The tables whose rows are counted, and what a row is called.
HELD = {
    "articles": "article",
    "rejections": "rejected input",
    "event_mentions": "claim",
    "events": "event",
    "findings": "finding",
}


def print_calendar(warehouse: Path) -> None:
    """Print the chronology of ``warehouse`` and, with their quotes, its findings."""
    with open_warehouse(warehouse) as connection:
        rows = connection.table("chronology").select(*COLUMNS).fetchall()
    sys.stdout.write("CHRONOLOGY\n")
    print_rows(COLUMNS, rows)
    sys.stdout.write("\nFINDINGS\n")
    sys.stdout.flush()
    check.run(argparse.Namespace(warehouse=warehouse, since=None, all=False, format="table"))
    sys.stdout.flush()


def summary_lines(outcome: Outcome) -> Iterator[str]:
    """What came in, what could not be used, and what the calendar holds now."""
    attempt, resolution = outcome.attempt, outcome.resolution
    skipped = f", {counted(attempt.skipped_count, 'file')} of no known format skipped" if attempt.skipped_count else ""
    if attempt.work is not Work.CHECK:
        yield f"{counted(attempt.input_count, 'input')} taken in{skipped}, {attempt.read_count} read"
    if resolution is not None:
        held = ", ".join(counted(resolution.row_counts[table], noun) for table, noun in HELD.items())
        yield f"{'' if resolution.is_new else 'nothing new, '}run {resolution.run_id}: {held}"
    if attempt.work is Work.INGEST:
        yield f"{counted(attempt.new_input_count, 'new input')} waiting for `dateline resolve`"
    if attempt.work is Work.CHECK and outcome.stages:
        yield f"{counted(outcome.stages[0].item_count, 'file')} examined, run {attempt.run_id} is whole"


def counted(count: int, noun: str) -> str:
    """``count`` things, with the noun in the right number."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
