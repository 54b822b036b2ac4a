"""The best single guess at when something happened, where an article names no time: the day its news took place.

Mentions never use this: a day that is only guessed is false precision there. It serves who must put an event on a line.
"""

from __future__ import annotations

from datetime import timedelta

from extractors.days import Days, day_of
from extractors.event_mentions.document import Document
from schemas import TimeExpression
from schemas.enumerations import TimexType

#: How many sentences at the head of an article tell when its news took place, and how far back that can be.
_LEAD_SENTENCES = 4
_NEWS_AGE = timedelta(days=6)
_TODAY_RULES = frozenset({"today", "part_of_today", "weekday", "weekday_and_time_of_day"})


def story_days(document: Document) -> Days:
    """The day of the article's news: a day of the week before that its first sentences name, else the reference days.

    A lead that speaks of today keeps the reference day, whatever earlier day it names beside it.
    """
    reference = document.reference.days
    if not reference.is_day or reference.last is None:
        return reference
    lead = [row for row in document.time_expressions if row.sentence_number < _LEAD_SENTENCES and _names_day(row)]
    today = reference.last
    if any(row.first_day == today and row.date_rule in _TODAY_RULES for row in lead):
        return reference
    told = [row.first_day for row in lead if row.first_day is not None]
    return next((day_of(day) for day in told if timedelta(0) < today - day <= _NEWS_AGE), reference)


def _names_day(row: TimeExpression) -> bool:
    is_day = row.first_day is not None and row.first_day == row.last_day
    return is_day and row.timex_type in (TimexType.DATE, TimexType.TIME) and row.date_rule != "clock"
