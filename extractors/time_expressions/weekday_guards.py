"""Conditions on the words around a weekday: what keeps "the Mail on Sunday" and "the first Friday of a month" apart."""

from __future__ import annotations

from extractors.time_expressions.guard_words import guard_words
from extractors.time_expressions.tokens import Tokens
from extractors.time_expressions.verb_cues import words_of
from extractors.time_expressions.words import entries

_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth"})
_NO_NOUNS = frozenset({"before", "until", "during", "of", "that", "or", "if", "is", "was", "we", "you", "i", "on"})
#: So many words before a weekday a word tells how often.
_FREQUENCY_REACH = 6


def not_name(tokens: Tokens, start: int, end: int) -> bool:
    """No part of a name, as in "Bloody Sunday", "The Sun." or "the Daily News"."""
    if tokens.words[start] == "sun":
        return tokens.word(start - 1) in guard_words("before_sun")
    if _is_title(tokens, start, end):
        return False
    if not (tokens.is_capital(start - 1) and tokens.is_capital(start)):
        return True
    return tokens.word(start - 1) not in guard_words("name_before_weekday") and tokens.words[start] not in {
        "daily",
        "weekly",
    }


def _is_title(tokens: Tokens, start: int, end: int) -> bool:
    """Of a newspaper or a programme: "the Mail on Sunday", "Sunday Times"."""
    if (
        tokens.word(start - 1) == "on"
        and tokens.is_capital(start - 2)
        and tokens.word(start - 2) in guard_words("newspaper")
    ):
        return True
    end += tokens.word(end) == "night" and tokens.is_capital(end)
    return tokens.is_capital(end) and tokens.word(end) in guard_words("after_weekday_name")


def not_show(tokens: Tokens, start: int, end: int) -> bool:
    """Not "Saturday Night Live"."""
    return not (tokens.is_capital(end - 1) and _is_title(tokens, start, end))


def one_weekday(tokens: Tokens, start: int, end: int) -> bool:
    """A weekday of one week: not "the first Friday of each month", "on a Monday", "one Sunday", "a recent Sunday"."""
    before = tokens.word(start - 1)
    if before == "one" and tokens.is_capital(start - 1) and tokens.is_capital(start - 2):
        return True  # a name ends with it: "on Air Force One Thursday"
    if before in _ORDINALS or before in {"one", "some", "any", "recent", "typical", "given"}:
        return False
    noun = tokens.word(end)
    is_noun = noun.isalpha() and noun not in guard_words("after_phrase") | guard_words("after_day_number") | _NO_NOUNS
    return before != "a" or is_noun or tokens.word(end) == "-"


def not_defined(tokens: Tokens, start: int, _end: int) -> bool:
    """Not a part of a rule for other days: "the Tuesday after the first Monday in November"."""
    place = start - 1 - (tokens.word(start - 1) == "the")
    return tokens.word(place) != "after" or tokens.word(place - 1) not in words_of("weekday")


def before_event(tokens: Tokens, _start: int, end: int) -> bool:
    """Followed by the event that it counts from."""
    is_holiday = any(entry.symbol == "HOLIDAY" for entry in entries().get(tokens.word(end), ()))
    return is_holiday or tokens.word(end) in {"the", "a", "an", "his", "her", "its", "their"}


def again_and_again(tokens: Tokens, start: int, end: int) -> bool:
    """In a clause that says how often: "gather weekly after Friday prayers"."""
    first = start
    while first > max(start - _FREQUENCY_REACH, 0) and tokens.word(first - 1) not in words_of("clause_end") - {"after"}:
        first -= 1
    return not guard_words("frequency").isdisjoint(tokens.words[first:start]) and not_name(tokens, start, end)


def once(tokens: Tokens, start: int, end: int) -> bool:
    """Not a weekday that comes again."""
    return not again_and_again(tokens, start, end)
