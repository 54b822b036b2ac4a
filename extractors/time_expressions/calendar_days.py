"""From a complete calendar part to its civil days and its TimeML value: calendar arithmetic, no words."""

from __future__ import annotations

import calendar as gregorian
from dataclasses import replace
from datetime import date

from extractors.days import Days, add_days, day_of, month, months, year
from extractors.time_expressions.meanings import Calendar
from schemas.enumerations import Precision

#: First month of each season, as the tables define seasons.
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FIRST_YEAR, _LAST_YEAR = 2, 9990


def is_possible(told: Calendar) -> bool:
    """The month has that day, and the year is one that a date can have."""
    years = [number for number in (told.year, (told.decade or 1) * 10, (told.century or 1) * 100) if number is not None]
    if not all(_FIRST_YEAR <= number <= _LAST_YEAR for number in years):
        return False
    if told.month is None or told.day is None:
        return True
    longest = 29 if told.month == 2 else gregorian.monthrange(2001, told.month)[1]
    if told.year is not None:
        longest = gregorian.monthrange(told.year, told.month)[1]
    return 1 <= told.day <= longest


def with_nth_weekday(told: Calendar | None) -> Calendar | None:
    """The day that "the second Sunday of May 2024" names; other parts as they are; None when the month has none."""
    if told is None or told.nth is None or told.weekday is None or told.year is None or told.month is None:
        return told
    first, count = gregorian.monthrange(told.year, told.month)
    days = range(1 + (told.weekday - first) % 7, count + 1, 7)
    place = told.nth - 1 if told.nth > 0 else len(days) + told.nth
    return replace(told, day=days[place], nth=None) if 0 <= place < len(days) else None


def whole_days(told: Calendar) -> Days | None:
    """The days of a complete calendar part without its "early" or "late"; None when the year is not known."""
    if told.is_before_christ:
        return None
    if told.week is not None:
        return Days(add_days(told.week, 5), add_days(told.week, 6)) if told.is_weekend else _week(told.week)
    if told.year is None:
        return _long_days(told)
    return _days_in_year(told, told.year)


def _week(monday: date) -> Days:
    return Days(monday, add_days(monday, 6))


def _long_days(told: Calendar) -> Days | None:
    if told.decade is not None:
        return Days(date(told.decade * 10, 1, 1), date(told.decade * 10 + 9, 12, 31))
    if told.century is not None:
        return Days(date(told.century * 100 - 99, 1, 1), date(told.century * 100, 12, 31))
    return None


def _days_in_year(told: Calendar, number: int) -> Days:
    if told.month is not None:
        whole = month(number, told.month)
        return whole if told.day is None else day_of(date(number, told.month, told.day))
    if told.season is not None:
        return months(number, SEASON_MONTHS[told.season], 3)
    if told.is_fiscal:
        return fiscal_days(told, number)
    if told.quarter is not None or told.half is not None:
        first, length = _months_of_part(told)
        return months(number, first, length)
    return year(number) if told.end_year is None else year(number).hull(year(told.end_year))


def _months_of_part(told: Calendar) -> tuple[int, int]:
    """First month and number of months of a quarter or half, else of the whole year."""
    if told.quarter is not None:
        return told.quarter * 3 - 2, 3
    return (1, 12) if told.half is None else (told.half * 6 - 5, 6)


def fiscal_days(told: Calendar, number: int) -> Days:
    """The fiscal year ``number``, or its quarter or half: named after the year in which it ends.

    Without a told end of the year it lies somewhere between a year's first month and the end of the named year.
    """
    if told.fiscal_end is None:
        return Days(date(number - 1, 2, 1), date(number, 12, 31))
    first, length = _months_of_part(told)
    start_year, start_month = divmod(number * 12 + told.fiscal_end - 13 + first, 12)
    return months(start_year, start_month + 1, length)


