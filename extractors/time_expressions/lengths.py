"""How long units of time are, and where a number of them leads to from a day."""

from __future__ import annotations

import math
from datetime import date

from extractors.days import Days, add_days, month
from extractors.time_expressions.meanings import Count, Duration
from extractors.time_expressions.relative_units import UNIT_DAYS, UNIT_MONTHS

#: Months from year 0 to the first and the last that are counted to.
_FIRST_MONTH, _LAST_MONTH = 2 * 12, 9990 * 12
_UNIT_HOURS = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}
#: The most days that a unit of vague number ("days later", "weeks ago") is taken to mean; None: no bound.
_VAGUE_DAYS: dict[str, tuple[int, int | None]] = {
    "second": (0, 0),
    "minute": (0, 0),
    "hour": (0, 1),
    "day": (1, 6),
    "week": (7, 62),
    "month": (28, 730),
    "quarter": (80, 1100),
    "year": (330, None),
    "decade": (3600, None),
    "century": (36000, None),
}


def vague_bounds(count: Count, unit: str) -> tuple[int, int | None]:
    """The least and the most days that a vague number of units can mean; None: no bound."""
    least, most = _VAGUE_DAYS.get(unit, (1, None))
    return max(int(least * max(count.least, 1)), least), most


def span_of(meaning: Duration, base: Days | None) -> Days | None:
    """The days of a length of time that ends or begins at the base; None for a length that is tied to nothing."""
    if not meaning.toward or base is None:
        return None
    most = vague_bounds(meaning.count, meaning.unit)[1] if meaning.count.is_vague else 0
    ends: list[date | None] = []
    for point in (base.first, base.last):
        if point is None:
            ends.append(None)
        elif meaning.count.is_vague:
            ends.append(None if most is None else add_days(point, meaning.toward * most))
        else:
            ends.append(moved(point, meaning.unit, meaning.toward * meaning.count.most))
    return Days(ends[0], base.last) if meaning.toward < 0 else Days(base.first, ends[1])


def month_index(point: date, unit: str, steps: float) -> int:
    """Months from year 0 to the month that lies ``steps`` units from that of ``point``, inside the years of dates."""
    return min(max(point.year * 12 + point.month - 1 + round(steps * UNIT_MONTHS[unit]), _FIRST_MONTH), _LAST_MONTH)


def moved(point: date, unit: str, steps: float) -> date:
    """``point`` moved by ``steps`` units, to the same day of the month where they are months or longer."""
    if unit in UNIT_DAYS:
        return add_days(point, round(steps * UNIT_DAYS[unit]))
    if unit not in UNIT_MONTHS:
        return add_days(point, math.trunc(steps * _UNIT_HOURS[unit] / 24))
    index = month_index(point, unit, steps)
    last = month(index // 12, index % 12 + 1).last
    if index in (_FIRST_MONTH, _LAST_MONTH):
        # at the ends of what a date can be, days no longer tell which point lies before which
        return date(index // 12, 1, 1 if index == _FIRST_MONTH else 31)
    return date(index // 12, index % 12 + 1, min(point.day, last.day if last else 28))
