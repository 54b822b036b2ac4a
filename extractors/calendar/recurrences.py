"""Wordings that come back every year: which reference days they leave, once other clues have bounded the year.

A rule of thumb about how news is told is carried by a clue whose ``days`` are open (the words alone allow any year) and
whose ``rule`` names the recurrence.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from datetime import date

from extractors.claims import ReferenceClue
from extractors.days import Days, add_days, month

_PREFIX = "every year: "
#: Years tried on either side when a recurrence meets an interval.
_MARGIN = 1


def rule_of(kind: str, name: str, month_number: int, day_number: int) -> str:
    """The ``rule`` of a clue that recurs: of ``kind``, shown to people as ``name``."""
    return f"{_PREFIX}{kind} {month_number:02d}-{day_number:02d} ({name})"


def named(rule: str) -> str:
    """The rule of any clue in words for people."""
    return rule.partition("(")[2].removesuffix(")") if rule.startswith(_PREFIX) else rule


def narrowed(days: Days, clues: Sequence[ReferenceClue], *, is_recent: bool) -> tuple[Days, list[ReferenceClue]]:
    """``days`` with what the recurring ``clues`` rule out taken away, and the clues that did it.

    A clue that fits no year is left out. ``is_recent`` says that the first possible days are the likely ones: of an
    interval without end the first year that fits is taken; otherwise such an interval stays as it is.
    """
    used: list[ReferenceClue] = []
    recurring = [clue for clue in clues if clue.rule.startswith(_PREFIX)]
    is_moving = days.first is not None and (days.last is not None or is_recent)
    while is_moving:
        is_moving = False
        for clue in recurring:
            smaller = _fitting(days, clue.rule)
            if smaller is not None and smaller != days:
                days, is_moving = smaller, True
                used.append(clue)
    return days, used


def _fitting(days: Days, rule: str) -> Days | None:
    """The smallest interval with all days of ``days`` that some year of the recurrence allows; None when none does."""
    assert days.first is not None  # noqa: S101 - intervals without a begin are told apart by the caller
    last_year = days.first.year if days.last is None else days.last.year
    years = range(days.first.year - _MARGIN, last_year + _MARGIN + 1)
    met = [common for option in _options(rule, years) if (common := days.intersection(option)) is not None]
    if not met:
        return None
    if days.last is None:
        return met[0]
    return Days(met[0].first, met[-1].last)


def _options(rule: str, years: Iterable[int]) -> Iterable[Days]:
    kind, when = rule.removeprefix(_PREFIX).split(" ")[:2]
    month_number, day_number = (int(part) for part in when.split("-"))
    for year in years:
        yield _in_year(kind, year, month_number, day_number)


def _in_year(kind: str, year: int, month_number: int, day_number: int) -> Days:
    """The reference days when the words mean month and day of ``year``."""
    whole = month(year, month_number)
    assert whole.first is not None  # noqa: S101 - a month has two ends
    assert whole.last is not None  # noqa: S101
    if kind == "fresh_day":
        day = date(year, month_number, min(day_number, calendar.monthrange(year, month_number)[1]))
        return Days(day, max(whole.last, add_days(day, 7)))
    if kind == "year_end":
        return Days(whole.first, date(year + 1, 1, 31))
    return Days(add_days(whole.last, 1), add_days(date(year + 1, month_number, 1), -1))
