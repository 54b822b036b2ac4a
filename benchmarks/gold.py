"""Chronology: the whole pipeline on a folder of articles with full gold.

usage: python -m benchmarks.gold FOLDER [--predictions WAREHOUSE] [--errors]

FOLDER holds ``articles/`` (the raw inputs) and, for scoring, the gold files beside it; labels are never read to
predict. The warehouse is written to WAREHOUSE (default: a temporary folder). Where the labels or the scorer
(``gold/score_chronology.py`` in ``$DATELINE_SHARED``, default ``../shared``) are missing, only the warehouse is written
and the exit code is 0.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.yardstick import shared
from flows.commands.main import main as dateline


def predict(folder: Path, warehouse: Path) -> int:
    """Run the pipeline on ``folder/articles`` (or ``folder`` itself) into ``warehouse``; returns the exit code."""
    source = folder / "articles" if (folder / "articles").is_dir() else folder
    return dateline(["run", str(source), "--warehouse", str(warehouse), "--direct", "--quiet"])


def score(folder: Path, warehouse: Path, options: list[str]) -> int:
    """Print the scorer's figures; says so and returns 0 where labels or scorer are missing."""
    scorer = shared() / "gold" / "score_chronology.py"
    if not scorer.is_file() or not (folder / "events.jsonl").is_file():
        print("gold: no labels or no scorer here; the warehouse was written", file=sys.stderr)
        return 0
    return subprocess.run([sys.executable, str(scorer), str(warehouse), str(folder), *options], check=False).returncode


def main(arguments: list[str] | None = None) -> int:
    """Predict, then score where that is possible."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gold", description="Score the whole pipeline.")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--predictions", type=Path, metavar="WAREHOUSE", help="where the warehouse is written")
    parser.add_argument("--errors", action="store_true", help="list misses and mistakes")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        parser.error(f"no such folder: {options.folder}")
    with tempfile.TemporaryDirectory() as scratch:
        warehouse = options.predictions or Path(scratch) / "warehouse"
        failed = predict(options.folder, warehouse)
        flags = [f"--{name}" for name in ("errors", "json") if getattr(options, name)]
        return failed or score(options.folder, warehouse, flags)


if __name__ == "__main__":
    sys.exit(main())
