"""Conditions on the phrase that an expression stands in: parts of names and idioms are no times."""

from __future__ import annotations

from extractors.time_expressions.guard_words import guard_words
from extractors.time_expressions.tense import UNKNOWN, tense_at
from extractors.time_expressions.tokens import Tokens

_QUOTES = frozenset({'"', "“", "'"})
#: A word is in a headline when most of the long words, so many places to either side, have capitals.
_HEADLINE, _LONG_WORD, _LEAST_WORDS, _MOST = 8, 4, 4, 0.7
#: Prepositions before "the next year" that make it a stretch from now on.
_STRETCHING = frozenset({"over", "for", "during", "within", "in", "throughout", "through"})


def not_title(tokens: Tokens, start: int, end: int) -> bool:
    """No name of a programme: "on ABC's “This Week”", "told 60 Minutes that"."""
    words = [place for place in range(start, end) if tokens.words[place].isalpha()]
    if not words or not all(tokens.is_capital(place) for place in words):
        return True
    if tokens.word(start - 1) in _QUOTES and (tokens.words[start] == "this" or tokens.words[end - 1].endswith("s")):
        return False
    return not tokens.word(start - 1).isalpha() or tokens.is_capital(start) or _is_in_headline(tokens, end - 1)


def not_named(tokens: Tokens, start: int, end: int) -> bool:
    """The unit is not written as a name: "the Century Foundation", "Ann Weeks"; sentences and headlines may be so."""
    if not tokens.is_capital(end - 1) or end == 1:
        return True
    before = tokens.word(start - 1)
    begins = end - start == 1 and not before.isalnum() and before != ","
    return begins or _is_in_headline(tokens, end - 1)


def _is_in_headline(tokens: Tokens, place: int) -> bool:
    """Most long words around are capitalised."""
    near = [one for one in range(max(place - _HEADLINE, 0), place + _HEADLINE + 1) if one != place]
    long = [one for one in near if len(tokens.word(one)) >= _LONG_WORD and tokens.word(one).isalpha()]
    return len(long) >= _LEAST_WORDS and sum(tokens.is_capital(one) for one in long) > _MOST * len(long)


def not_idiom(tokens: Tokens, _start: int, end: int) -> bool:
    """Not "at the end of the day", which says "after all", nor "in this day and age"."""
    if tokens.words[end - 1] != "day":
        return True
    is_after_all = (
        tokens.words[max(end - 5, 0) : end - 1] == ["the", "end", "of", "the"]
        and "at" in tokens.words[max(end - 6, 0) : end - 5]
    )
    return not is_after_all and tokens.words[end : end + 2] != ["and", "age"]


def not_said_that(tokens: Tokens, start: int, end: int) -> bool:
    """Not a clause behind a verb or noun of telling: "reported that October saw", "areas that fall under it"."""
    if tokens.words[start] != "that" or start == 0:
        return True
    if tokens.word(end - 1) == "fall" and tokens.word(end) in {"under", "into", "within", "short", "outside"}:
        return False
    return tokens.word(start - 1) not in guard_words("telling")


def not_to_last(tokens: Tokens, start: int, _end: int) -> bool:
    """The adjective, not the verb: "it can last many years"."""
    return tokens.words[start] != "last" or tokens.word(start - 1) not in guard_words("before_verb")


def of_years(tokens: Tokens, start: int, end: int) -> bool:
    """Years or decades: "ten years ago Monday"; two days ago and Monday are one day told twice."""
    return not {"year", "years", "decade", "decades"}.isdisjoint(tokens.words[start:end])


def not_compound(tokens: Tokens, _start: int, end: int) -> bool:
    """Not the first part of a compound: "a day care", "a light year", "a Day One priority"."""
    after = tokens.word(end)
    if after in guard_words("after_compound_unit"):
        return False
    return not (tokens.is_capital(end - 1) and after in {"one", "1"})


def not_light(tokens: Tokens, start: int, _end: int) -> bool:
    """Years of time, not light years."""
    return tokens.word(start - 1 - (tokens.word(start - 1) == "-")) != "light"


def stretch_ahead(tokens: Tokens, start: int, end: int) -> bool:
    """A stretch from now on: "over the next year", not "he left the next year", nor in a clause about the past."""
    is_other = tokens.words[end - 1] == "day" or tokens.word(end) == "or"
    return not is_other and tokens.word(start - 1) in _STRETCHING and tense_at(tokens, start, end) >= UNKNOWN


def not_stretch_ahead(tokens: Tokens, start: int, end: int) -> bool:
    """Not such a stretch; a day is none."""
    return tokens.words[start:end][-2:-1] != ["next"] or not stretch_ahead(tokens, start, end)


def known_figures(tokens: Tokens, start: int, end: int) -> bool:
    """Figures that everybody knows as a day: "9/11"."""
    return "".join(tokens.words[start:end]) in guard_words("known_figures")


def some_day(tokens: Tokens, start: int, end: int) -> bool:
    """Any day to come: "it will one day", "he hopes to, one day"; not "one day later", "for one day"."""
    if tokens.word(start - 1) in guard_words("before_some_day"):
        return True
    is_counted = tokens.word(start - 1) in guard_words("before_one_day") or tokens.word(end) in guard_words(
        "after_one_day"
    )
    return not is_counted and tense_at(tokens, start, end) > 0


def last_night_or_tonight(tokens: Tokens, start: int, end: int) -> bool:
    """A night, not "in no time" ("it cannot change overnight") nor a kind ("an overnight flight")."""
    after = tokens.word(end)
    if after.isalpha() and after not in guard_words("after_overnight"):
        return False
    return guard_words("not_overnight").isdisjoint(tokens.words[max(start - 6, 0) : start])


def past_night(tokens: Tokens, start: int, end: int) -> bool:
    """The night before, in a clause about the past."""
    return last_night_or_tonight(tokens, start, end) and tense_at(tokens, start, end) < 0


def coming_night(tokens: Tokens, start: int, end: int) -> bool:
    """The night to come, in a clause about the future."""
    return last_night_or_tonight(tokens, start, end) and tense_at(tokens, start, end) > 0
