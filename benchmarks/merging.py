"""Which given mentions are the same event, across documents: ``python -m benchmarks.merging GOLD [--predictions OUT]``.

GOLD is a file in the format of the merging yardstick (ECB+ with gold mentions). Cluster labels, topics and sub-topics
are never read: all documents are grouped at once.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.yardstick import Row, has_labels, read_rows, score, write_rows
from extractors.events.given import MarkedText, group

SCORER = "score_merging.py"


def marked(row: Row) -> MarkedText:
    """One document of the yardstick without its labels."""
    return MarkedText(
        text=row["text"],
        mentions={
            str(mention["mention"]): tuple(
                (start, end) for start, end in mention.get("pieces") or [(mention["start"], mention["end"])]
            )
            for mention in row["mentions"]
        },
    )


def predict(rows: Sequence[Row]) -> list[Row]:
    """The predictions for all documents together; a cluster is named by its number."""
    cluster_of = {
        mention: f"cluster{number}"
        for number, members in enumerate(group([marked(row) for row in rows]))
        for mention in members
    }
    return [
        {
            "doc": row["doc"],
            "mentions": [
                {"mention": mention["mention"], "cluster": cluster_of[document, str(mention["mention"])]}
                for mention in row["mentions"]
            ],
        }
        for document, row in enumerate(rows)
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Predict, write, and score where labels and scorer are there."""
    parser = argparse.ArgumentParser(description="Same event or not, over given mentions of many documents.")
    parser.add_argument("gold", help="file of the yardstick's format, .jsonl or .jsonl.gz")
    parser.add_argument("--predictions", help="write the predictions here")
    chosen = parser.parse_args(arguments)
    rows = list(read_rows(chosen.gold))
    with tempfile.TemporaryDirectory() as folder:
        target = chosen.predictions or str(Path(folder) / "predictions.jsonl")
        write_rows(target, predict(rows))
        if all(has_labels(row["mentions"], "cluster") for row in rows):
            score(SCORER, chosen.gold, target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
