"""The calendar unit that lies so many units from a day: "last week", "this year", "the weekend"."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from typing import Any

from extractors.days import add_days
from extractors.time_expressions.calendar_days import SEASON_MONTHS
from extractors.time_expressions.meanings import Base, Calendar, Relative

#: What a day back counts against a day ahead when a yearless date is placed, by tense from -2 (surely past) to 2.
BACK_WEIGHT = {-2: 0.08, -1: 0.4, 0: 1.0, 1: 3.0, 2: math.inf}
UNKNOWN_TENSE = 1.0
UNIT_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
UNIT_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_WEDNESDAY, _SATURDAY = 2, 5


def past_weekend(meaning: Relative, point: date, weight: float) -> Relative:
    """The weekend of a past clause is the one before, unless it has begun; without tense, and "this", the nearer."""
    if meaning.unit != "weekend" or meaning.steps or weight > UNKNOWN_TENSE or point.weekday() >= _SATURDAY:
        return meaning
    if meaning.base is Base.REFERENCE and point.weekday() > _WEDNESDAY:
        return meaning
    if weight == UNKNOWN_TENSE and (meaning.base is not Base.NEAREST or point.weekday() > _WEDNESDAY):
        return meaning
    return replace(meaning, steps=-1)


def complete_relative(meaning: Relative, point: date) -> Calendar:
    """The calendar unit that lies ``steps`` units from the one that holds ``point``."""
    extra: dict[str, Any] = {"part": meaning.part, "daypart": meaning.daypart, "clock": meaning.clock}
    unit, steps = meaning.unit, meaning.steps
    if unit in {"day", "hour", "minute", "second"}:
        there = add_days(point, steps if unit == "day" else 0)
        return Calendar(year=there.year, month=there.month, day=there.day, **extra)
    if unit in {"week", "weekend", "fortnight"}:
        monday = add_days(point, -point.weekday() + steps * UNIT_DAYS[unit])
        return Calendar(week=monday, is_weekend=unit == "weekend", **extra)
    return _month_units(meaning, point, extra)


def _month_units(meaning: Relative, point: date, extra: dict[str, Any]) -> Calendar:
    unit, steps = meaning.unit, meaning.steps
    if unit == "season":
        return _season_from(point, steps, extra)
    index = (point.year * 12 + point.month - 1) // UNIT_MONTHS[unit] + steps
    if unit == "month":
        return Calendar(year=index // 12, month=index % 12 + 1, **extra)
    if unit == "quarter":
        return Calendar(year=index // 4, quarter=index % 4 + 1, **extra)
    if unit == "half":
        return Calendar(year=index // 2, half=index % 2 + 1, **extra)
    if unit == "year":
        return Calendar(year=index, is_fiscal=meaning.is_fiscal, **extra)
    return Calendar(decade=index, **extra) if unit == "decade" else Calendar(century=index + 1, **extra)


def _season_from(point: date, steps: int, extra: dict[str, Any]) -> Calendar:
    index = (point.year * 12 + point.month - 3) // 3 + steps
    names = list(SEASON_MONTHS)
    return Calendar(year=index // 4, season=names[index % 4], **extra)
