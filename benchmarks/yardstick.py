"""What the benchmark modules share: reading a yardstick's file, writing predictions, calling its scorer if it is there.

A benchmark is ``python -m benchmarks.<name> GOLD [--predictions OUT]``. GOLD is any file of that yardstick's format;
labels may be absent from it. The scorers are looked for in ``$DATELINE_SHARED`` (default ``../shared``); where
they are missing only predictions are written.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def shared() -> Path:
    """The folder that holds yardsticks and gold corpora; it may not exist."""
    return Path(os.environ.get("DATELINE_SHARED", Path(__file__).parents[1] / ".." / "shared")).resolve()


def read_rows(path: str | Path) -> Iterator[Row]:
    """The rows of a ``.jsonl`` or ``.jsonl.gz`` file; raises OSError and JSONDecodeError."""
    path = Path(path)
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            yield from (json.loads(line) for line in lines if line.strip())
    else:
        with path.open(encoding="utf-8", newline="\n") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


def write_rows(path: str | Path, rows: Iterable[Row]) -> None:
    """Write rows as JSON Lines."""
    with Path(path).open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def score(scorer: str, gold: str | Path, predictions: str | Path, *extra: str) -> bool:
    """Run ``yardsticks/tools/<scorer>`` on the two files and print what it says; False when it is not there."""
    program = shared() / "yardsticks" / "tools" / scorer
    if not program.is_file():
        print(f"no scorer at {program}: predictions only", file=sys.stderr)
        return False
    subprocess.run([sys.executable, str(program), str(gold), str(predictions), *extra], check=True)
    return True


def has_labels(rows: Iterable[Row], *names: str) -> bool:
    """Every row carries the labels ``names``."""
    return all(name in row for row in rows for name in names)


def main(
    description: str,
    scorer: str,
    predict: Callable[[Row], Row],
    labels: Sequence[str],
    peers: Sequence[str] = (),
) -> None:
    """The command line of one benchmark: predict row by row, write, score where labels and scorer are there.

    Args:
        description: what the benchmark measures.
        scorer: file name of the scorer.
        predict: one gold row without its labels to one row of predictions.
        labels: names of the labels, taken away before ``predict`` sees a row.
        peers: names of peer predictions that ``--versus peers`` compares with.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("gold", help="file of the yardstick's format, .jsonl or .jsonl.gz")
    parser.add_argument("--predictions", help="write the predictions here")
    parser.add_argument("--versus", help="other predictions to compare with by paired bootstrap", default=None)
    parser.add_argument("--errors", action="store_true", help="list what is not right")
    arguments = parser.parse_args()
    rows = list(read_rows(arguments.gold))
    predictions = [predict({name: value for name, value in row.items() if name not in labels}) for row in rows]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(arguments.predictions or Path(folder) / "predictions.jsonl")
        write_rows(out, predictions)
        if rows and has_labels(rows, *labels):
            extra = ["--versus", versus] if (versus := arguments.versus or _peer(peers)) else []
            score(scorer, arguments.gold, out, *extra, *(["--errors"] if arguments.errors else []))


def _peer(peers: Sequence[str]) -> str | None:
    paths = [shared() / "yardsticks" / "dev" / "peers" / name for name in peers]
    return next((str(path) for path in paths if path.is_file()), None)
