"""From a meaning and the days it counts from to civil days and a TimeML value.

Every rule is a step function that never goes down when the base day goes up; so over a base that is an interval the
possibilities are exactly the hull of what its first and its last day give.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass, replace
from datetime import date

from extractors.days import ANY_DAY, Days, add_days, week_of
from extractors.time_expressions.calendar_days import (
    days_of,
    is_possible,
    precision_of_part,
    value_of,
    whole_days,
    with_nth_weekday,
)
from extractors.time_expressions.holiday_days import holiday_day
from extractors.time_expressions.lengths import month_index, moved, vague_bounds
from extractors.time_expressions.meanings import Calendar, Relative, Shift
from extractors.time_expressions.relative_units import (
    BACK_WEIGHT,
    UNIT_MONTHS,
    UNKNOWN_TENSE,
    complete_relative,
    past_weekend,
)
from extractors.time_expressions.slack import counts_of
from schemas.enumerations import Precision

__all__ = ["BACK_WEIGHT", "UNKNOWN_TENSE", "Settled", "settle"]

#: Even in a clause surely about the future a day of a month just gone is a plan of then, not one of next year.
_SURE_WEIGHT = 10.0
#: Where no tense is told, a month or its day is one to come only when it is near: news look back further than ahead.
_OPEN_MONTH_WEIGHT = 0.33
#: Results of a quarter are told after it, also in plans; so tense says little about which one is meant.
_QUARTER_WEIGHT = 1.5
#: Where no tense is told, a weekday more than so many days back is the coming one: it is nearer.
_HALF_WEEK = 3
#: From so many weeks on, a number of weeks is told to the week and no longer to the day.
_MANY_WEEKS = 4
#: So many years to either side hold the last and the next of any month; of a 29 February so many.
_NEAR_YEARS, _LEAP_YEARS = 1, 8
#: A month that ended less than so many days ago is called by its name alone; with "last" it is an older one.
_JUST_GONE = 77
#: What a day of distance counts where the named weekday is not that day's: near by it is a slip, far off another year.
_WRONG_WEEKDAY = 6.0
#: What is written for a unit when there is no day to count from.
_UNKNOWN_VALUES = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}


@dataclass(frozen=True, slots=True)
class Settled:
    """Days, value and precision of one expression; ``told`` is the calendar part when it is one on all days of base."""

    days: Days | None
    value: str
    precision: Precision
    told: Calendar | None = None


@functools.lru_cache(maxsize=2048)
def settle(meaning: Calendar | Relative | Shift, base: Days | None, weight: float) -> Settled:
    """The days of ``meaning`` counted from any day of ``base``; no days when there is none to count from.

    ``weight`` is what a day back counts against a day ahead (see ``BACK_WEIGHT``); over 1 a bare weekday is the next.
    """
    if isinstance(meaning, Shift):
        return _settle_shift(meaning, base)
    if base is None or base.is_open:
        anywhere = _unknown(meaning, weight)
        if anywhere.told is not None or base is None or base == ANY_DAY:
            return anywhere
    ends = [complete(meaning, point, weight) if point is not None else None for point in (base.first, base.last)]
    return _join(*ends, is_counted=isinstance(meaning, Relative))


def _unknown(meaning: Calendar | Relative, weight: float) -> Settled:
    """Settle at two far days; what is the same does not depend on the base."""
    first, last = (complete(meaning, point, weight) for point in (date(1512, 3, 4), date(2487, 10, 19)))
    joined = _join(first, last)
    if first is not None and first == last:
        return joined
    return Settled(None, _unknown_value(meaning, joined.value), Precision.OPEN)


def _unknown_value(meaning: Calendar | Relative, masked: str) -> str:
    if isinstance(meaning, Calendar) and meaning.weekday is not None and meaning.month is None:
        return f"XXXX-WXX-{meaning.weekday + 1}"
    return masked


def _join(first: Calendar | None, last: Calendar | None, *, is_counted: bool = False) -> Settled:
    known = [part for part in (first, last) if part is not None]
    if not known:
        return Settled(None, "XXXX", Precision.OPEN)
    values = [value_of(part) for part in known]
    value = (
        values[0] if len(set(values)) == 1 and len(known) == 2 else _mask(values[0], values[-1], is_counted=is_counted)
    )
    days = [days_of(part) if part is not None else None for part in (first, last)]
    if any(one is None for one, part in zip(days, (first, last), strict=True) if part is not None):
        return Settled(None, value, Precision.OPEN, first if first == last else None)
    low, high = (days[0].first if days[0] else None), (days[1].last if days[1] else None)
    precision = precision_of_part(known[0])
    if first != last:
        precision = Precision.OPEN if low is None or high is None else Precision.RANGE
    return Settled(Days(low, high), value, precision, first if first == last else None)


def _mask(one: str, two: str, *, is_counted: bool) -> str:
    """What two values share, field by field; X for what they do not.

    ``is_counted``: they were counted from elsewhere; that fields finer than one that differs are equal says nothing.
    """
    ones, twos = one.replace("T", "-T").split("-"), two.replace("T", "-T").split("-")
    if len(ones) != len(twos):
        return "XXXX"
    fields, is_shared = [], True
    for a, b in zip(ones, twos, strict=True):
        is_shared = is_shared and a == b
        is_kept = is_shared or (a == b and (a[0] == "T" or not is_counted))
        fields.append(a if is_kept else ("W" if a[0] == "W" else "") + "X" * len(a.lstrip("W")))
    return "-".join(fields).replace("-T", "T")


def complete(meaning: Calendar | Relative, point: date, weight: float) -> Calendar | None:
    """The full calendar part that ``meaning`` names when it is said on ``point``; None when there is none."""
    if isinstance(meaning, Relative):
        told: Calendar | None = complete_relative(past_weekend(meaning, point, weight), point)
    else:
        told = with_nth_weekday(_complete_calendar(meaning, point, weight))
    return told if told is not None and is_possible(told) else None


def _complete_calendar(told: Calendar, point: date, weight: float) -> Calendar | None:
    if told.is_week_of:
        day = _complete_calendar(replace(told, is_week_of=False), point, weight)
        days = whole_days(day) if day is not None else None
        return None if days is None or days.first is None else Calendar(week=week_of(days.first).first, part=told.part)
    if told.frame is not None:
        return _in_frame(told, complete_relative(told.frame, point))
    if told.holiday is not None:
        return _holiday(told, point, weight)
    if told.year is not None or told.decade is not None or told.century is not None:
        return told
    return _without_year(told, point, weight)


def _without_year(told: Calendar, point: date, weight: float) -> Calendar | None:
    if any(part is not None for part in (told.month, told.season, told.quarter, told.half)):
        return _yearless(told, point, weight)
    if told.weekday is not None and told.day is None and told.nth is None:
        return _weekday(told, told.weekday, point, weight)
    return _year_end(told, point, weight) if told.part == "end" else _of_day(told, point)


def _year_end(told: Calendar, point: date, weight: float) -> Calendar | None:
    december = _yearless(replace(told, month=12, part=None, is_modifier=True), point, max(weight, BACK_WEIGHT[-1]))
    return None if december is None else replace(told, year=december.year)


def _of_day(told: Calendar, point: date) -> Calendar | None:
    """A time of day, or a day of the month, said without its day or month."""
    if told.day is not None:
        candidates = [replace(told, year=y, month=m) for y, m in _near_months(point)]
        return _choose([one for one in candidates if is_possible(one)], told.selector, point, 0.5)
    return replace(told, year=point.year, month=point.month, day=point.day)


def _near_months(point: date) -> list[tuple[int, int]]:
    index = point.year * 12 + point.month - 1
    return [(near // 12, near % 12 + 1) for near in range(index - 3, index + 4)]


def _in_frame(told: Calendar, frame: Calendar) -> Calendar | None:
    """A named part inside a larger unit: "September last year", "Friday of this week"."""
    inner = replace(told, frame=None, selector=None)
    if frame.week is not None and told.weekday is not None:
        there = add_days(frame.week, told.weekday)
        return replace(inner, year=there.year, month=there.month, day=there.day)
    if frame.month is not None and told.day is not None:
        return replace(inner, year=frame.year, month=frame.month)
    if frame.year is None:
        return None
    if told.holiday is not None:
        return _holiday_in(inner, frame.year)
    return replace(inner, year=frame.year, is_fiscal=frame.is_fiscal or told.is_fiscal)


def _weekday(told: Calendar, weekday: int, point: date, weight: float) -> Calendar:
    back = (point.weekday() - weekday) % 7
    is_ahead = weight > UNKNOWN_TENSE or (weight == UNKNOWN_TENSE and back > _HALF_WEEK)
    if told.selector in {"this", "same"}:
        steps = weekday - point.weekday()
    elif told.selector == "next" or (told.selector is None and is_ahead):
        steps = (weekday - point.weekday()) % 7
        steps += 7 if steps == 0 and told.selector == "next" else 0
    else:
        steps = -back - (7 if back == 0 and told.selector in {"last", "past"} else 0)
    there = add_days(point, steps)
    return replace(told, year=there.year, month=there.month, day=there.day, selector=None)


def _yearless(told: Calendar, point: date, weight: float) -> Calendar | None:
    """A month, month-day, season, quarter or half without a year: the nearest that selector and tense allow."""
    if told.selector == "same" or (told.selector == "this" and told.season != "WI"):
        return _fit(told, point.year)
    if told.is_fiscal:
        return _fit(told, point.year)
    far = _LEAP_YEARS if (told.month, told.day) == (2, 29) else _NEAR_YEARS
    years = range(max(point.year - far, 2), min(point.year + far + 1, 9990))
    candidates = [one for one in (_fit(told, number) for number in years) if one is not None]
    if told.selector == "last" and told.month is not None:
        candidates = [one for one in candidates if not _is_just_gone(one, point)]
    if told.selector == "next" and told.month is not None and told.day is None:
        candidates = [one for one in candidates if (one.year, one.month) != (point.year, point.month + 1)]
    if told.quarter is not None or told.half is not None:
        weight = min(weight, _QUARTER_WEIGHT)
    if told.month is not None and told.weekday is None and weight == UNKNOWN_TENSE:
        weight = _OPEN_MONTH_WEIGHT
    if told.day is not None:
        weight = min(weight, _SURE_WEIGHT)
    elif weight < 1 and weight != _OPEN_MONTH_WEIGHT and not told.is_modifier:
        weight = 0.0  # a whole month of the past is never ahead; a day of a month can be, tense being a cue only
    return _choose(candidates, told.selector, point, weight)


def _fit(told: Calendar, number: int) -> Calendar | None:
    there = replace(told, year=number, selector=None)
    return there if is_possible(there) else None


def _is_just_gone(candidate: Calendar, point: date) -> bool:
    """A month of this year that ended a few weeks ago: "last September", said in October, is an older one."""
    end = whole_days(candidate)
    if end is None or end.last is None or end.last.year != point.year:
        return False
    return 0 <= (point - end.last).days < _JUST_GONE


def _slip(told: Calendar, days: Days) -> float:
    """What a day of distance counts: more where the named weekday is not that day's."""
    if told.weekday is None or told.day is None or days.first is None:
        return 1.0
    is_wrong = days.first.weekday() != told.weekday
    return _WRONG_WEEKDAY if is_wrong else 1.0


