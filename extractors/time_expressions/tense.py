"""Tense of the clause around an expression, read from cheap cues: modal words, past forms, infinitives."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from extractors import lexicons
from extractors.time_expressions.tokens import Tokens

SURELY_PAST, PAST, UNKNOWN, FUTURE, SURELY_FUTURE = -2, -1, 0, 1, 2
#: How many words to either side are looked at.
_REACH_LEFT, _REACH_RIGHT = 20, 12
#: An expression with at most so many words before it in its clause introduces the clause after its comma.
_INTRODUCTION = 2
#: So many words at most stand between "to" and the day that something is moved to.
_LONGEST_LINK = 6
_SHORTEST_PARTICIPLE = 5


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicons.load("time_tense")[name]["words"])


@dataclass(frozen=True, slots=True)
class _Cues:
    """What each word of a stretch says about tense (None: nothing), and whether it parts two clauses."""

    told: list[int | None]
    parts: list[bool]


@functools.lru_cache(maxsize=2)
def _cues(tokens: Tokens) -> _Cues:
    """The cues of a stretch, read once for all expressions in it; the last stretches are remembered, no more."""
    places = range(len(tokens))
    return _Cues([_cue(tokens, place) for place in places], [_ends_clause(tokens, place) for place in places])


def tense_at(tokens: Tokens, start: int, end: int) -> int:
    """From -2, surely past, to 2, surely future; 0 unknown: the nearest verb, left in the clause before right."""
    if _is_ahead(tokens, start):
        return FUTURE
    clause_start, clause_end = _clause(tokens, start, end)
    left = _nearest(tokens, range(start - 1, clause_start - 1, -1))
    right = _nearest(tokens, range(end + 2 * _is_content(tokens, start, end), clause_end))
    is_over = left is None and right == SURELY_PAST
    if tokens.word(start - 1) in _words("future_preposition") and left in {None, PAST, FUTURE} and not is_over:
        return FUTURE
    if left is not None:
        was_called_off = left > 0 and right == SURELY_PAST and tokens.word(start - 1) == "for"
        return PAST if was_called_off else left
    return right if right is not None else _tense_around(tokens, (start, end), (clause_start, clause_end))


def _is_content(tokens: Tokens, start: int, end: int) -> bool:
    """An infinitive after the expression that says what a noun before it is about: "the vote on Monday to close it"."""
    noun = tokens.word(start - 1) if tokens.word(start - 1) not in {"in", "on"} else tokens.word(start - 2)
    return tokens.word(end) == "to" and noun in _words("content_noun")


def _tense_around(tokens: Tokens, found: tuple[int, int], clause: tuple[int, int]) -> int:
    """What the neighbouring clauses say, which is never sure."""
    if tokens.words[found[1] : found[1] + 2] == ["'", "s"]:
        return UNKNOWN  # "Friday's vote": the verb far off says nothing about the vote
    wider = _nearest(tokens, range(clause[0] - 1, max(found[0] - _REACH_LEFT, -1), -1))
    if wider is None:
        after = range(clause[1], min(len(tokens), clause[1] + _REACH_RIGHT))
        finite = [place for place in after if "to" not in tokens.words[max(place - 1, 0) : place + 1]]
        wider = _nearest(tokens, finite)
    return UNKNOWN if wider is None else max(min(wider, FUTURE), PAST)


def _is_ahead(tokens: Tokens, start: int) -> bool:
    """Words right before that only fit a day to come: "as soon as Monday", "put off to Monday"."""
    before = tokens.words[max(start - 3, 0) : start]
    return before in (["as", "soon", "as"], ["as", "early", "as"]) or _is_moved_to(tokens, start)


def _is_moved_to(tokens: Tokens, start: int) -> bool:
    """The expression is the day to which something is moved: "extended to Monday", "put off to a date in June"."""
    place = start - 1
    while start - place < _LONGEST_LINK and tokens.word(place) in _words("before_moved_day"):
        place -= 1
    if tokens.word(place) not in {"to", "until", "till"}:
        return False
    before = tokens.words[max(_clause_start(tokens, place, place), place - _REACH_RIGHT) : place]
    movers = _words("mover") - (_words("loose_mover") if "from" in before else frozenset())
    return not movers.isdisjoint(before)


def _clause(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    first = _clause_start(tokens, start, start)
    if first < start and tokens.word(first - 1) == "," and _hangs_on_clause_before(tokens, first):
        first = _clause_start(tokens, first - 1, first - 1)
    last = end
    if start - first <= _INTRODUCTION and tokens.word(end) == ",":
        last = end + 1  # an introductory expression belongs to the clause after its comma
    parts, furthest = _cues(tokens).parts, min(len(tokens), end + _REACH_RIGHT)
    while last < furthest and not parts[last]:
        last += 1
    return first, last


def _hangs_on_clause_before(tokens: Tokens, first: int) -> bool:
    """What the main clause tells: "..., with troops leaving Monday", "..., possibly reaching land on Monday"."""
    word = tokens.word(first)
    participle = tokens.word(first + 1) if word.endswith("ly") else word
    return word == "with" or (participle.endswith("ing") and len(participle) > _SHORTEST_PARTICIPLE)


def _ends_clause(tokens: Tokens, place: int) -> bool:
    """A mark or word between clauses; not the point or comma of a number, nor the point of an initial."""
    word = tokens.words[place]
    if word in {".", ","} and tokens.is_glued(place) and tokens.is_glued(place + 1):
        return False
    is_initial = word == "." and len(tokens.word(place - 1)) == 1
    return word in _words("clause_end") and not is_initial


def _clause_start(tokens: Tokens, first: int, start: int) -> int:
    parts, furthest = _cues(tokens).parts, max(0, start - _REACH_LEFT)
    while first > furthest and not parts[first - 1]:
        first -= 1
    return first


def _nearest(tokens: Tokens, places: Sequence[int]) -> int | None:
    told = _cues(tokens).told
    return next((told[place] for place in places if told[place] is not None), None)


def _cue(tokens: Tokens, place: int) -> int | None:
    """What the word at ``place`` says about tense; None when it says nothing."""
    word = tokens.words[place]
    if tokens.is_capital(place) and place > 0:
        return None
    if word == "to" or (tokens.word(place - 1) == "to" and word in _words("future")):
        return _infinitive(tokens, place if word == "to" else place - 1)  # "had been scheduled to expire" is over
    told = _told_by_word().get(word)
    if told is not None:
        return None if word in _words("future_noun") and _follows_past(tokens, place) else told
    is_participle = word.endswith("ed") and len(word) > 3 and word not in _words("not_past")
    if is_participle and tokens.word(place - 1) in _words("before_adjective"):
        return None
    if is_participle or word in _words("past"):
        auxiliary = _auxiliary_before(tokens, place)
        return SURELY_PAST if auxiliary is None else auxiliary
    return None


def _follows_past(tokens: Tokens, place: int) -> bool:
    """A past verb stands before ``place`` in its clause: "missed the deadline"."""
    first = max(place - _REACH_RIGHT, 0)
    while first < place and _ends_clause(tokens, first):
        first += 1
    return any(_cue(tokens, back) == SURELY_PAST for back in range(first, place))


#: What a word tells by itself, by the list it stands in.
_TOLD_BY = {"surely_future": SURELY_FUTURE, "future": FUTURE, "perfect": PAST}


@functools.cache
def _told_by_word() -> dict[str, int]:
    """What words tell by themselves; the first list that holds a word decides."""
    return {word: tense for name, tense in reversed(_TOLD_BY.items()) for word in _words(name)}


def _auxiliary_before(tokens: Tokens, place: int) -> int | None:
    """What a participle takes from the verb group it belongs to: "will be held", "to be opened", "has moved"."""
    for back in range(place - 1, max(place - 4, -1), -1):
        word = tokens.words[back]
        if word == "to":
            return _infinitive(tokens, back)
        for name, tense in _TOLD_BY_AUXILIARY.items():
            if word in _words(name):
                return tense
        if word not in _words("between_verbs"):
            return None
    return None


_TOLD_BY_AUXILIARY = {"surely_future": SURELY_FUTURE, "modal": FUTURE, "perfect": PAST, "present": FUTURE}


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
