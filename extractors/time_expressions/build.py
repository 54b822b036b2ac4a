"""From the words of a match to its meaning: one small builder per kind of pattern."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from extractors.time_expressions.calendar_days import is_possible
from extractors.time_expressions.forms import Pattern
from extractors.time_expressions.meanings import (
    Base,
    Calendar,
    Count,
    Duration,
    Meaning,
    Recurring,
    Relative,
    Shift,
    Vague,
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A symbol of a match, what it stands for, and the tokens ``start .. end`` it covers."""

    symbol: str
    value: Any
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """One expression of a match: its tokens and its meaning. Lists and ranges have several."""

    start: int
    end: int
    meaning: Meaning


Slots = tuple[Slot, ...]
ONE = Count(1, 1)
_VAGUE_PLURAL = Count(1, 1, is_vague=True)


def build(pattern: Pattern, slots: Slots, start: int, end: int) -> tuple[Part, ...]:
    """The expressions that ``pattern`` finds in these slots; none when the words contradict the calendar."""
    if pattern.builds in _SEVERAL:
        return _SEVERAL[pattern.builds](pattern, slots, start, end)
    meaning = _BUILDERS[pattern.builds](pattern.fixed, slots)
    return () if meaning is None else (Part(start, end, meaning),)


#: How the value of a symbol enters a calendar part.
_FIELDS = {
    "MONTH": "month",
    "DAY": "day",
    "DAYWORD": "day",
    "NTH": "day",
    "YEAR": "year",
    "ANYYEAR": "year",
    "WEEKDAY": "weekday",
    "WEEKDAYABBR": "weekday",
    "SEASON": "season",
    "DECADE": "decade",
    "DECADEWORD": "decade",
    "HOLIDAY": "holiday",
    "PART": "part",
    "PARTOF": "part",
    "DAYPART": "daypart",
    "CLOCK": "clock",
    "TOD": "clock",
    "SELECTOR": "selector",
}


def _calendar(fixed: dict[str, Any], slots: Slots) -> Calendar | None:
    fields: dict[str, Any] = {}
    for slot in slots:
        _enter(fields, slot, fixed)
    fields |= {name: value for name, value in fixed.items() if name != "ordinal"}
    if (fields.get("quarter") or 1) > 4 or (fields.get("half") or 1) > 2:
        return None
    told = Calendar(**fields)
    return told if is_possible(told) else None


def _enter(fields: dict[str, Any], slot: Slot, fixed: dict[str, Any]) -> None:
    value = slot.value
    if isinstance(value, Calendar):
        fields.update({name: getattr(value, name) for name in _told(value)})
    elif isinstance(value, Relative):
        fields["frame"] = value
    elif slot.symbol in _FIELDS:
        fields[_FIELDS[slot.symbol]] = value
    elif slot.symbol == "ORD":
        fields[fixed["ordinal"]] = value
    elif slot.symbol in _NUMERIC:
        fields.update(_NUMERIC[slot.symbol](*value))


def _told(told: Calendar) -> list[str]:
    return [name for name in Calendar.__dataclass_fields__ if getattr(told, name) not in {None, False}]


def _month_first(first: int, second: int, year: int | None = None) -> dict[str, Any]:
    """Month and day of a numeric date: month first unless only the other order is possible."""
    month, day = (second, first) if first > 12 else (first, second)
    fields: dict[str, Any] = {"month": month, "day": day, "can_swap": max(first, second) <= 12 and first != second}
    return fields if year is None else {**fields, "year": year}


_NUMERIC: dict[str, Callable[..., dict[str, Any]]] = {
    "ISODATE": lambda year, month, day: {"year": year, "month": month, "day": day},
    "ISOMONTH": lambda year, month: {"year": year, "month": month},
    "NUMDATE": _month_first,
    "DAYMONTH": _month_first,
    "YEARSPAN": lambda first, last: {"year": first, "end_year": last},
}


