"""Conditions around a season or a named day: a fall is no autumn, a winter coat and a Christmas tree are no times."""

from __future__ import annotations

from extractors.time_expressions.guard_words import guard_words
from extractors.time_expressions.tokens import Tokens


def bare_season(tokens: Tokens, start: int, end: int) -> bool:
    """A season, not a fall or a spring of water."""
    before, after, word = tokens.word(start - 1), tokens.word(end), tokens.word(end - 1)
    if after in guard_words("season_things") or _is_name(tokens, start, end):
        return False
    if tokens.words[start] == "the":
        is_time = before in {"in", "by", "since", "until", "during", "for"} and after != "of"
        return is_time or word not in {"fall", "spring"}
    if word == "fall":
        return before in {"in", "by", "since", "last", "this", "next", "every", "each", "until", "late", "early"}
    begins_sentence = start == 0 and after.isalpha() and not tokens.is_capital(end)
    is_part = end - start > 1 and tokens.words[start] in {"early", "mid", "late"}
    return is_part or begins_sentence or before in guard_words("before_season")


def _is_name(tokens: Tokens, start: int, end: int) -> bool:
    """Of a person, a campaign or a book: "Summer Bell", "Fall of Freedom", "The Lion in Winter"."""
    if not tokens.is_capital(end - 1):
        return False
    of_name = tokens.word(end) == "of" and tokens.is_capital(end + 1)
    before_name = start > 0 and tokens.is_capital(end) and tokens.word(end).isalpha()
    return of_name or before_name or (tokens.word(start - 1) == "in" and tokens.is_capital(start - 2))


def not_holiday_thing(tokens: Tokens, _start: int, end: int) -> bool:
    """A day, not what belongs to it and is there on others too: "a Christmas tree"."""
    return tokens.word(end) not in guard_words("holiday_things")
