"""Which mentions are compared at all, so that the cost of merging grows nearly as the number of mentions.

A mention stands in some blocks, each a combination of what it tells (kind of act, time, party, place, wording). Only
mentions of one block are compared; in a long block only neighbours in time, and everybody with the first few. What a
block compares is a function of its members alone, so adding mentions touches only the blocks they stand in.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

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
FULL, _NEIGHBOURS, _FIRSTS = 60, 12, 8


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


def pairs(block: Iterable[Signature]) -> Iterator[tuple[Signature, Signature]]:
    """The pairs that a block compares; the same whatever the order of ``block``."""
    members = sorted(block, key=lambda one: (one.first, one.last, one.mention_id))
    if len(members) <= FULL:
        yield from combinations(members, 2)
        return
    for number, one in enumerate(members):
        yield from ((one, other) for other in members[number + 1 : number + 1 + _NEIGHBOURS])
        if number > _NEIGHBOURS + _FIRSTS:
            yield from ((first, one) for first in members[:_FIRSTS])
