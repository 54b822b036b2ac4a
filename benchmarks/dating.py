"""When given events happened, as intervals of begin and end (EventTime): ``python -m benchmarks.dating GOLD``."""

from __future__ import annotations

from datetime import date

from benchmarks import given_events
from benchmarks.yardstick import Row
from extractors.claims import Reference
from extractors.days import Days, add_days, day_of, month, months, precision_of
from extractors.event_mentions.dating_spans import date_spans, read_document
from schemas.enumerations import Precision

#: The annotators wrote every month as 28 days, weeks from Sunday, and seasons between the equinoxes and solstices.
_MONTH_DAYS = 28
_SEASONS = {3: ((3, 20), (6, 20)), 6: ((6, 21), (9, 22)), 9: ((9, 23), (12, 21)), 12: ((12, 22), (3, 19))}


def predict(row: Row) -> Row:
    """Begin and end of each event of one document, from its text and its publication day."""
    published = day_of(date.fromisoformat(row["published_day"]))
    reference = Reference(days=published, rule="published", explanation="the day of publication is given")
    document = read_document(row["text"], reference, row["doc"])
    found = date_spans(document, [(event["start"], event["end"]) for event in row["events"]])
    events = [
        {
            "event": event["event"],
            "begin": _bounds(days.begin, published),
            "end": _bounds(days.end, published),
            "kind": days.kind,
        }
        for event, days in zip(row["events"], found, strict=True)
    ]
    return {"doc": row["doc"], "events": events}


def _bounds(days: Days, published: Days) -> list[str | None]:
    return [None if day is None else str(day) for day in _as_annotated(days, published)]


def _as_annotated(days: Days, published: Days) -> tuple[date | None, date | None]:
    """``days`` in the annotators' way of writing months, weeks and seasons."""
    first, last = days.first, days.last
    if first is None or last is None or first == last:
        return first, last
    if days == month(first.year, first.month):
        return first, last.replace(day=_MONTH_DAYS)
    if precision_of(days) is Precision.WEEK:
        return add_days(first, -1), add_days(last, -1)
    if last == published.last and first.weekday() == 0 and last in _rest_of_week(first):
        return add_days(first, -1), last  # this week, up to the day of publication
    if days == months(first.year, first.month, 3) and first.month in _SEASONS:
        begin, end = _SEASONS[first.month]
        return date(first.year, *begin), date(last.year, *end)
    return first, last


def _rest_of_week(monday: date) -> list[date]:
    """Wednesday to Sunday: Monday and Tuesday alone are rather a night between two days."""
    return [add_days(monday, count) for count in range(2, 7)]


if __name__ == "__main__":
    given_events.main(__doc__ or "", "score_dating.py", predict, "gold")
