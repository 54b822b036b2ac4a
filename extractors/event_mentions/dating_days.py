"""From a recipe (which expression, under which preposition, in which direction of time) to days: no text is needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extractors.claims import Dating
from extractors.days import ANY_DAY, Days, add_days, precision_of
from schemas import TimeExpression
from schemas.enumerations import Anchor, Precision

_BARE_WEEKDAY = frozenset({"weekday", "weekday_and_time_of_day"})
_YEARLESS = frozenset({"date", "month", "part_of_month", "season", "day_and_month_in_numbers"})
_FEASTS = frozenset({"holiday"})
_NEAR = timedelta(days=31)
_WEEK, _LONG_AGO = timedelta(days=7), timedelta(days=120)


@dataclass(frozen=True, slots=True)
class ToldDays:
    """Days with their precision, and the inner bounds of a stretch (null for ``within``)."""

    days: Days
    precision: Precision
    begin_last_day: date | None = None
    end_first_day: date | None = None


def days_of(
    dating: Dating,
    rows: Mapping[str, TimeExpression],
    reference: Days,
    anchor: Days | None = None,
    reach: tuple[int | None, int | None] = (None, None),
) -> ToldDays:
    """The days that the recipe ``dating`` gives for these time expressions and reference days.

    ``anchor`` and ``reach`` are the days of the event that a ``relative`` recipe counts from, and the least and most
    days between them; without an anchor only the direction of time bounds the event.
    """
    if dating.operator == "relative":
        return _relative(dating, reference, anchor, reach)
    row = rows.get(dating.time_expression_id or "")
    if row is None:
        return _told(narrated(reference, dating.direction))
    days = _turned(row, reference, -1 if dating.operator == "said" else dating.direction)
    if dating.is_told_past:
        days = _turned_back(row, days, reference)
    if dating.direction < 0 and _is_counted_too_far(row, days, reference):
        return _told(narrated(reference, dating.direction))
    if dating.operator == "within" and dating.reach_days is not None:
        return _told(Days(reference.first, _plus(reference.last, dating.reach_days)))
    if dating.operator in ("from", "between", "moved"):
        return _ranged(dating, days, rows, reference)
    return _single(dating, row, days, reference)


def _is_counted_too_far(row: TimeExpression, days: Days, reference: Days) -> bool:
    """Counted from other words of the text ("a week later"), a past event cannot lie after the day of speaking."""
    if row.anchor is not Anchor.EXPRESSION or days.first is None or reference.last is None:
        return False
    return days.first > reference.last


def explain(dating: Dating, row: TimeExpression, text: str | None) -> str:
    """Why a mention has its days, in words a reader can check: the words used and how they were resolved."""
    if dating.operator == "said":
        bound = "not after" if dating.direction < 0 else "not before"
        return f"told on “{row.quote}”: {bound} that ({row.explanation})"
    how = "" if dating.operator == "on" else f" ({dating.operator})"
    words = f"“{text or row.quote}”{how}"
    # the expression's own explanation begins with its words
    return row.explanation if row.explanation.startswith(words) else f"{words}: {row.explanation}"


def narrated(reference: Days, direction: int) -> Days:
    """Days without any word about them: up to the reference when past, from it on when ahead, else any day."""
    if direction < 0:
        return Days(None, reference.last)
    return Days(reference.first, None) if direction > 0 else ANY_DAY


def _told(days: Days, precision: Precision | None = None) -> ToldDays:
    return ToldDays(days, precision or precision_of(days))


def _plus(day: date | None, count: int) -> date | None:
    return None if day is None else add_days(day, count)


def _turned(row: TimeExpression, reference: Days, direction: int) -> Days:
    """The days of ``row``, moved by a week or a year when the event lies on the other side of the reference day.

    A bare weekday moves both ways; a month or month-day without a year only ahead (see also ``_turned_back``).
    """
    days, today = Days(row.first_day, row.last_day), reference.first
    if not reference.is_day or today is None or days.first is None or days.last is None:
        return days
    if row.date_rule in _BARE_WEEKDAY or row.quote.lower() == "the weekend":
        if direction < 0 and days.first > today and days.first - today <= _WEEK:
            return days.shift(-7, -7)
        if direction > 0 and days.last < today and today - days.last <= _WEEK:
            return days.shift(7, 7)
    is_yearless = row.date_rule in _YEARLESS and row.anchor is Anchor.REFERENCE
    if is_yearless and direction > 0 and today - days.last > _LONG_AGO and row.precision is not Precision.DAY:
        return Days(_years_on(days.first, 1), _years_on(days.last, 1))
    return days


def _turned_back(row: TimeExpression, days: Days, reference: Days) -> Days:
    """The days of ``row`` a year earlier, when a past verb has them and they lie ahead without a year of their own.

    "Convicted in May" is told in November of the May before. A single day that lies little ahead stays there: that is
    a contradiction, which must be seen.
    """
    if reference.last is None or days.first is None or days.last is None:
        return days
    is_yearless = row.date_rule in _YEARLESS | _FEASTS and row.anchor is Anchor.REFERENCE
    is_far = days.first - reference.last > (_NEAR if row.precision is Precision.DAY else timedelta(0))
    return Days(_years_on(days.first, -1), _years_on(days.last, -1)) if is_yearless and is_far else days


def _years_on(day: date, step: int) -> date:
    """The same day so many years on; of a leap day the day before."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + step, day=28) if leap else day.replace(year=day.year + step)


