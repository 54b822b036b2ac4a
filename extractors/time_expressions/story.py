"""What a day that was told says about the year of those told after it."""

from __future__ import annotations

from datetime import date

from extractors.time_expressions.fineness import UNIT_DAYS
from extractors.time_expressions.found import Found
from extractors.time_expressions.meanings import Calendar
from extractors.time_expressions.verb_cues import is_past_form

#: A day so many months before the one told just now is of the next year.
_TURN = 9


def is_next_year(meaning: Calendar, told: date, fineness: float) -> bool:
    """A story goes on: a 3 January told right after a December with its year is of the next year."""
    is_day = meaning.month is not None and meaning.day is not None and fineness <= UNIT_DAYS["month"]
    return is_day and told.month - (meaning.month or 12) >= _TURN


def is_aside(found: Found) -> bool:
    """It dates what a participle after a comma adds: "the record, set in April 1970, was broken on 26 November"."""
    before = found.before[-3:]
    return len(before) == 3 and before[0] == "," and is_past_form(before[1]) and found.after[:1] == (",",)
