"""Conditions on what a text speaks of: the second half of a match and somebody's thirties are no dates."""

from __future__ import annotations

from extractors.time_expressions.guard_words import guard_words
from extractors.time_expressions.tokens import Tokens

#: So many words to either side tell what a passage is about.
_PASSAGE = 40
_NEAR = 6


def not_of_game(tokens: Tokens, start: int, end: int) -> bool:
    """A half or quarter of a year, not of a match ("sent off in the second half"), a show or a term of office."""
    is_of_something = tokens.word(end) == "of" and tokens.word(end + 1) in guard_words("determiners")
    if is_of_something and not guard_words("year_words") & set(tokens.words[end + 1 : end + 4]):
        return False
    passage = [*tokens.words[max(start - _PASSAGE, 0) : start], *tokens.words[end : end + _PASSAGE]]
    of_games, of_business = (
        sum(word in guard_words(name) for word in passage) for name in ("game_words", "business_words")
    )
    return of_games <= of_business


def not_of_persons(tokens: Tokens, start: int, end: int) -> bool:
    """A decade, not an age ("a man in his 50s"), a temperature ("the mid-70s") or a share ("in the low 40s").

    Two digits without an apostrophe are a decade only behind "the": "the 90s", "the 80s and 90s".
    """
    digits = next((word for word in tokens.words[start:end] if word.isdecimal()), "")
    if len(digits) != 2 or "'" in tokens.words[start:end] or "’" in tokens.words[start:end]:
        return True
    before = tokens.words[max(start - 5, 0) : start]
    is_second = before[-2:-1] == ["s"] and before[-1] in {"and", "or", "to"} and "the" in before
    if not is_second and "the" not in [*before[-1:], *tokens.words[start:end]]:
        return False
    near = [*tokens.words[max(start - _NEAR, 0) : start], *tokens.words[end : end + _NEAR]]
    return not any(word in guard_words("measured_in_tens") for word in near)