def _choose(candidates: list[Calendar], selector: str | None, point: date, weight: float) -> Calendar | None:
    """The candidate that ``selector`` asks for, else the nearer of the last and the next, days back ``weight``ed."""
    before, after, within = None, None, None
    back = ahead = math.inf
    for candidate in candidates:
        days = whole_days(candidate)
        if days is None or days.first is None or days.last is None:
            continue
        if days.last < point:
            before, back = candidate, (point - days.last).days * _slip(candidate, days)
        elif days.first > point and after is None:
            after, ahead = candidate, (days.first - point).days * _slip(candidate, days)
        elif days.first <= point:
            within = candidate
    chosen = _by_selector(selector, before, within, after)
    if chosen is None and selector is None:
        chosen = within or (before if before is not None and (after is None or back * weight <= ahead) else after)
    return None if chosen is None else replace(chosen, selector=None)


def _by_selector(
    selector: str | None, before: Calendar | None, within: Calendar | None, after: Calendar | None
) -> Calendar | None:
    if selector in {"last", "past"}:
        return before
    if selector == "next":
        return after
    return (within or after) if selector == "this" else None


def _holiday(told: Calendar, point: date, weight: float) -> Calendar | None:
    if told.year is not None:
        return _holiday_in(told, told.year)
    years = range(max(point.year - 2, 2), min(point.year + 3, 9990))
    candidates = [one for one in (_holiday_in(told, number) for number in years) if one is not None]
    if told.selector == "this":
        return _holiday_in(told, point.year)
    return _choose(candidates, told.selector, point, weight)


