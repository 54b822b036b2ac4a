"""Whether two claims surely mean the same happening, so that their disagreement is worth a reader's time.

A wrong merge, a weekday read one week off, words for a time that belong to another verb, and a period told loosely look
like contradictions, too. Such claims are set aside all the same; they only make no finding.
"""

from __future__ import annotations

import calendar
import functools
import re
from collections.abc import Mapping
from datetime import date

from extractors.calendar.reports import Report
from extractors.days import Days
from extractors.event_mentions.gazetteer import country_code, demonym_code
from extractors.events.lexemes import is_past_form
from schemas import EventMention
from schemas.enumerations import EventType, Precision

#: Of these there are many every day: the names of countries and peoples do not tell one from the other.
_FREQUENT = frozenset({EventType.DEATH, EventType.ASSAULT, EventType.STATEMENT, EventType.PROTEST, EventType.DISASTER})
#: Names of days and months tell nothing of what happened.
_TIMES = frozenset(name.casefold() for name in (*calendar.day_name, *calendar.month_name))
_TOKEN = re.compile(r"[^\W\d_][\w'’-]*|\d+")
_LAST_DAY_OF_MONTH, _FIRST_YEAR = 31, 1900
#: Words in common: names and numbers, or one of them and so many other words of this length.
_LEAST_NAMES, _LEAST_WORDS, _SHORTEST = 2, 2, 4
#: How far off a week and a part of a month are told, in days: weeks begin on Sunday for some, "mid-May" on the 10th.
_WEEK_SLACK, _PART_SLACK = 2, 5
_LONGEST_PART = 11
#: Short articles have so many characters at most; two tell one story when they share so many names, and this part.
_SHORT_ARTICLE, _LEAST_SHARED, _MOSTLY, _FEW_DAYS = 3000, 2, 0.33, 3
_INSIDE = re.compile(r"[a-z,] ([A-Z][^\W\d_]{2,})")
#: Days told by pointing back: they are as wrong as what is taken to be pointed at.
_POINTING = re.compile(r"\b(?:(?:the )?same|that|those|this very)\b", re.IGNORECASE)
#: Who says so is not what happened.
_WITNESS = re.compile(r"\baccording to [^,.;]*", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:an?|the|this|that|his|her|its|their|\w+['’]s?)\s+(?:[\w'’-]+\s+){0,2}$", re.IGNORECASE)


def is_worth_telling(one: Report, other: Report, bodies: Mapping[str, str]) -> bool:
    """Both are dated by words of their own, tell of one thing, and differ by more than loose words and weeks do.

    ``bodies`` are the texts of the articles by id.
    """
    if Precision.DAY not in {one.mention.precision, other.mention.precision}:
        return False
    if _is_week_off(one, other) or _distance(one.told, other.told) <= max(_slack(one), _slack(other)):
        return False
    if _is_lent(one) or _is_lent(other):
        return False
    return _tells_of_one_thing(one, other) or _tells_one_story(one, other, bodies)


def _tells_one_story(one: Report, other: Report, bodies: Mapping[str, str]) -> bool:
    """Short articles with most of their names in common tell of it by the same word, a few days apart."""
    texts = [bodies.get(report.article.article_id, "") for report in (one, other)]
    if max(map(len, texts)) > _SHORT_ARTICLE or _distance(one.told, other.told) > _FEW_DAYS:
        return False
    if _stem_of(one) != _stem_of(other) and not _is_one_mode(one.mention, other.mention):
        return False
    mine, theirs = (_named(text) for text in texts)
    shared = mine & theirs
    return len(shared) >= _LEAST_SHARED and len(shared) >= _MOSTLY * min(len(mine), len(theirs))


def _is_one_mode(one: EventMention, other: EventMention) -> bool:
    """Two words for one form of one act: "blast" and "explosion"."""
    return one.event_type is other.event_type and one.event_mode is not None and one.event_mode == other.event_mode


