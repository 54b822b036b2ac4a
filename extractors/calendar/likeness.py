"""Whether two claims surely mean the same happening, so that their disagreement is worth a reader's time.

A wrong merge, a weekday read one week off and a year told loosely look like contradictions, too. Such claims are set
aside all the same; they only make no finding.
"""

from __future__ import annotations

import calendar
import re

from extractors.calendar.reports import Report
from schemas.enumerations import EventType, Precision

#: Of these there are many every day: their claims must share more words to be one happening.
_FREQUENT = frozenset({EventType.DEATH, EventType.ASSAULT, EventType.STATEMENT, EventType.PROTEST, EventType.DISASTER})
#: Names of days and months tell nothing of what happened.
_TIMES = frozenset(name.casefold() for name in (*calendar.day_name, *calendar.month_name))
_TOKEN = re.compile(r"[^\W\d_][\w'’-]*|\d+")
_LAST_DAY_OF_MONTH, _FIRST_YEAR = 31, 1900


def is_worth_telling(one: Report, other: Report) -> bool:
    """The claims share telling words, one of them gives a day, and they do not differ by whole weeks of a weekday."""
    if Precision.DAY not in {one.mention.precision, other.mention.precision} or _is_week_off(one, other):
        return False
    shared = telling_words(one.mention.sentence) & telling_words(other.mention.sentence)
    return len(shared) >= (2 if one.mention.event_type in _FREQUENT else 1)


def telling_words(sentence: str) -> frozenset[str]:
    """Names and numbers of a sentence that are not about time; the first word is large in any case."""
    tokens = [match[0] for match in _TOKEN.finditer(sentence)]
    names = (re.sub(r"['’]s$", "", token).casefold() for token in tokens[1:] if token[0].isupper())
    numbers = (token for token in tokens if token.isdigit() and _LAST_DAY_OF_MONTH < int(token) < _FIRST_YEAR)
    return frozenset(names) - _TIMES | frozenset(numbers)


def _is_week_off(one: Report, other: Report) -> bool:
    """A weekday was read a week or more too early or late by one of them."""
    if not (one.told.is_day and other.told.is_day and (one.is_relative or other.is_relative)):
        return False
    first, second = one.told.first, other.told.first
    return first is not None and second is not None and (first - second).days % 7 == 0
