"""Time expressions against TimeBank, AQUAINT and WikiWars: ``python -m benchmarks.time_expressions GOLD``."""

from __future__ import annotations

from datetime import date

from benchmarks import yardstick
from extractors.time_expressions import find


def predict(row: yardstick.Row) -> yardstick.Row:
    """The expressions of one document, from its text and its publication day alone."""
    reference = date.fromisoformat(row["published_day"]) if row.get("published_day") else None
    expressions = [
        {
            "start": found.start_offset,
            "end": found.end_offset,
            "type": str(found.timex_type),
            "value": found.timex_value,
        }
        for found in find(row["text"], reference)
    ]
    return {"doc": row["doc"], "time_expressions": expressions}


if __name__ == "__main__":
    yardstick.main(__doc__ or "", "score_timex.py", predict, ["time_expressions"], ["heideltime.dev.jsonl"])