def _holiday_in(told: Calendar, number: int) -> Calendar | None:
    if told.holiday is None:
        return None
    day = holiday_day(told.holiday, number)
    return None if day is None else replace(told, year=day.year, month=day.month, day=day.day, holiday=None)


def _settle_shift(meaning: Shift, base: Days | None) -> Settled:
    if meaning.count.is_vague:
        return _settle_vague(meaning, base)
    if base is None:
        return Settled(None, _UNKNOWN_VALUES.get(meaning.unit, "XXXX"), Precision.OPEN)
    ends = [_shifted(meaning, point) if point is not None else None for point in (base.first, base.last)]
    return _loosened(_join(*ends, is_counted=True), meaning, base)


def _loosened(exact: Settled, meaning: Shift, base: Days) -> Settled:
    """The days that "about", "nearly", "more than" leave open; the value stays that of the told number."""
    if exact.days is None or meaning.slack == "=":
        return exact
    least, most = counts_of(meaning.count.least, meaning.unit, meaning.slack)
    near, far = (meaning.sign * steps for steps in (least, most))
    first, last = (near, far) if meaning.sign > 0 else (far, near)
    low = None if base.first is None else moved(base.first, meaning.unit, first)
    high = None if base.last is None else moved(base.last, meaning.unit, last)
    days = exact.days.hull(Days(low, high))
    return exact if days == exact.days else replace(exact, days=days, precision=_precision(days))


