"""Tense of the clause around an expression, read from cheap cues: modal words, past forms, infinitives."""

from __future__ import annotations

import functools

from extractors import lexicons
from extractors.time_expressions.tokens import Tokens

PAST, UNKNOWN, FUTURE = -1, 0, 1
#: How many words to either side are looked at.
_REACH_LEFT, _REACH_RIGHT = 14, 12


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicons.load("time_tense")[name]["words"])


def tense_at(tokens: Tokens, start: int, end: int) -> int:
    """-1 past, 1 future, 0 unknown: the verb nearest to tokens ``start .. end``, left in the clause before right."""
    clause_start, clause_end = _clause(tokens, start, end)
    left = _nearest(tokens, range(start - 1, clause_start - 1, -1))
    if left is not None:
        return left
    right = _nearest(tokens, range(end, clause_end))
    if right is not None:
        return right
    if tokens.word(start - 1) in _words("future_preposition"):
        return FUTURE
    wider = _nearest(tokens, range(clause_start - 1, max(start - _REACH_LEFT, -1), -1))
    return UNKNOWN if wider is None else wider


def _clause(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    ends = _words("clause_end")
    first = start
    while first > max(0, start - _REACH_LEFT) and tokens.words[first - 1] not in ends:
        first -= 1
    last = end
    if first == start and tokens.word(end) == ",":
        last = end + 1  # an introductory expression belongs to the clause after its comma
    while last < min(len(tokens), end + _REACH_RIGHT) and tokens.words[last] not in ends:
        last += 1
    return first, last


def _nearest(tokens: Tokens, places: range) -> int | None:
    for place in places:
        tense = _cue(tokens, place)
        if tense is not None:
            return tense
    return None


def _cue(tokens: Tokens, place: int) -> int | None:
    """What the word at ``place`` says about tense; None when it says nothing."""
    word = tokens.words[place]
    if word in _words("future") or (word == "ll" and tokens.word(place - 1) == "'"):
        return None if tokens.is_capital(place) and place > 0 else FUTURE
    if word == "to":
        return _infinitive(tokens, place)
    if word in _words("past"):
        return _modal_before(tokens, place) or PAST
    if word.endswith("ed") and len(word) > 4 and word not in _words("not_past") and not tokens.is_capital(place):
        return _modal_before(tokens, place) or PAST
    return None


def _modal_before(tokens: Tokens, place: int) -> int | None:
    """FUTURE when a participle belongs to a future verb group: "will be held", "to be opened"."""
    for back in range(place - 1, max(place - 4, -1), -1):
        word = tokens.words[back]
        if word in _words("future") and word not in {"set", "planned", "expected"}:
            return FUTURE
        if word == "to" and tokens.word(back + 1) == "be":
            return FUTURE
        if word not in {"be", "not", "also", "have", "been", "being", "soon", "probably", "likely"}:
            return None
    return None


def _infinitive(tokens: Tokens, place: int) -> int | None:
    following = tokens.word(place + 1)
    if following == "be":
        return FUTURE
    is_verb = following.isalpha() and following not in _words("not_infinitive") and not tokens.is_capital(place + 1)
    if not is_verb or following.endswith(("ing", "s")):
        return None
    return PAST if tokens.word(place - 1) in _words("past_governor") else FUTURE
