"""Days told without their year whose year everybody knows, or that the page has told elsewhere with it."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from extractors import lexicons
from extractors.days import Days
from extractors.time_expressions.found import Found
from extractors.time_expressions.meanings import Calendar
from extractors.time_expressions.tense import FUTURE

#: The word that tells which happening is meant stands so far behind the day.
_NEAR = 2
#: Words behind a day that is spoken of as coming again each year.
_AGAIN = frozenset({"anniversary", "birthday", "memorial", "commemoration", "commemorations", "holiday", "festival"})
MonthDay = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Known:
    day: date
    spelled: str
    words: frozenset[str]


class KnownDays:
    """Which days of a page mean those of a certain year."""

    def __init__(self, text: str, found: Iterable[Found], *, is_history: bool) -> None:
        self._text = text
        self._years: dict[MonthDay, set[int]] = {}
        for one in found:
            told = one.meaning
            if not isinstance(told, Calendar) or told.month is None or told.day is None:
                continue
            year = told.year if not is_history else None
            if told.year is None and (known := self._named(one)) is not None:
                year = known.day.year
            if year is not None:
                self._years.setdefault((told.month, told.day), set()).add(year)

    def applied(self, one: Found, reference: Days | None) -> Found:
        """``one`` with the year of the day it means, unless that day may lie after the day of speaking."""
        told = one.meaning
        if reference is None or reference.first is None or not isinstance(told, Calendar) or not _is_yearless(told):
            return one
        if (one.tense >= FUTURE and self._named(one) is None) or not _AGAIN.isdisjoint(one.after[:_NEAR]):
            return one
        years = self._years.get((told.month or 0, told.day or 0), set())
        if len(years) != 1 or date(min(years), told.month or 1, told.day or 1) > reference.first:
            return one
        return replace(one, meaning=replace(told, year=min(years), is_known=True, can_swap=False))

    def _named(self, one: Found) -> _Known | None:
        """The known day that ``one`` names together with the words behind it."""
        told, quote = one.meaning, self._text[one.start : one.end]
        if not isinstance(told, Calendar) or not _is_yearless(told):
            return None
        for known in _known_days().get((told.month or 0, told.day or 0), ()):
            if quote == known.spelled or not known.words.isdisjoint(one.after[:_NEAR]):
                return known
        return None


def _is_yearless(told: Calendar) -> bool:
    is_placed = told.year is not None or told.frame is not None or told.selector is not None or told.weekday is not None
    return told.month is not None and told.day is not None and not is_placed


@functools.cache
def _known_days() -> dict[MonthDay, tuple[_Known, ...]]:
    known: dict[MonthDay, tuple[_Known, ...]] = {}
    for entry in lexicons.load("time_known_days")["known_day"]:
        day = entry["day"]
        one = _Known(day, entry.get("spelled", ""), frozenset(entry["words"]))
        known[day.month, day.day] = (*known.get((day.month, day.day), ()), one)
    return known
