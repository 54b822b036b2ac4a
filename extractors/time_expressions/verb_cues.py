"""What each word of a stretch says about tense, and where its clauses and asides are."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from extractors import lexicons
from extractors.time_expressions.tokens import Tokens

SURELY_PAST, PAST, UNKNOWN, FUTURE, SURELY_FUTURE = -2, -1, 0, 1, 2
#: How many words before an infinitive its verb is looked for.
_GOVERNOR_REACH = 10
#: The words of an aside in brackets are passed over when there are at most so many.
_LONGEST_ASIDE = 30
_FOLLOWED_PAST_REACH = 12


@functools.cache
def words_of(name: str) -> frozenset[str]:
    """The words of one list of the tense lexicon."""
    return frozenset(lexicons.load("time_tense")[name]["words"])


@dataclass(frozen=True, slots=True)
class Cues:
    """What each word of a stretch says about tense (None: nothing), whether it parts two clauses or is an aside."""

    told: list[int | None]
    parts: list[bool]
    asides: list[bool]


@functools.lru_cache(maxsize=2)
def cues_of(tokens: Tokens) -> Cues:
    """The cues of a stretch, read once for all expressions in it; the last stretches are remembered, no more."""
    places = range(len(tokens))
    parts = [_ends_clause(tokens, place) for place in places]
    return Cues([_cue(tokens, place, parts) for place in places], parts, _asides(tokens))


def _asides(tokens: Tokens) -> list[bool]:
    """Which tokens stand in brackets, the brackets included."""
    aside, opened = [False] * len(tokens), -1
    for place, word in enumerate(tokens.words):
        if word == "(":
            opened = place
        elif word == ")" and opened >= 0 and place - opened <= _LONGEST_ASIDE:
            aside[opened : place + 1] = [True] * (place + 1 - opened)
            opened = -1
    return aside


def _ends_clause(tokens: Tokens, place: int) -> bool:
    """A mark or word between clauses; not the point or comma of a number, nor the point of an abbreviation."""
    word = tokens.words[place]
    if word not in words_of("clause_end"):
        return False
    if word in {".", ","} and tokens.is_glued(place) and tokens.is_glued(place + 1):
        return False
    return not (word == "." and (len(tokens.word(place - 1)) == 1 or tokens.word(place - 1) in _titles()))


@functools.cache
def _titles() -> frozenset[str]:
    """Abbreviations that a name follows: "Mr.", "Gen."."""
    entries = lexicons.load("time_sentences")["abbreviation"]
    return frozenset(word for entry in entries if entry["behaves"] == "never_ends" for word in entry["words"])


def _cue(tokens: Tokens, place: int, parts: list[bool]) -> int | None:
    """What the word at ``place`` says about tense; None when it says nothing."""
    word = tokens.words[place]
    if tokens.is_capital(place) and place > 0:
        return None
    if word == "to" or (tokens.word(place - 1) == "to" and word in words_of("future")):
        return _infinitive(tokens, place if word == "to" else place - 1, parts)
    if word == "won" and tokens.words[place + 1 : place + 3] == ["'", "t"]:
        return SURELY_FUTURE
    told = _told_by_word().get(word)
    if told is not None:
        return _unless_noun(tokens, place, told, parts)
    return _set(tokens, place) if word == "set" else _past_form(tokens, place)


def _unless_noun(tokens: Tokens, place: int, told: int, parts: list[bool]) -> int | None:
    """A word of plans says nothing as a noun or an adjective: "the votes", "his planned departure"."""
    word = tokens.words[place]
    if told == UNKNOWN:
        return None if tokens.word(place + 1) in {"not", "n"} else told
    if told == PAST:
        return None if word == "following" and tokens.word(place - 1) in words_of("before_noun") else told
    if word in words_of("future_noun") and _follows_past(tokens, place, parts):
        return None
    if told == FUTURE and word in words_of("noun_too") and tokens.word(place - 1) in words_of("before_noun"):
        return None
    if word in words_of("plan_word") and not {"was", "were", "had"}.isdisjoint(tokens.words[max(place - 3, 0) : place]):
        return UNKNOWN  # what was planned may lie on either side
    return told


def _set(tokens: Tokens, place: int) -> int | None:
    """``set to open`` and ``set for Monday`` are plans, ``a set of`` is none, ``set fire to it`` is past."""
    before, after = tokens.word(place - 1), tokens.word(place + 1)
    if after in {"to", "for"} or before in words_of("be") or before in {"date", "deadline"}:
        was = not {"was", "were", "had"}.isdisjoint(tokens.words[max(place - 3, 0) : place])
        return UNKNOWN if was else FUTURE
    if before in words_of("before_noun"):
        return None
    auxiliary = _auxiliary_before(tokens, place)
    return PAST if auxiliary is None else auxiliary


def _past_form(tokens: Tokens, place: int) -> int | None:
    word = tokens.words[place]
    is_participle = word.endswith("ed") and len(word) > 3 and word not in words_of("not_past")
    if is_participle and _is_adjective(tokens, place):
        return None
    if is_participle or word in words_of("past"):
        auxiliary = _auxiliary_before(tokens, place)
        return SURELY_PAST if auxiliary is None else auxiliary
    return None


def _is_adjective(tokens: Tokens, place: int) -> bool:
    """A word in -ed before a noun: "the injured men", "a well-known mill"; not "That prompted him"."""
    is_graded = is_adverb(tokens, place - 1) and tokens.word(place - 1) not in {"previously", "recently"}
    before = tokens.word(place - 1 - is_graded)
    if before in {"this", "these"} and (place == 1 or tokens.is_capital(place - 1)):
        return False
    return before in words_of("before_adjective") or (before == "-" and tokens.is_glued(place))


def is_adverb(tokens: Tokens, place: int) -> bool:
    """A word in -ly that can stand inside a verb group or before an adjective: "fully", not "family" nor "July"."""
    word = tokens.word(place)
    return word.endswith("ly") and not tokens.is_capital(place) and word not in words_of("no_adverb")


def _follows_past(tokens: Tokens, place: int, parts: list[bool]) -> bool:
    """A past verb stands before ``place`` in its clause: "missed the deadline"."""
    for back in range(place - 1, max(place - _FOLLOWED_PAST_REACH, 0) - 1, -1):
        if parts[back]:
            return False
        if _is_past_verb(tokens, back):
            return True
    return False


def is_past_form(word: str) -> bool:
    """A word that by its form can be a past verb or a participle."""
    is_regular = word.endswith("ed") and len(word) > 3 and word not in words_of("not_past")
    return is_regular or word in words_of("past") or word == "set"


def _is_past_verb(tokens: Tokens, place: int) -> bool:
    """A past form by itself; asks no other word for its tense, so that no chain of words makes the work grow."""
    word = tokens.words[place]
    if not is_past_form(word) or (word.endswith("ed") and _is_adjective(tokens, place)):
        return False
    before = tokens.word(place - 1)
    return before != "to" and not (before in words_of("be") and tokens.word(place - 2) in words_of("before_be"))


#: What a word tells by itself, by the list it stands in.
_TOLD_BY = {"surely_future": SURELY_FUTURE, "future": FUTURE, "perfect": PAST, "reported": PAST, "possible": UNKNOWN}


@functools.cache
def _told_by_word() -> dict[str, int]:
    """What words tell by themselves; the first list that holds a word decides."""
    return {word: tense for name, tense in reversed(_TOLD_BY.items()) for word in words_of(name)}


def _auxiliary_before(tokens: Tokens, place: int) -> int | None:
    """What a participle takes from the verb group it belongs to: "will be held", "to be opened", "has moved"."""
    for back in range(place - 1, max(place - 4, -1), -1):
        word = tokens.words[back]
        if word == "to":
            return _infinitive(tokens, back, None)
        if word == "won" and tokens.words[back + 1 : back + 3] == ["'", "t"]:
            return SURELY_FUTURE
        for name, tense in _TOLD_BY_AUXILIARY.items():
            if word in words_of(name):
                return tense
        if word not in words_of("between_verbs") and not is_adverb(tokens, back):
            return None
    return None


_TOLD_BY_AUXILIARY = {
    "surely_future": SURELY_FUTURE,
    "modal": FUTURE,
    "perfect": PAST,
    "present": FUTURE,
    "possible": UNKNOWN,
}


def _infinitive(tokens: Tokens, place: int, parts: list[bool] | None) -> int | None:
    """What ``to`` and a verb tell: the future, or what the verb says that they hang on."""
    following = tokens.word(place + 1)
    if not following.isalpha() or following in words_of("not_infinitive") or tokens.is_capital(place + 1):
        return None
    if following.endswith(("ing", "s")) and following not in words_of("infinitive_in_s"):
        return None
    before = tokens.word(place - 1)
    if before in words_of("superlative"):
        return None  # what is the first or the only one to do it need not lie ahead
    if before in words_of("past_governor") or "had" in tokens.words[max(place - 3, 0) : place]:
        return UNKNOWN if before in words_of("plan_word") else PAST
    return _governed(tokens, place, parts)


def _governed(tokens: Tokens, place: int, parts: list[bool] | None) -> int:
    """The future; but a purpose of something past ("marched to end the war on Monday") is not told."""
    for back in range(place - 1, max(place - _GOVERNOR_REACH, 0) - 1, -1):
        word = tokens.words[back]
        if parts[back] if parts is not None else _ends_clause(tokens, back):
            break
        if word in words_of("plan_word"):
            was = not {"was", "were", "had"}.isdisjoint(tokens.words[max(back - 3, 0) : back])
            return UNKNOWN if was else FUTURE
        is_to = back == place - 1 and word in {"is", "are"}
        if is_to or word in words_of("governs_plan") or word in _told_by_word():
            return FUTURE
        if _is_past_verb(tokens, back):
            return PAST if tokens.word(place - 1) in words_of("attempt") else UNKNOWN
    return FUTURE
