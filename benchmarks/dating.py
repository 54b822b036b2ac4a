"""When given events happened, as intervals of begin and end (EventTime): ``python -m benchmarks.dating GOLD``."""

from __future__ import annotations

from datetime import date

from benchmarks import given_events
from benchmarks.yardstick import Row
from extractors.claims import Reference
from extractors.days import Days, day_of, month
from extractors.event_mentions.dating_spans import date_spans, read_document

#: The annotators wrote every month as 28 days.
_MONTH_DAYS = 28


def predict(row: Row) -> Row:
    """Begin and end of each event of one document, from its text and its publication day."""
    published = day_of(date.fromisoformat(row["published_day"]))
    reference = Reference(days=published, rule="published", explanation="the day of publication is given")
    document = read_document(row["text"], reference, row["doc"])
    found = date_spans(document, [(event["start"], event["end"]) for event in row["events"]])
    events = [
        {"event": event["event"], "begin": _bounds(days.begin), "end": _bounds(days.end), "kind": days.kind}
        for event, days in zip(row["events"], found, strict=True)
    ]
    return {"doc": row["doc"], "events": events}


def _bounds(days: Days) -> list[str | None]:
    first, last = days.first, days.last
    if first is not None and last is not None and days == month(first.year, first.month):
        last = last.replace(day=_MONTH_DAYS)
    return [None if day is None else str(day) for day in (first, last)]


if __name__ == "__main__":
    given_events.main(__doc__ or "", "score_dating.py", predict, "gold")
