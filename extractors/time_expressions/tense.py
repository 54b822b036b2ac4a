"""Tense of the clause around an expression, read from cheap cues: modal words, past forms, infinitives."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.time_expressions.tokens import Tokens
from extractors.time_expressions.verb_cues import (
    FUTURE,
    PAST,
    SURELY_FUTURE,
    SURELY_PAST,
    UNKNOWN,
    cues_of,
    words_of,
)

__all__ = ["FUTURE", "PAST", "SURELY_FUTURE", "SURELY_PAST", "UNKNOWN", "tense_at"]

#: How many words to either side are looked at.
_REACH_LEFT, _REACH_RIGHT = 20, 12
#: Where the clause itself tells nothing, so many words beyond it.
_REACH_AROUND = 30
#: An expression with at most so many words before it in its clause introduces the clause after its comma.
_INTRODUCTION = 2
#: So many words without a verb at most lead up to an expression that introduces a whole sentence.
_LONGEST_HEAD = 15
#: So many words at most stand between "to" and the day that something is moved to.
_LONGEST_LINK = 6
_SHORTEST_PARTICIPLE = 5
#: Between "speech", "letter" and the like and the day of it stand at most so many words.
_LONGEST_OCCASION = 6


def tense_at(tokens: Tokens, start: int, end: int) -> int:
    """From -2, surely past, to 2, surely future; 0 unknown: the nearest verb, left in the clause before right."""
    if _is_ahead(tokens, start):
        return FUTURE
    start = _coordinated_start(tokens, start)
    beside = _beside(tokens, start, end)
    if beside is not None:
        return beside
    if _names_event(tokens, start, end):
        return _tense_of_event(tokens, start, end)
    return _tense_in_clause(tokens, start, end)


def _tense_in_clause(tokens: Tokens, start: int, end: int) -> int:
    clause = _clause(tokens, start, end)
    left = _left(tokens, start, clause[0])
    right = _nearest(tokens, range(end + 2 * _is_content(tokens, start, end), clause[1]))
    by_link = _by_preposition(tokens, (start, end), clause, left, is_over=left is None and right == SURELY_PAST)
    if by_link is not None:
        return by_link
    if left is None and _is_day_of_past_event(tokens, start) and _leads_to(tokens, end, clause[1]):
        return PAST
    if left is not None or right is not None:
        return _told_by_clause(tokens, start, clause[0], left, right)
    if not (words_of("spoken_words") | words_of("past_event")).isdisjoint(tokens.words[clause[0] : start]):
        return PAST
    return _tense_around(tokens, (start, end), clause)


def _by_preposition(
    tokens: Tokens, found: tuple[int, int], clause: tuple[int, int], left: int | None, *, is_over: bool
) -> int | None:
    """What "until", "ahead of" and "through" say of the day after them."""
    start, end = found
    before = tokens.word(start - 1)
    is_ahead = before in words_of("future_preposition") or tokens.words[max(start - 2, 0) : start] == ["ahead", "of"]
    if is_ahead and left not in {SURELY_PAST, SURELY_FUTURE} and not is_over:
        return FUTURE
    is_end = before == "through" and "from" not in tokens.words[clause[0] : start]
    if is_end and left == SURELY_PAST and tokens.words[end - 1] not in words_of("weekday"):
        return UNKNOWN  # what was settled lasts until then, whichever side that is
    return None


def _told_by_clause(tokens: Tokens, start: int, clause_start: int, left: int | None, right: int | None) -> int:
    if left is None:
        return UNKNOWN if right is None else right
    is_for = tokens.word(start - 1) == "for"
    was_called_off = left > 0 and right == SURELY_PAST and is_for
    before = tokens.words[clause_start : max(start - 2, clause_start)]
    is_called = left < 0 and not words_of("appointing").isdisjoint(before)
    is_appointed = is_for and (is_called or (left == PAST and "set" in tokens.words[clause_start:start]))
    return FUTURE if is_appointed else PAST if was_called_off else left


def _leads_to(tokens: Tokens, end: int, clause_end: int) -> bool:
    """The first word after ``end`` that tells a tense is an infinitive."""
    place = _nearest_place(tokens, range(end, clause_end))
    return place is not None and tokens.words[place] == "to"


def _is_day_of_past_event(tokens: Tokens, start: int) -> bool:
    """The day of what is over when it is told of: "the ruling on Friday", whatever it is to change."""
    noun = start - 1 - (tokens.word(start - 1) == "on")
    return tokens.word(noun) in words_of("past_event") and tokens.words[start] in words_of("weekday")


def _left(tokens: Tokens, start: int, clause_start: int) -> int | None:
    """What the clause tells before the expression."""
    place = _nearest_place(tokens, range(start - 1, clause_start - 1, -1))
    left = None if place is None else cues_of(tokens).told[place]
    if left == SURELY_FUTURE:
        return left
    if place is not None and _is_content_of_telling(tokens, place, start):
        return UNKNOWN  # the day is that of what was told: "warned of a strike on Monday"
    before = tokens.words[max(start - 3, 0) : start]
    if before[-2:] == ["as", "of"] or _is_sourced(tokens, clause_start):
        return PAST
    return UNKNOWN if left == FUTURE and _is_spoken(tokens, start) else left


def _is_content_of_telling(tokens: Tokens, place: int, start: int) -> bool:
    told = tokens.words[place] in words_of("tells_of")
    return told and not {"of", "about"}.isdisjoint(tokens.words[place:start])


def _is_sourced(tokens: Tokens, clause_start: int) -> bool:
    """The clause only names who said it: "according to a report published Monday"."""
    return tokens.words[clause_start : clause_start + 2] == ["according", "to"]


def _is_spoken(tokens: Tokens, start: int) -> bool:
    """The day of words: "vowed in a speech on Monday that ...", "decided to say so in a letter on Monday"."""
    first = max(_clause_start(tokens, start, start), start - _LONGEST_OCCASION)
    return not words_of("spoken_words").isdisjoint(tokens.words[first:start])


def _coordinated_start(tokens: Tokens, start: int) -> int:
    """Where a list of weekdays begins whose last is at ``start``: "on Monday and Tuesday"."""
    while tokens.word(start - 1) in {"and", "or", "through"} and tokens.word(start - 2) in words_of("weekday"):
        start -= 2
    return start


def _beside(tokens: Tokens, start: int, end: int) -> int | None:
    """What the verb right beside the expression tells: "on Monday announced", "Monday will be", "it is Monday"."""
    word, told = tokens.word(end), cues_of(tokens).told
    if word in words_of("surely_future") or (word == "would" and tokens.word(start - 1) != "on"):
        return SURELY_FUTURE if word != "would" else None
    if tokens.words[start] == "earlier":
        return PAST
    verb = start - 1 - (tokens.word(start - 1) in {"on", "in"})
    if tokens.word(verb) in words_of("begins_or_ends"):
        return SURELY_FUTURE
    if tokens.word(verb) in {"is", "are"} and tokens.word(start - 1) != "in" and not _is_possessive(tokens, end):
        return FUTURE
    is_finite = end < len(tokens) and told[end] == SURELY_PAST and tokens.word(start - 1) == "on"
    if is_finite and tokens.word(end + 1) != "by" and tokens.word(start - 2) not in words_of("clause_end"):
        return SURELY_PAST if _left(tokens, start, _clause_start(tokens, start, start)) != SURELY_FUTURE else None
    return None


def _is_possessive(tokens: Tokens, end: int) -> bool:
    return tokens.word(end) == "'" and tokens.word(end + 1) == "s"


def _names_event(tokens: Tokens, start: int, end: int) -> bool:
    """It stands before the noun of an event, whose day the verb need not share: "Monday's vote", "the Monday vote"."""
    if tokens.words[end - 1] not in words_of("weekday"):
        return False
    if _is_possessive(tokens, end):
        return True
    noun = tokens.word(end)
    is_after_article = tokens.word(start - 1) in {"the", "a"} or tokens.words[max(start - 2, 0) : start] == ["'", "s"]
    return is_after_article and noun.isalpha() and noun not in words_of("no_noun")


def _tense_of_event(tokens: Tokens, start: int, end: int) -> int:
    """What the noun itself, then the verb after it, then a past verb before it tell."""
    noun = end + 2 * _is_possessive(tokens, end)
    parts, last = cues_of(tokens).parts, noun
    while last < min(noun + _REACH_RIGHT, len(tokens)) and not parts[last]:
        last += 1
    if not words_of("past_event").isdisjoint(tokens.words[noun : noun + 3]):
        return PAST
    if tokens.words[max(start - 2, 0) : start] in (["in", "a"], ["at", "a"], ["during", "a"]):
        return PAST
    right = _nearest(tokens, range(noun, last))
    left = _left(tokens, start, _clause(tokens, start, end)[0])
    if tokens.word(noun) in words_of("future_noun") and left is not None:
        return FUTURE if left == SURELY_FUTURE else UNKNOWN  # a deadline that was set, or one that was met
    if right in {SURELY_FUTURE, FUTURE} and "to" not in tokens.words[noun:last]:
        return FUTURE
    if left in {SURELY_PAST, PAST}:
        return PAST
    return PAST if right == SURELY_PAST and left is None else UNKNOWN


def _is_content(tokens: Tokens, start: int, end: int) -> bool:
    """An infinitive after the expression that says what a noun before it is about: "the vote on Monday to close it"."""
    noun = tokens.word(start - 1) if tokens.word(start - 1) not in {"in", "on"} else tokens.word(start - 2)
    return tokens.word(end) == "to" and noun in words_of("content_noun")


def _tense_around(tokens: Tokens, found: tuple[int, int], clause: tuple[int, int]) -> int:
    """What the neighbouring clauses say, which is never sure."""
    place = _nearest_place(tokens, range(clause[0] - 1, max(found[0] - _REACH_AROUND, -1), -1))
    if place is None:
        after = range(clause[1], min(len(tokens), clause[1] + _REACH_AROUND))
        place = _nearest_place(tokens, [one for one in after if "to" not in tokens.words[max(one - 1, 0) : one + 1]])
    elif _is_content_of_telling(tokens, place, found[0]):
        return UNKNOWN
    wider = UNKNOWN if place is None else cues_of(tokens).told[place] or UNKNOWN
    return FUTURE if wider == SURELY_FUTURE else max(min(wider, UNKNOWN), PAST)


def _is_ahead(tokens: Tokens, start: int) -> bool:
    """Words right before that only fit a day to come: "as soon as Monday", "put off to Monday"."""
    before = tokens.words[max(start - 3, 0) : start]
    return before in (["as", "soon", "as"], ["as", "early", "as"]) or _is_moved_to(tokens, start)


def _is_moved_to(tokens: Tokens, start: int) -> bool:
    """The expression is the day to which something is moved: "extended to Monday", "put off to a date in June"."""
    place = start - 1
    while start - place < _LONGEST_LINK and tokens.word(place) in words_of("before_moved_day"):
        place -= 1
    if tokens.word(place) not in {"to", "until", "till"}:
        return False
    before = tokens.words[max(_clause_start(tokens, place, place), place - _REACH_RIGHT) : place]
    movers = words_of("mover") - (words_of("loose_mover") if "from" in before else frozenset())
    return not movers.isdisjoint(before)


def _clause(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    first = _clause_start(tokens, start, start)
    is_introduction = tokens.word(end) == "," and _introduces(tokens, first, start)
    if first < start and tokens.word(first - 1) == "," and _hangs_on_clause_before(tokens, first, start):
        first = _before_apposition(tokens, _clause_start(tokens, first - 1, first - 1))
        is_introduction = False
    if is_introduction:  # it belongs to the clause after its comma
        return first, _end_of_main_clause(tokens, end + 1)
    is_told = tokens.word(end) == "that"
    return first, end if is_told else _clause_end(tokens, end, min(len(tokens), end + _REACH_RIGHT))


def _clause_end(tokens: Tokens, start: int, furthest: int) -> int:
    parts, last = cues_of(tokens).parts, start
    while last < furthest and not parts[last]:
        last += 1
    return last


def _end_of_main_clause(tokens: Tokens, start: int) -> int:
    """The end of the first piece between commas from ``start`` on that has a verb: "the Oslo, Norway, plant closed"."""
    told, furthest = cues_of(tokens).told, min(len(tokens), start + _REACH_RIGHT)
    last = _clause_end(tokens, start, furthest)
    while last < furthest and tokens.word(last) == "," and all(one is None for one in told[start:last]):
        following = _clause_end(tokens, last + 1, furthest)
        verb = _nearest_place(tokens, range(last + 1, following))
        if verb is not None and tokens.words[verb] == "to":
            break  # an infinitive beside a name tells nothing: "Ann Bell, an envoy to end the war, spoke"
        last = following
    return last


def _before_apposition(tokens: Tokens, first: int) -> int:
    """Where the clause begins that a name between commas goes on with: "barred the main party, Chadema, in April"."""
    is_name = tokens.is_capital(first) and tokens.word(first - 1) == ","
    return _clause_start(tokens, first - 1, first - 1) if is_name else first


def _introduces(tokens: Tokens, first: int, start: int) -> bool:
    """Words without a verb at the head of a sentence, or a word or two: "An hour after dawn on Monday, ..."."""
    if start - first <= _INTRODUCTION:
        return True
    if start > _LONGEST_HEAD:
        return False
    has_verb = any(one is not None for one in cues_of(tokens).told[:start])
    return not has_verb and {",", "which", "who", "that"}.isdisjoint(tokens.words[:start])


def _hangs_on_clause_before(tokens: Tokens, first: int, start: int) -> bool:
    """What the main clause tells: "with troops leaving Monday", "possibly ending on Monday", "in Rome, on Monday"."""
    word = tokens.word(first)
    participle = tokens.word(first + 1) if word.endswith("ly") else word
    if word == "according":
        return False
    if word == "with" or (participle.endswith("ing") and len(participle) > _SHORTEST_PARTICIPLE):
        return True
    return start - first == 1 and word in {"on", "in"} and tokens.is_capital(first - 2)


def _clause_start(tokens: Tokens, first: int, start: int) -> int:
    parts, furthest = cues_of(tokens).parts, max(0, start - _REACH_LEFT)
    asides = cues_of(tokens).asides
    is_inside = first < len(asides) and asides[first]
    while first > furthest and (not parts[first - 1] or (asides[first - 1] and not is_inside)):
        first -= 1
    return first


def _nearest(tokens: Tokens, places: Iterable[int]) -> int | None:
    place = _nearest_place(tokens, places)
    return None if place is None else cues_of(tokens).told[place]


def _nearest_place(tokens: Tokens, places: Iterable[int]) -> int | None:
    """The first of ``places`` whose word says something about tense; an aside in brackets is passed over."""
    cues = cues_of(tokens)
    inside = None
    for place in places:
        inside = cues.asides[place] if inside is None else inside
        if cues.told[place] is not None and (inside or not cues.asides[place]):
            return place
    return None
