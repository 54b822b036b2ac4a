"""Tense of the clause around an expression, read from cheap cues: modal words, past forms, infinitives."""

from __future__ import annotations

import functools

from extractors import lexicons
from extractors.time_expressions.tokens import Tokens

SURELY_PAST, PAST, UNKNOWN, FUTURE, SURELY_FUTURE = -2, -1, 0, 1, 2
#: How many words to either side are looked at.
_REACH_LEFT, _REACH_RIGHT = 20, 12
#: An expression with at most so many words before it in its clause introduces the clause after its comma.
_INTRODUCTION = 2


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicons.load("time_tense")[name]["words"])


def tense_at(tokens: Tokens, start: int, end: int) -> int:
    """From -2, surely past, to 2, surely future; 0 unknown: the nearest verb, left in the clause before right."""
    clause_start, clause_end = _clause(tokens, start, end)
    preposition = tokens.word(start - 1)
    if tokens.words[max(start - 3, 0) : start] in (["as", "soon", "as"], ["as", "early", "as"]):
        return FUTURE
    left = _nearest(tokens, range(start - 1, clause_start - 1, -1))
    if _is_moved_to(tokens, start):
        return FUTURE
    if preposition in _words("future_preposition") and left in {None, PAST, FUTURE}:
        return FUTURE
    right = _nearest(tokens, range(end, clause_end))
    if left is not None:
        was_called_off = left > 0 and right == SURELY_PAST and tokens.word(start - 1) == "for"
        return PAST if was_called_off else left
    if right is not None:
        return right
    if tokens.words[end : end + 2] == ["'", "s"]:
        return UNKNOWN  # "Friday's vote": the verb far off says nothing about the vote
    wider = _nearest(tokens, range(clause_start - 1, max(start - _REACH_LEFT, -1), -1))
    if wider is None:
        wider = _nearest(tokens, range(clause_end, min(len(tokens), clause_end + _REACH_RIGHT)))
    return UNKNOWN if wider is None else max(min(wider, FUTURE), PAST)


def _is_moved_to(tokens: Tokens, start: int) -> bool:
    """The expression is the day to which something is moved: "extended to Monday", "put off to a date in June"."""
    before = tokens.words[max(start - 12, 0) : start]
    if not {"to", "until", "till"} & set(before[-4:]):
        return False
    return any(word in _words("mover") for word in before)


def _clause(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    ends = _words("clause_end")
    first = start
    while first > max(0, start - _REACH_LEFT) and tokens.words[first - 1] not in ends:
        first -= 1
    last = end
    if start - first <= _INTRODUCTION and tokens.word(end) == ",":
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
    if tokens.is_capital(place) and place > 0:
        return None
    if word in _words("surely_future"):
        return SURELY_FUTURE
    if word in _words("future"):
        return FUTURE
    if word == "to":
        return _infinitive(tokens, place)
    if word in _words("perfect"):
        return PAST
    if word in _words("past"):
        return _modal_before(tokens, place) or SURELY_PAST
    if word.endswith("ed") and len(word) > 3 and word not in _words("not_past"):
        if tokens.word(place - 1) in _words("before_adjective"):
            return None
        return _modal_before(tokens, place) or SURELY_PAST
    return None


def _modal_before(tokens: Tokens, place: int) -> int | None:
    """What a participle takes from the verb group it belongs to: "will be held", "to be opened", "has moved"."""
    for back in range(place - 1, max(place - 4, -1), -1):
        word = tokens.words[back]
        if word in _words("surely_future"):
            return SURELY_FUTURE
        if word in _words("modal"):
            return FUTURE
        if word == "to":
            return _infinitive(tokens, back)
        if word in _words("perfect"):
            return PAST
        if word in _words("present"):
            return FUTURE
        if word not in {
            "be",
            "not",
            "also",
            "have",
            "been",
            "being",
            "soon",
            "probably",
            "likely",
            "still",
            "now",
            "then",
            "also",
        }:
            return None
    return None


def _infinitive(tokens: Tokens, place: int) -> int | None:
    following = tokens.word(place + 1)
    if not following.isalpha() or following in _words("not_infinitive") or tokens.is_capital(place + 1):
        return None
    if following.endswith(("ing", "s")) and following not in {
        "bring",
        "pass",
        "discuss",
        "address",
        "process",
        "press",
    }:
        return None
    if tokens.word(place - 1) in _words("past_governor") or "had" in tokens.words[max(place - 3, 0) : place]:
        return PAST
    return FUTURE
