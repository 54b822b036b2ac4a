"""What all expressions of a page together tell about it: order of numeric dates, end of the fiscal year, its era."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.days import Days
from extractors.time_expressions.meanings import Calendar, Meaning, Relative, Shift

_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_FISCAL_END = re.compile(
    r"(?:fiscal|financial) year[^.;\n]{0,40}?\b(?:ends?|ended|ending|closes?|runs to|through)\b"
    rf"[^.;\n]{{0,20}}?\b({_MONTH})",
    re.IGNORECASE,
)
_MONTHS = _MONTH.split("|")
#: A page that names at least this many far years, and so many for each word that counts from its own day, is a
#: history: its own day is no day that it speaks from. News that look back name that day more often.
_HISTORY_YEARS, _HISTORY_RATIO = 8, 12
_FAR_YEARS = 2
#: So many years before our era make a page one of ancient history.
_ANCIENT_YEARS = 5


@dataclass(frozen=True, slots=True)
class PageTraits:
    """Traits of one page that decide between readings of its dates."""

    is_day_first: bool
    fiscal_end: int | None
    is_history: bool
    is_ancient: bool


def traits_of(text: str, found: Sequence[tuple[Meaning, str]], reference: Days | None) -> PageTraits:
    """The traits of a page from its expressions: their meanings and their words."""
    match = _FISCAL_END.search(text)
    far, deictic = _far_and_deictic([meaning for meaning, _ in found], reference)
    return PageTraits(
        is_day_first=_is_day_first(found),
        fiscal_end=_MONTHS.index(match.group(1).lower()) + 1 if match else None,
        is_history=far >= _HISTORY_YEARS and far >= _HISTORY_RATIO * deictic,
        is_ancient=sum(_is_before_christ(meaning) for meaning, _ in found) >= _ANCIENT_YEARS,
    )


def _is_day_first(found: Iterable[tuple[Meaning, str]]) -> bool:
    """More dates with the day first than with the month first; numeric dates that only one order allows count most."""
    votes = 0
    for meaning, words in found:
        if not isinstance(meaning, Calendar) or meaning.month is None or meaning.day is None:
            continue
        if words[:1].isdecimal() and "/" in words and not meaning.can_swap:
            first, second = (int(part) for part in words.split("/")[:2])
            votes += 100 * ((first > 12) - (second > 12))
        elif words[:1].isdecimal() and " " in words:
            votes += 1
        elif words[:1].isalpha() and words[-1:].isdecimal() and not words.lower().startswith("the"):
            votes -= 1
    return votes > 0


def _far_and_deictic(meanings: Iterable[Meaning], reference: Days | None) -> tuple[int, int]:
    """How many years far from the day of speaking are named, and how many words count from that day."""
    far = deictic = 0
    if reference is None or reference.first is None:
        return far, deictic
    for meaning in meanings:
        if isinstance(meaning, Calendar) and meaning.year is not None:
            far += abs(meaning.year - reference.first.year) >= _FAR_YEARS
        elif _is_deictic(meaning):
            deictic += 1
    return far, deictic


def _is_before_christ(meaning: Meaning) -> bool:
    return isinstance(meaning, Calendar) and meaning.is_before_christ


def _is_deictic(meaning: Meaning) -> bool:
    if isinstance(meaning, Calendar):
        return meaning.weekday is not None and meaning.month is None
    return isinstance(meaning, Relative | Shift) and str(getattr(meaning, "base", "")) == "reference"
