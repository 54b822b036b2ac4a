"""Which mentions are compared at all, so that the cost of merging grows nearly as the number of mentions.

A mention stands in some blocks, each a combination of what it tells (kind of act, time, party, place, wording). Only
mentions of one block are compared; in a long block only neighbours in time, and everybody with the first few. What a
block compares is a function of its members alone, so adding mentions touches only the blocks they stand in.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from extractors.events.kinds import RECURRENT
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
#: Behind this place in a long block everybody meets the first few.
_SETTLED = _NEIGHBOURS + _FIRSTS

Both = tuple[Signature, Signature]


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
    if one.event_type not in RECURRENT:
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


def pairs(block: Iterable[Signature]) -> Iterator[Both]:
    """The pairs that a block compares; the same whatever the order of ``block``."""
    members = sorted(block, key=_order)
    if len(members) <= FULL:
        yield from combinations(members, 2)
        return
    yield from _neighbours(members)
    for one in members[_SETTLED + 1 :]:
        yield from ((first, one) for first in members[:_FIRSTS])


def changes(past: Sequence[Signature], present: Sequence[Signature]) -> tuple[list[Both], list[Both]]:
    """The pairs that a block compares now and did not before, and those that it compared and no longer does."""
    old, new = sorted(past, key=_order), sorted(present, key=_order)
    if min(len(old), len(new)) > FULL:
        left = {id(one) for one in old}
        stays = {id(one) for one in new} & left
        came = [at for at, one in enumerate(new) if id(one) not in left]
        went = [at for at, one in enumerate(old) if id(one) not in stays]
        if min([*came, *went], default=0) > _SETTLED and len(came) + len(went) <= _NEIGHBOURS:
            return _local_changes(old, new, came, went)
    return _difference(pairs(old), pairs(new))


def _local_changes(
    old: Sequence[Signature], new: Sequence[Signature], came: Sequence[int], went: Sequence[int]
) -> tuple[list[Both], list[Both]]:
    """Changes of a long block whose first members stay: only neighbours of who came or went are looked at."""
    reach = _NEIGHBOURS + len(came) + len(went)
    near = {id(one) for at in came for one in new[at - reach : at + reach + 1]}
    near |= {id(one) for at in went for one in old[at - reach : at + reach + 1]}
    newly, dropped = _difference((both for both in _neighbours(old, near)), (both for both in _neighbours(new, near)))
    firsts = new[:_FIRSTS]
    newly += [(first, new[at]) for at in came for first in firsts]
    return newly, dropped + [(first, old[at]) for at in went for first in firsts]


def _neighbours(members: Sequence[Signature], near: Collection[int] | None = None) -> Iterator[Both]:
    for number, one in enumerate(members):
        if near is None or id(one) in near:
            yield from (
                (one, other)
                for other in members[number + 1 : number + 1 + _NEIGHBOURS]
                if near is None or id(other) in near
            )


def _difference(past: Iterable[Both], present: Iterable[Both]) -> tuple[list[Both], list[Both]]:
    was = {frozenset(map(id, both)): both for both in past}
    now = {frozenset(map(id, both)): both for both in present}
    return [both for key, both in now.items() if key not in was], [both for key, both in was.items() if key not in now]


def _order(one: Signature) -> tuple[int, int, str]:
    return one.first, one.last, one.mention_id
