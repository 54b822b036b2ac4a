"""Days of given events on timelines of companies and products: ``python -m benchmarks.timelines GOLD``."""

from __future__ import annotations

from datetime import date

from benchmarks import given_events
from benchmarks.yardstick import Row
from extractors.claims import Reference
from extractors.days import Days, day_of
from extractors.event_mentions.dating_spans import date_spans, read_document


def predict(row: Row) -> Row:
    """First and last day of each event of one document; what has an open side goes on the publication day.

    A timeline needs a day for every event, so the best single guess is asked for, not what is certain.
    """
    published = date.fromisoformat(row["published_day"])
    reference = Reference(days=day_of(published), rule="published", explanation="the day of publication is given")
    document = read_document(row["text"], reference, row["doc"])
    found = date_spans(document, [(event["start"], event["end"]) for event in row["events"]])
    events = [
        {"event": event["event"], **_bounds(days.begin.hull(days.end), published)}
        for event, days in zip(row["events"], found, strict=True)
    ]
    return {"doc": row["doc"], "events": events}


def _bounds(days: Days, published: date) -> Row:
    closed = day_of(published) if days.is_open else days
    return {"first_day": str(closed.first), "last_day": str(closed.last)}


if __name__ == "__main__":
    given_events.main(__doc__ or "", "score_timelines.py", predict, "date")
