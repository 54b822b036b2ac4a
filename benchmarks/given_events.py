"""What benchmarks over given events share: events go in without labels, predictions come out and are scored."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.yardstick import Row, read_rows, score, write_rows

#: What a prediction may see of an event.
_SEEN = ("event", "start", "end", "text")


def without_labels(row: Row) -> Row:
    """``row`` with nothing of its events but where they stand."""
    events = [{name: event[name] for name in _SEEN if name in event} for event in row["events"]]
    return {**row, "events": events}


def main(
    description: str, scorer: str, predict: Callable[[Row], Row], label: str, arguments: Sequence[str] | None = None
) -> None:
    """The command line of a benchmark whose rows carry ``events`` with the label ``label``; see ``yardstick``."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("gold", help="file of the yardstick's format, .jsonl or .jsonl.gz")
    parser.add_argument("--predictions", help="write the predictions here")
    parser.add_argument("--versus", help="other predictions to compare with by paired bootstrap", default=None)
    given = parser.parse_args(arguments)
    rows = list(read_rows(given.gold))
    predictions = [predict(without_labels(row)) for row in rows]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(given.predictions or Path(folder) / "predictions.jsonl")
        write_rows(out, predictions)
        if rows and all(label in event for row in rows for event in row["events"]):
            score(scorer, given.gold, out, *(["--versus", given.versus] if given.versus else []))