def _precision(days: Days) -> Precision:
    return Precision.OPEN if days.is_open else Precision.RANGE


def _shifted(meaning: Shift, point: date) -> Calendar:
    """The calendar unit that lies the told number of units from ``point``."""
    steps = meaning.sign * meaning.count.least
    if isinstance(meaning.base, Relative) and meaning.base.unit in {"week", "month"}:
        there = moved(point, meaning.unit, steps)
        is_week = meaning.base.unit == "week"
        return Calendar(week=week_of(there).first) if is_week else Calendar(year=there.year, month=there.month)
    if meaning.unit in UNIT_MONTHS and not isinstance(meaning.base, Calendar | Relative):
        return _shifted_months(meaning.unit, point, steps)
    there = moved(point, meaning.unit, steps)
    if meaning.unit == "week" and meaning.count.least >= _MANY_WEEKS:
        return Calendar(week=week_of(there).first)
    return Calendar(year=there.year, month=there.month, day=there.day, daypart=meaning.daypart)


def _shifted_months(unit: str, point: date, steps: float) -> Calendar:
    if (year := point.year + math.floor(steps * UNIT_MONTHS[unit] / 12)) < 1:
        return Calendar(year=1 - year, is_before_christ=True)
    index = month_index(point, unit, steps)
    if unit == "month" or steps != int(steps):
        return Calendar(year=index // 12, month=index % 12 + 1)
    if unit == "quarter":
        return Calendar(year=index // 12, quarter=index % 12 // 3 + 1)
    # decades and centuries are not counted to the year
    return Calendar(year=index // 12) if unit == "year" else Calendar(decade=index // 120)


def _settle_vague(meaning: Shift, base: Days | None) -> Settled:
    value = "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"
    if base is None:
        return Settled(None, value, Precision.OPEN)
    least, most = vague_bounds(meaning.count, meaning.unit)
    first, last = base.first, base.last
    if meaning.sign < 0:
        low = None if most is None or first is None else add_days(first, -most)
        return _range(low, None if last is None else add_days(last, -least), value)
    high = None if most is None or last is None else add_days(last, most)
    return _range(None if first is None else add_days(first, least), high, value)


def _range(low: date | None, high: date | None, value: str) -> Settled:
    return Settled(Days(low, high), value, Precision.OPEN if low is None or high is None else Precision.RANGE)
