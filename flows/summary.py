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
    counts, resolution = outcome.resolution.row_counts, outcome.resolution
    skipped = f", {_counted(outcome.skipped_count, 'file')} of no known format skipped" if outcome.skipped_count else ""
    yield f"{_counted(outcome.arrived_count, 'input')} taken in{skipped}, {outcome.read_count} read"
    held = ", ".join(_counted(counts[table], noun) for table, noun in HELD.items())
    yield f"{'' if resolution.is_new else 'nothing new, '}run {resolution.run_id}: {held}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