def _ranged(dating: Dating, days: Days, rows: Mapping[str, TimeExpression], reference: Days) -> ToldDays:
    end = rows.get(dating.end_expression_id or "")
    if end is None:
        return _told(days)
    other = _turned(end, reference, dating.direction)
    if dating.operator == "moved":
        return _told(other, end.precision if end.precision is not Precision.OPEN else None)
    if days.first is not None and other.last is not None and other.last < days.first:
        return _told(days)
    hull = Days(days.first, other.last)
    inner = (days.last, other.first) if dating.is_throughout else (None, None)
    return ToldDays(hull, precision_of(hull) if hull.is_open else Precision.RANGE, *inner)


def _single(dating: Dating, row: TimeExpression, days: Days, reference: Days) -> ToldDays:
    if dating.operator == "since":
        return _since(dating, days, reference)
    bounded = _bounded(dating, days, reference)
    if bounded is not None:
        return _told(bounded)
    clipped = _clipped(days, reference, dating.direction) if dating.is_clipped else days
    if dating.is_throughout:
        return replace(_told(clipped, row.precision), begin_last_day=clipped.first, end_first_day=clipped.last)
    return _told(clipped, row.precision if clipped == days else Precision.RANGE)


def _bounded(dating: Dating, days: Days, reference: Days) -> Days | None:
    """The days of an operator that only bounds the event by ``days``; None when it lies in them."""
    ahead = dating.direction > 0
    if dating.operator == "said":
        return Days(days.first, None) if ahead else Days(None, days.last)
    if dating.operator in ("by", "until", "before"):
        last = days.last if dating.operator != "before" else _plus(days.first, -1)
        if dating.direction < 0:
            return Days(None, _sooner(last, reference.last))
        return Days(_earlier(reference.first, last) if ahead else None, last)
    if dating.operator == "after":
        return Days(days.first, None if ahead else _later(reference.last, days.first))
    return None


def _since(dating: Dating, days: Days, reference: Days) -> ToldDays:
    last = reference.first if dating.is_throughout else reference.last
    hull = Days(days.first, _later(last, days.first))
    inner = (days.last, last) if dating.is_throughout else (None, None)
    return ToldDays(hull, Precision.OPEN if hull.is_open else Precision.RANGE, *inner)


def _clipped(days: Days, reference: Days, direction: int) -> Days:
    """A period that holds the reference day ends with it when past, and begins with it when ahead."""
    if not reference.is_day or not days.holds(reference):
        return days
    if direction < 0:
        return Days(days.first, reference.last)
    return Days(reference.first, days.last) if direction > 0 else days


def _earlier(one: date | None, other: date | None) -> date | None:
    """``one``, unless it lies after ``other``: then no bound."""
    return None if one is not None and other is not None and one > other else one


def _sooner(one: date | None, other: date | None) -> date | None:
    """The earlier of two days; a null one is no bound."""
    return min((day for day in (one, other) if day is not None), default=None)


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is not None and other is not None and one < other else one


def _relative(dating: Dating, reference: Days, anchor: Days | None, reach: tuple[int | None, int | None]) -> ToldDays:
    if anchor is None:
        return _told(narrated(reference, dating.direction))
    least, most = reach
    first = None if least is None else _plus(anchor.first, least)
    last = None if most is None else _plus(anchor.last, most)
    if most is None and dating.direction < 0:
        last = _later(reference.last, first)
    if least is None and dating.direction > 0:
        first = _earlier(reference.first, last)
    return _told(Days(first, last))
