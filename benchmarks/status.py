"""Did given events happen, from -3 to 3 (FactBank, UW, MEANTIME): ``python -m benchmarks.status GOLD``."""

from __future__ import annotations

from benchmarks import given_events
from benchmarks.yardstick import Row
from extractors.event_mentions.status_calibration import Scale, factuality_of
from extractors.language import parse

#: The corpora ask different people different questions of the same words: a corpus is read on its own scale.
_SCALES: dict[str, Scale] = {"uw": "readers"}


def predict(row: Row) -> Row:
    """The factuality of each event of one sentence."""
    doc = parse(row["text"], [(0, len(row["text"]))])
    scale = _SCALES.get(row.get("corpus", ""), "experts")
    events = []
    for event in row["events"]:
        trigger = doc.char_span(event["start"], event["end"], alignment_mode="expand")
        value = 0.0 if trigger is None else round(factuality_of(trigger, scale), 3)
        events.append({"start": event["start"], "value": value})
    return {"doc": row["doc"], "events": events}


if __name__ == "__main__":
    given_events.main(__doc__ or "", "score_status.py", predict, "value")
