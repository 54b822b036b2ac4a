"""May two mentions be one event, and how much speaks for it."""

from __future__ import annotations

import math

from extractors.events.lexemes import is_family
from extractors.events.signatures import Signature
from schemas.enumerations import EventType

#: Two mentions are linked when their score reaches this.
LINK = 4.0
#: Pairs of different types that can be words for one happening.
_KIN = frozenset(
    frozenset(pair)
    for pair in (
        (EventType.CONSULT, EventType.AGREE),
        (EventType.ACCIDENT, EventType.DISASTER),
        (EventType.ASSAULT, EventType.DEATH),
    )
)
#: Acts that a party does again and again: two days are two events.
_RECURRENT = frozenset(
    {EventType.CONSULT, EventType.STATEMENT, EventType.ASSAULT, EventType.ACCUSE, EventType.REQUEST, EventType.PROTEST}
)


def score(one: Signature, other: Signature) -> float | None:
    """How much speaks for one event; None when the two cannot be one.

    The order of the two does not matter.
    """
    if cannot_link(one, other):
        return None
    words = _words(one, other)
    if words == 0.0 and one.event_type is not other.event_type:
        return None
    return words + _parties(one, other) + _place(one, other) + _days(one, other) + _context(one, other)


def cannot_link(one: Signature, other: Signature) -> bool:
    """A fact that two mentions of one event cannot have."""
    return (
        _is_same_sentence(one, other)
        or not _types_agree(one, other)
        or bool(one.ordinals and other.ordinals and one.ordinals.isdisjoint(other.ordinals))
        or not _persons_agree(one, other)
        or not _places_agree(one.place, other.place)
        or not _days_agree(one, other)
    )


def _is_same_sentence(one: Signature, other: Signature) -> bool:
    return one.article_id == other.article_id and one.sentence_number == other.sentence_number


def _types_agree(one: Signature, other: Signature) -> bool:
    if one.event_type is other.event_type:
        return True
    return one.article_id != other.article_id and frozenset((one.event_type, other.event_type)) in _KIN


def _persons_agree(one: Signature, other: Signature) -> bool:
    """Where both name persons for a side, some person is the same."""
    mine: dict[str, set[str]] = {}
    for side, person in one.persons:
        mine.setdefault(side, set()).add(person)
    theirs: dict[str, set[str]] = {}
    for side, person in other.persons:
        theirs.setdefault(side, set()).add(person)
    return all(mine[side] & theirs[side] for side in mine.keys() & theirs.keys())


def _places_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return not one or not other or one[0] in other or other[0] in one


def _days_agree(one: Signature, other: Signature) -> bool:
    if not (one.has_own_days and other.has_own_days):
        return True
    gap = max(one.first, other.first) - min(one.last, other.last)
    if gap <= 0:
        return True
    return one.article_id != other.article_id and one.event_type not in _RECURRENT and gap <= 7


def _words(one: Signature, other: Signature) -> float:
    if one.stems & other.stems:
        return 2.0
    if any(is_family(mine, theirs) for mine in one.stems for theirs in other.stems):
        return 1.8
    if one.acts & other.acts:
        return 1.6
    return 0.8 if one.mode is not None and one.mode == other.mode else 0.0


def _parties(one: Signature, other: Signature) -> float:
    shared = len(one.actors & other.actors)
    sides = len(one.sides & other.sides)
    if one.actors and other.actors and not sides:
        return -2.0
    return min(1.2 * shared + 0.8 * max(sides - shared, 0), 2.4)


def _place(one: Signature, other: Signature) -> float:
    return 1.2 if one.place and other.place else 0.0


def _days(one: Signature, other: Signature) -> float:
    first, last = max(one.first, other.first), min(one.last, other.last)
    if first > last:
        return -0.5
    width = max(one.last, other.last) - min(one.first, other.first)
    if width <= 1:
        return 2.0
    if width <= 31:
        return 1.2
    return 0.6 if width <= 366 else 0.0


def _context(one: Signature, other: Signature) -> float:
    if not one.context or not other.context:
        return 0.0
    shared = len(one.context & other.context)
    return 3.0 * shared / math.sqrt(len(one.context) * len(other.context))
