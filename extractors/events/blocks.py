"""Which mentions are compared at all, so that the cost of merging grows nearly as the number of mentions.

A mention stands in some blocks, each a combination of what it tells (kind of act, time, party, place, wording). Only
mentions of one block are compared; in a long block only neighbours in time, and everybody with the first few. What a
block compares is a function of its members alone, so adding mentions touches only the blocks they stand in.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from extractors.events.barriers import is_recurrent
from extractors.events.lexemes import lasting_acts
from extractors.events.signatures import ALWAYS, NEVER, Signature
from schemas.enumerations import EventType

#: Types whose mentions are compared with each other.
_FAMILIES: Mapping[EventType, str] = {
    EventType.CONSULT: "talk",
    EventType.AGREE: "talk",
    EventType.ACCIDENT: "harm",
    EventType.DISASTER: "harm",
    EventType.DEATH: "harm",
    EventType.ASSAULT: "harm",
    EventType.LEGAL: "claim",
    EventType.REQUEST: "claim",
    EventType.STATEMENT: "word",
    EventType.BUSINESS: "word",
    EventType.ELECTION: "vote",
    EventType.REFERENDUM: "vote",
}
#: Days of one time key. A mention stands in every period its days touch, an undated one in that of its end.
_PERIOD = 64
#: A mention whose days are wider than this is undated.
_DATED = 400
_PARTIES, _NEAR, _NAMES = 4, 3, 2
#: Blocks up to this long are compared in full; in longer ones each member meets this many neighbours and firsts.
FULL, _NEIGHBOURS, _FIRSTS = 40, 6, 4
#: From this place on, counted from 0, everybody in a long block meets the first few.
_SETTLED = _NEIGHBOURS + _FIRSTS + 1

#: Two mentions by their numbers.
Pair = tuple[int, int]
#: The place of each member in its block, counted from 0.
Places = Mapping[int, int]


def keys(one: Signature) -> frozenset[int]:
    """The blocks that a mention stands in, as numbers."""
    return frozenset(zlib.crc32("\n".join(map(str, key)).encode()) for key in _keys(one))


def _keys(one: Signature) -> Iterator[tuple[object, ...]]:
    family = _FAMILIES.get(one.event_type, one.event_type.value)
    parties = _parties(one)
    yield ("article", one.article_id)
    for period in _periods(one):
        yield from ((family, period, party) for party in parties)
        if one.event_type.value != family:
            yield from ((act, period, party) for act in sorted(one.acts)[:2] for party in sorted(one.actors)[:2])
    for chain in one.places:
        if len(chain) > 1:
            yield from ((family, chain[0], side) for side in (*sorted(one.sides)[:_PARTIES], ""))
            yield from ((family, chain[1], side) for side in (*sorted(one.sides)[:_PARTIES], ""))
    yield from ((family, *pair) for pair in combinations(sorted(one.sides)[:_PARTIES], 2))
    for act in sorted(one.acts & lasting_acts()):
        yield from ((act, *pair) for pair in combinations(sorted(one.nearby_sides)[:_PARTIES], 2))
    if not is_recurrent(one):
        yield from ((one.event_type.value, one.mode, actor) for actor in sorted(one.actors)[:2])
    yield ("wording", one.context)


def _parties(one: Signature) -> Sequence[str]:
    near = sorted(one.nearby - one.actors)[:_NEAR]
    names = list(one.story.names)[:_NAMES]
    return list(dict.fromkeys([*sorted(one.actors)[:_PARTIES], *sorted(one.sides)[:_PARTIES], *near, *names]))


def _periods(one: Signature) -> Iterable[int]:
    if one.first != NEVER and one.last != ALWAYS and one.last - one.first <= _DATED:
        return range(one.first // _PERIOD, one.last // _PERIOD + 1)
    if one.last != ALWAYS:
        return (one.last // _PERIOD, one.last // _PERIOD - 1)
    if one.first != NEVER:
        return (one.first // _PERIOD, one.first // _PERIOD + 1)
    return ()


def order(one: Signature) -> tuple[int, int, str]:
    """The order of the members of every block: by their days; no two mentions are equal."""
    return one.first, one.last, one.mention_id


def pairs(members: Sequence[int]) -> Iterator[Pair]:
    """The pairs that a block compares; ``members`` are the numbers of its mentions in their :func:`order`."""
    if len(members) <= FULL:
        yield from combinations(members, 2)
        return
    for place, one in enumerate(members):
        yield from ((one, other) for other in _behind(members, place))
    for one in members[_SETTLED:]:
        yield from ((first, one) for first in members[:_FIRSTS])


def is_compared(one: int, other: int, length: int) -> bool:
    """Whether a block of ``length`` members compares those in these two places, counted from 0."""
    before, after = min(one, other), max(one, other)
    return length <= FULL or after - before <= _NEIGHBOURS or (before < _FIRSTS and after >= _SETTLED)


def changes(past: Sequence[int], present: Sequence[int]) -> tuple[Iterable[Pair], Iterable[Pair]]:
    """The pairs that a block newly compares, and those of present members that it no longer compares.

    Either may hold some pairs more: the first some that were compared before, the second some that still are.
    """
    if not past:
        return pairs(present), ()
    was, now = _places(past), _places(present)
    stay = [one for one in past if one in now]
    if len(present) > FULL:
        if len(past) > FULL:
            return _long_changes(past, present, was, now)
        return pairs(present), combinations(stay, 2)
    if len(past) > FULL:
        return pairs(present), ()
    came = [one for one in present if one not in was]
    return [*combinations(came, 2), *product(came, stay)], ()


def _places(members: Iterable[int]) -> Places:
    return {one: place for place, one in enumerate(members)}


def _behind(members: Sequence[int], place: int) -> Sequence[int]:
    return members[place + 1 : place + 1 + _NEIGHBOURS]


def _long_changes(
    past: Sequence[int], present: Sequence[int], was: Places, now: Places
) -> tuple[Iterable[Pair], Iterable[Pair]]:
    """Changes of a block that was long and is long: only near those who came or went, and of the first few."""
    newly: list[Pair] = []
    ended: list[Pair] = []
    for one in _beside(past, now) | _beside(present, was):
        if one in now:
            before = set(_behind(past, was[one])) if one in was else set()
            behind = set(_behind(present, now[one]))
            newly += ((one, other) for other in behind - before)
            ended += ((one, other) for other in before - behind)
    newly += _first_pairs(past, present, was, now)
    ended += _first_pairs(present, past, now, was)
    return newly, ((one, other) for one, other in ended if one in now and other in now)


def _beside(members: Sequence[int], others: Places) -> set[int]:
    """Members that are not among the others, and those shortly before one of them."""
    alone = [place for place, one in enumerate(members) if one not in others]
    return {one for place in alone for one in members[max(place - _NEIGHBOURS, 0) : place + 1]}


def _first_pairs(past: Sequence[int], present: Sequence[int], was: Places, now: Places) -> Iterator[Pair]:
    """Pairs with the first few that ``present`` compares and ``past`` does not."""
    settled = [one for one in present[_SETTLED:] if one not in was]
    settled += (one for one in past[:_SETTLED] if now.get(one, 0) >= _SETTLED)
    for first in present[:_FIRSTS]:
        is_known = was.get(first, _FIRSTS) < _FIRSTS
        yield from ((first, one) for one in (settled if is_known else present[_SETTLED:]))