def _stem_of(report: Report) -> str:
    return report.mention.trigger.split()[-1].casefold()[:5]


@functools.lru_cache(maxsize=1 << 12)
def _named(text: str) -> frozenset[str]:
    """The names inside the sentences of a text, of countries and peoples none."""
    names = frozenset(match[1].casefold() for match in _INSIDE.finditer(text)) - _TIMES
    return frozenset(name for name in names if not _is_of_people(name))


def _tells_of_one_thing(one: Report, other: Report) -> bool:
    """The sentences share names or numbers, or one of them and other words."""
    names = telling_words(one.mention.sentence) & telling_words(other.mention.sentence)
    if one.mention.event_type in _FREQUENT:
        names = frozenset(name for name in names if not _is_of_people(name))
    shared = _words(one.mention.sentence) & _words(other.mention.sentence)
    return len(names) >= _LEAST_NAMES or (bool(names) and len(shared - names) >= _LEAST_WORDS)


def telling_words(sentence: str) -> frozenset[str]:
    """Names and numbers of a sentence that are not about time; the first word is large in any case."""
    tokens = [match[0] for match in _TOKEN.finditer(sentence)]
    names = (re.sub(r"['’]s$", "", token).casefold() for token in tokens[1:] if token[0].isupper())
    numbers = (token for token in tokens if token.isdigit() and _LAST_DAY_OF_MONTH < int(token) < _FIRST_YEAR)
    return frozenset(names) - _TIMES | frozenset(numbers)


def _is_of_people(word: str) -> bool:
    """The word names a country or its people."""
    forms = {word.title(), word.upper(), word.title().removesuffix("s")}
    return any(country_code(form) or demonym_code(form) for form in forms)


def _words(sentence: str) -> frozenset[str]:
    told = _WITNESS.sub(" ", sentence)
    words = (re.sub(r"['’]s$", "", match[0]).casefold() for match in _TOKEN.finditer(told))
    return frozenset(word for word in words if len(word) >= _SHORTEST) - _TIMES


def _is_lent(report: Report) -> bool:
    """The time points back, or a comma parts it from what is only named: "on Monday, he saw the wreck"."""
    mention = report.mention
    told = mention.time_text or ""
    if _POINTING.search(told):
        return True
    trigger = mention.sentence.find(mention.trigger)
    start = mention.sentence.find(told)
    if not told or trigger < 0 or start < 0 or not _is_named(mention, trigger):
        return False
    first, last = sorted([(start, start + len(told)), (trigger, trigger + len(mention.trigger))])
    return "," in mention.sentence[first[1] : last[0]]


def _is_named(mention: EventMention, start: int) -> bool:
    """A noun names the happening ("the wreck"); no verb tells of it."""
    is_verb = is_past_form(mention.trigger.split()[0])
    return not is_verb and _NAMED.search(mention.sentence[:start]) is not None


def _slack(report: Report) -> int:
    """How many days beyond its days a told period may well reach."""
    first, last = report.told.first, report.told.last
    if first is None or last is None or first == last:
        return 0
    length = (last - first).days + 1
    is_part = length <= _LONGEST_PART and report.mention.precision is Precision.RANGE
    return _PART_SLACK if is_part else _WEEK_SLACK if length <= _LONGEST_PART else 0


def _distance(one: Days, other: Days) -> int:
    """The days between two intervals; 0 where they meet."""
    if one.meets(other):
        return 0
    ends = sorted([(one.first or date.min, one.last or date.max), (other.first or date.min, other.last or date.max)])
    return (ends[1][0] - ends[0][1]).days


def _is_week_off(one: Report, other: Report) -> bool:
    """A weekday was read a week or more too early or late by one of them."""
    if not (one.told.is_day and other.told.is_day and (one.is_relative or other.is_relative)):
        return False
    first, second = one.told.first, other.told.first
    return first is not None and second is not None and (first - second).days % 7 == 0