def _value(slots: Slots, *symbols: str, otherwise: Any = None) -> Any:
    return next((slot.value for slot in slots if slot.symbol in symbols), otherwise)


#: Steps and base of the words that choose a unit.
_SELECTED = {"last": -1, "past": -1, "this": 0, "next": 1}


def _relative(fixed: dict[str, Any], slots: Slots) -> Relative | None:
    base: Any = _value(slots, "REL")
    if isinstance(base, Relative):
        fields = {name: getattr(base, name) for name in Relative.__dataclass_fields__}
    else:
        fields = {"unit": _value(slots, "UNIT", "DAYUNIT", otherwise="day")}
        fields["steps"] = _value(slots, "TODAY", otherwise=_SELECTED.get(_value(slots, "SELECTOR", otherwise=""), 0))
    fields |= {_FIELDS[s.symbol]: s.value for s in slots if s.symbol in {"PART", "PARTOF", "DAYPART", "CLOCK", "TOD"}}
    fields |= {name: Base(value) if name == "base" else value for name, value in fixed.items()}
    return Relative(**fields)


def _shift(fixed: dict[str, Any], slots: Slots) -> Shift | None:
    count = _value(slots, "NUM", "COUNT", "A")
    unit = _value(slots, "UNIT", "UNITS")
    if count is None:
        count = _VAGUE_PLURAL if _value(slots, "UNITS") else ONE
    if unit == "half":
        return None
    if unit == "fortnight":
        count, unit = Count(count.least * 2, count.most * 2, count.is_vague), "week"
    base = _value(slots, "CAL", "REL", "BAREDAY", otherwise=Base(fixed.get("base", "reference")))
    slack = _value(slots, "APPROX", otherwise="=")
    return Shift(count=count, unit=unit, sign=fixed["sign"], base=base, daypart=_value(slots, "DAYPART"), slack=slack)


def _duration(fixed: dict[str, Any], slots: Slots) -> Duration | None:
    count = _value(slots, "NUM", "COUNT", "A", otherwise=None)
    if "count" in fixed:
        count = Count(fixed["count"], fixed["count"])
    if count is None:
        count = _VAGUE_PLURAL if _value(slots, "UNITS") else ONE
    counts = [slot.value for slot in slots if slot.symbol in {"NUM", "COUNT"}]
    if len(counts) > 1:
        count = Count(counts[0].least, counts[-1].most, counts[0].is_vague)
    unit = fixed.get("unit") or _value(slots, "UNIT", "UNITS")
    slack = _value(slots, "APPROX", otherwise="=")
    return Duration(count=count, unit=unit, toward=fixed.get("toward", 0), slack=slack)


#: TimeML letter of a unit, and the mark that separates times from dates.
UNIT_LETTERS = {
    "second": "TXS",
    "minute": "TXM",
    "hour": "TXH",
    "day": "XD",
    "weekend": "XWE",
    "week": "XW",
    "fortnight": "XW",
    "month": "XM",
    "quarter": "XQ",
    "half": "XH",
    "season": "XSE",
    "year": "XY",
    "decade": "XDE",
    "century": "XC",
}


def duration_value(count: Count, unit: str) -> str:
    """``P3M``, ``PT5H``, ``PXY``: the TimeML value of a number of units."""
    digits = count.digits
    if unit in {"minute", "hour"} and count.least == 1.5:
        return {"minute": "PT1M30S", "hour": "PT1H30M"}[unit]
    if unit == "year" and not count.is_vague and count.least >= 1000 and count.least % 1000 == 0:
        return f"P{int(count.least // 1000)}L"
    if unit == "decade" and not count.is_vague:
        return f"P{round(count.least * 10)}Y"
    return "P" + UNIT_LETTERS[unit].replace("X", digits, 1)


