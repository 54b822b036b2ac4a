"""Intervals of civil days: the only date arithmetic value that the rooms hand to each other.

``None`` means unbounded on that side; both ends are included. Nothing here knows words or articles.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from schemas.enumerations import Precision


@dataclass(frozen=True, slots=True)
class Days:
    """The civil days ``first .. last``, both included; ``None`` is unbounded on that side.

    Raises ValueError when ``last`` lies before ``first``.
    """

    first: date | None
    last: date | None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.last < self.first:
            raise ValueError(f"days end before they begin: {self.first} .. {self.last}")

    @property
    def is_open(self) -> bool:
        """At least one side is unbounded."""
        return self.first is None or self.last is None

    @property
    def is_day(self) -> bool:
        """Exactly one civil day."""
        return self.first is not None and self.first == self.last

    def holds(self, other: Days) -> bool:
        """Every day of ``other`` is one of these days."""
        return _low(self.first) <= _low(other.first) and _high(other.last) <= _high(self.last)

    def meets(self, other: Days) -> bool:
        """Some day is in both."""
        return _low(self.first) <= _high(other.last) and _low(other.first) <= _high(self.last)

    def intersection(self, other: Days) -> Days | None:
        """The days that are in both, or None when there are none."""
        if not self.meets(other):
            return None
        first, last = max(_low(self.first), _low(other.first)), min(_high(self.last), _high(other.last))
        return Days(None if first == date.min else first, None if last == date.max else last)

    def hull(self, other: Days) -> Days:
        """The smallest interval that holds both."""
        first, last = min(_low(self.first), _low(other.first)), max(_high(self.last), _high(other.last))
        return Days(None if first == date.min else first, None if last == date.max else last)

    def nearest(self, day: date) -> date:
        """``day`` itself when it is one of these days, else the end that is nearest to it."""
        return min(max(day, _low(self.first)), _high(self.last))

    def shift(self, least: int, most: int) -> Days:
        """The days that lie ``least .. most`` days after some day of these (interval arithmetic)."""
        return Days(
            None if self.first is None else add_days(self.first, least),
            None if self.last is None else add_days(self.last, most),
        )


#: No bound on either side.
ANY_DAY = Days(None, None)


def _low(day: date | None) -> date:
    return date.min if day is None else day


def _high(day: date | None) -> date:
    return date.max if day is None else day


def add_days(day: date, count: int) -> date:
    """``day`` plus ``count`` days, kept inside the years a date can have."""
    ordinal = min(max(day.toordinal() + count, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def day_of(day: date) -> Days:
    """One civil day."""
    return Days(day, day)


def week_of(day: date) -> Days:
    """The ISO week (Monday to Sunday) that holds ``day``."""
    monday = add_days(day, -day.weekday())
    return Days(monday, add_days(monday, 6))


def month(year: int, number: int) -> Days:
    """Month ``number`` (1 to 12) of ``year``."""
    return Days(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]))


def months(year: int, first: int, count: int) -> Days:
    """``count`` months from month ``first`` of ``year`` on; may run into the next year."""
    end_year, end_month = divmod(year * 12 + first - 1 + count - 1, 12)
    return Days(date(year, first, 1), month(end_year, end_month + 1).last)


def year(number: int) -> Days:
    """The calendar year ``number``."""
    return Days(date(number, 1, 1), date(number, 12, 31))


def precision_of(days: Days) -> Precision:
    """The unit that ``days`` fill exactly, else ``range``, or ``open`` when a side is unbounded."""
    if days.first is None or days.last is None:
        return Precision.OPEN
    first, last = days.first, days.last
    if first == last:
        return Precision.DAY
    if first.weekday() == 0 and last - first == timedelta(days=6):
        return Precision.WEEK
    return _calendar_unit(first, last)


def _calendar_unit(first: date, last: date) -> Precision:
    if first.day != 1 or add_days(last, 1).day != 1:
        return Precision.RANGE
    length = (last.year - first.year) * 12 + last.month - first.month + 1
    if length == 1:
        return Precision.MONTH
    if length == 3:
        return (
            Precision.QUARTER if first.month % 3 == 1 else Precision.SEASON if first.month % 3 == 0 else Precision.RANGE
        )
    if first.month == 1 and length == 12:
        return Precision.YEAR
    if first.month == 1 and length == 120:
        return Precision.DECADE if first.year % 10 == 0 else Precision.RANGE
    return Precision.CENTURY if first.month == 1 and length == 1200 else Precision.RANGE
