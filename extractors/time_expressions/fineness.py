"""How fine the unit is in which an expression is told, and how fine an anchor must be to count from it.

Both depend on the words alone: which expression is an anchor must not change with the day of speaking.
"""

from __future__ import annotations

from extractors.time_expressions.meanings import Calendar, Relative, Shift

#: Days of each unit, at most.
UNIT_DAYS = {
    "hour": 1,
    "minute": 1,
    "second": 1,
    "day": 1,
    "week": 7,
    "weekend": 7,
    "month": 31,
    "quarter": 92,
    "half": 184,
    "year": 366,
    "decade": 3660,
    "century": 36600,
}


def fineness_of(meaning: Calendar | Relative | Shift) -> int:
    """Days of the unit in which ``meaning`` is told: what can count from it must not depend on the day of speaking."""
    if isinstance(meaning, Calendar):
        return _calendar_fineness(meaning)
    if isinstance(meaning, Shift) and meaning.count.is_vague:
        return UNIT_DAYS["month"]
    if isinstance(meaning, Shift) and meaning.unit == "week":
        return 1
    return UNIT_DAYS.get(meaning.unit, 366)


def _calendar_fineness(meaning: Calendar) -> int:
    if meaning.is_week_of:
        return 7
    days = (meaning.day, meaning.weekday, meaning.holiday, meaning.clock, meaning.daypart)
    if any(part is not None for part in days):
        return 1
    units: list[tuple[str, object]] = [
        ("month", meaning.month),
        ("quarter", meaning.season),
        ("quarter", meaning.quarter),
        ("half", meaning.half),
        ("year", meaning.year),
        ("decade", meaning.decade),
        ("century", meaning.century),
    ]
    return UNIT_DAYS[next((unit for unit, part in units if part is not None), "year")]


def needed_fineness(meaning: Calendar | Relative | Shift) -> int:
    """Days of the coarsest unit that ``meaning`` can count from."""
    if isinstance(meaning, Calendar):
        return 1 if is_time_of_day(meaning) else 7 if meaning.weekday is not None else 366
    limit = UNIT_DAYS.get(meaning.unit, 366)
    return max(limit, 31) if isinstance(meaning, Shift) and meaning.count.is_vague else limit


def is_time_of_day(meaning: Calendar) -> bool:
    """A time of day without its day."""
    named = (meaning.day, meaning.weekday, meaning.month, meaning.holiday, meaning.year)
    return all(part is None for part in named) and (meaning.clock is not None or meaning.daypart is not None)