def _recurring(fixed: dict[str, Any], slots: Slots) -> Recurring | None:
    part = _value(slots, "DAYPART", "DAYPARTS")
    time = "" if part is None else f"T{part}"
    named: list[tuple[Any, Callable[[Any], str]]] = [
        (fixed.get("value"), str),
        (_value(slots, "MONTH"), lambda month: f"XXXX-{month:02d}"),
        (_value(slots, "WEEKDAY", "WEEKDAYS"), lambda weekday: f"XXXX-WXX-{weekday + 1}{time}"),
        (_value(slots, "SEASON", "SEASONS"), lambda season: f"XXXX-{season}"),
        (part, lambda _: f"XXXX-XX-XX{time}"),
        (_value(slots, "ADVERB"), str),
    ]
    for value, write in named:
        if value is not None:
            return Recurring(value=write(value))
    count = _value(slots, "NUM", "COUNT", otherwise=ONE)
    return Recurring(value=duration_value(count, _value(slots, "UNIT", "UNITS")))


def _vague(fixed: dict[str, Any], slots: Slots) -> Vague | None:
    value = fixed.get("value") or _value(slots, "PAST", "PRESENT", "FUTURE")
    return Vague(value=value, toward={"PAST_REF": -1, "FUTURE_REF": 1}.get(value, 0))


_BUILDERS: dict[str, Callable[[dict[str, Any], Slots], Meaning | None]] = {
    "calendar": _calendar,
    "relative": _relative,
    "shift": _shift,
    "duration": _duration,
    "recurring": _recurring,
    "vague": _vague,
}


def _list(pattern: Pattern, slots: Slots, start: int, end: int) -> tuple[Part, ...]:
    """Several members that share what is told once: "19 to 21 February", "the 18th and 19th centuries".

    ``fixed.member`` names the symbol of the members; every other slot belongs to all. The words before the first
    member belong to it, those after the last member to the last.
    """
    symbols = frozenset(pattern.fixed["members"])
    shared = {name: value for name, value in pattern.fixed.items() if name != "members"}
    members = [slot for slot in slots if slot.symbol in symbols]
    others = [slot for slot in slots if slot.symbol not in symbols]
    parts = []
    for number, slot in enumerate(members):
        weekday = [one for one in others if one.symbol == "WEEKDAY" and one.start < slot.start]
        common = [one for one in others if one.symbol != "WEEKDAY"] + weekday[-1:]
        told = _calendar(shared, (*common, slot))
        if told is None:
            return ()
        first = min([slot.start, *(one.start for one in weekday[-1:])])
        bounds = (start if number == 0 else first, end if number == len(members) - 1 else slot.end)
        parts.append(Part(*bounds, told))
    return tuple(parts)


def _years(_pattern: Pattern, slots: Slots, start: int, end: int) -> tuple[Part, ...]:
    """Two years joined by a dash; none unless the second follows the first."""
    first, second = slots
    last = second.value if second.symbol == "YEAR" else first.value // 100 * 100 + second.value
    if last <= first.value or last > first.value + 400:
        return ()
    one, two = Calendar(year=first.value), Calendar(year=last)
    return (Part(start, first.end, one), Part(second.start, end, two)) if is_possible(one) and is_possible(two) else ()


def _recurring_list(_pattern: Pattern, slots: Slots, start: int, end: int) -> tuple[Part, ...]:
    """Weekdays that share a part of the day that comes again: "Monday and Friday nights"."""
    part = _value(slots, "DAYPARTS")
    days = [slot for slot in slots if slot.symbol == "WEEKDAY"]
    return tuple(
        Part(start if one is days[0] else one.start, end if one is days[-1] else one.end, _again(one.value, part))
        for one in days
    )


def _again(weekday: int, part: str) -> Recurring:
    return Recurring(value=f"XXXX-WXX-{weekday + 1}T{part}")


_SEVERAL = {"list": _list, "years": _years, "recurring_list": _recurring_list}


def swapped(told: Calendar) -> Calendar:
    """The same numeric date with day and month exchanged."""
    return replace(told, month=told.day, day=told.month, can_swap=False)