def days_of(told: Calendar) -> Days | None:
    """The days of a complete calendar part, narrowed by its "early", "mid", "late", "beginning" or "end"."""
    whole = whole_days(told)
    if whole is None or whole.first is None or whole.last is None:
        return whole
    if told.day is not None and told.daypart == "NI" and told.part != "late":
        return Days(whole.first, add_days(whole.first, 1))
    if told.part is None or whole.first == whole.last:
        return whole
    return _part_of(told, whole.first, whole.last)


def _part_of(told: Calendar, first: date, last: date) -> Days:
    length = (last - first).days + 1
    if length <= 31 and length > 7:
        bounds = {"early": (1, 10), "begin": (1, 10), "mid": (11, 20)}.get(told.part or "", (21, length))
        return Days(add_days(first, bounds[0] - 1), add_days(first, bounds[1] - 1))
    if length > 300 and length < 400 and told.part in {"begin", "end"}:
        return month(first.year, first.month) if told.part == "begin" else month(last.year, last.month)
    third = {"early": 0, "begin": 0, "mid": 1}.get(told.part or "", 2)
    if length > 80:
        return _third_in_months(first, last, third)
    begin = length * third // 3
    return Days(add_days(first, begin), add_days(first, max(begin, length * (third + 1) // 3 - 1)))


def _third_in_months(first: date, last: date, third: int) -> Days:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    begin, end = first.month - 1 + count * third // 3, first.month - 1 + count * (third + 1) // 3
    return months(first.year + begin // 12, begin % 12 + 1, end - begin)


def precision_of_part(told: Calendar) -> Precision:
    """The unit in which a calendar part was told."""
    if told.day is not None:
        return Precision.RANGE if told.daypart == "NI" and told.part != "late" else Precision.DAY
    if told.part is not None or told.is_weekend or told.end_year is not None:
        return Precision.MONTH if told.part in {"begin", "end"} and _is_year(told) else Precision.RANGE
    return _unit(told)


def _is_year(told: Calendar) -> bool:
    return _unit(told) is Precision.YEAR


def _unit(told: Calendar) -> Precision:
    named = [
        (told.week, Precision.WEEK),
        (told.month, Precision.MONTH),
        (told.season, Precision.SEASON),
        (told.quarter, Precision.QUARTER),
        (told.half, Precision.RANGE),
        (told.year, Precision.YEAR),
        (told.decade, Precision.DECADE),
        (told.century, Precision.CENTURY),
    ]
    return next((precision for value, precision in named if value is not None), Precision.OPEN)


def value_of(told: Calendar) -> str:
    """The TimeML value of a calendar part; ``XXXX`` where the year is not known."""
    head = f"{told.year:04d}" if told.year is not None else "XXXX"
    if told.is_before_christ:
        return "BC" + value_of(replace(told, is_before_christ=False))
    if told.week is not None:
        iso = told.week.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if told.is_weekend else "")
    return _value_in_year(told, head) + _time_of_day(told)


def _value_in_year(told: Calendar, head: str) -> str:
    if told.month is not None:
        return f"{head}-{told.month:02d}" + (f"-{told.day:02d}" if told.day is not None else "")
    if told.day is not None:
        return f"{head}-XX-{told.day:02d}"
    parts = [("", told.season), ("Q", told.quarter), ("H", told.half)]
    for letter, part in parts:
        if part is not None:
            return f"{head}-{letter}{part}"
    return _long_value(told, head) if told.weekday is None else f"{head}-WXX-{told.weekday + 1}"


def _long_value(told: Calendar, head: str) -> str:
    if told.year is None and told.decade is not None:
        return f"{told.decade:03d}"
    if told.year is None and told.century is not None:
        return f"{told.century - 1:02d}"
    if told.year is None and (told.daypart or told.clock):
        return "XXXX-XX-XX"
    return head


def _time_of_day(told: Calendar) -> str:
    if told.clock is not None:
        return f"T{told.clock}"
    return f"T{told.daypart}" if told.daypart is not None else ""
