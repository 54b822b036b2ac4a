"""What a run prints when it is done: the calendar for people on stdout, and in a few lines what the run came to."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from flows.conducting import Outcome
from flows.printing import print_rows
from flows.reading import open_warehouse

#: The columns of the chronology that fit a terminal; `dateline chronology` has them all.
CHRONOLOGY_COLUMNS = ("days", "status", "label", "sources")
FINDING_COLUMNS = ("severity", "check_name", "summary")


def print_calendar(warehouse: Path) -> None:
    """Print the chronology and the findings of ``warehouse``."""
    with open_warehouse(warehouse) as connection:
        for view, columns in (("chronology", CHRONOLOGY_COLUMNS), ("findings", FINDING_COLUMNS)):
            rows = connection.table(view).select(*columns).fetchall()
            sys.stdout.write(f"\n{view.upper()}\n" if rows else f"\n{view.upper()}: none\n")
            if rows:
                print_rows(columns, rows)
    sys.stdout.write("\n")
    sys.stdout.flush()


def summary_lines(outcome: Outcome) -> Iterator[str]:
    """What came in, what could not be used, and what the calendar holds now."""
    counts, resolution = outcome.resolution.row_counts, outcome.resolution
    skipped = f", {outcome.skipped_count} files of no known format skipped" if outcome.skipped_count else ""
    yield f"{outcome.arrived_count} inputs taken in{skipped}, {outcome.read_count} read"
    for mistake in outcome.mistakes:
        yield f"a mistake in Dateline's rules cost an input; please report it: {mistake}"
    if not resolution.is_new:
        yield f"nothing new: run {resolution.run_id} stands as it was"
    yield (
        f"run {resolution.run_id}: {counts['articles']} articles, {counts['rejections']} rejected inputs,"
        f" {counts['event_mentions']} claims, {counts['events']} events, {counts['findings']} findings"
    )
    if outcome.verdict.open_counts.get("error"):
        yield f"{outcome.verdict.open_counts['error']} findings are errors: see `dateline check`"
