"""Who is who over all articles: one row for each actor and place, every claim's participants under lasting ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from extractors.calendar import Recall, Same
from extractors.claims import ArticleClaims
from extractors.events import Merging
from schemas import Actor, ActorAlias, Evidence, Participant, Place


@dataclass(frozen=True, kw_only=True, slots=True)
class Parties:
    """The rows of the tables about actors and places."""

    participants: list[Participant]
    actors: list[Actor]
    aliases: list[ActorAlias]
    places: list[Place]


#: An actor's id, the id that stands for it over all articles, and the name that goes with that.
_Name = tuple[str, str, str]


class Cast:
    """Who is who, remembered from call to call by what it depends on."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self._renamed: Recall[tuple[Same[tuple[Participant, ...]], tuple[_Name, ...]], list[Participant]] = Recall(
            _renamed
        )
        self._ids: Recall[Same[tuple[Participant, ...]], tuple[str, ...]] = Recall(_actor_ids)
        self._evidence: Recall[tuple[str, tuple[str, ...]], list[Evidence]] = Recall(_evidence)

    def turn(self) -> None:
        """Forget what was not asked for since the last turn."""
        for part in (self._renamed, self._ids, self._evidence):
            part.turn()

    def named(self, claims: Sequence[ArticleClaims], merging: Merging) -> Parties:
        """Actors under the ids by which they are known over all articles, each with its fullest name.

        Every name an actor was met under becomes an alias of the id that stands.
        """
        actors = _actors(claims, merging)
        aliases = {(merging.canonical_actor(row.actor_id), row.alias) for each in claims for row in each.aliases} | {
            (merging.canonical_actor(actor.actor_id), actor.name) for each in claims for actor in each.actors
        }
        places = {place.place_id: place for each in claims for place in each.places}
        return Parties(
            participants=list(self._participants(claims, merging, actors)),
            actors=[actors[actor_id] for actor_id in sorted(actors)],
            aliases=[ActorAlias(actor_id=actor_id, alias=alias) for actor_id, alias in sorted(aliases)],
            places=[places[place_id] for place_id in sorted(places)],
        )

    def _participants(
        self, claims: Sequence[ArticleClaims], merging: Merging, actors: Mapping[str, Actor]
    ) -> Iterable[Participant]:
        rows = [Same(each.participants) for each in claims]
        keys = []
        for same, ids in zip(rows, self._ids(rows), strict=True):
            known = [(one, merging.canonical_actor(one)) for one in ids]
            names = tuple((one, stands, actors[stands].name if stands in actors else "") for one, stands in known)
            keys.append((same, names))
        return chain.from_iterable(self._renamed(keys))

    def evidence(self, merging: Merging) -> list[Evidence]:
        """Which mentions speak for which event."""
        return list(chain.from_iterable(self._evidence(merging.groups.items())))


def _actor_ids(keys: Iterable[Same[tuple[Participant, ...]]]) -> Iterator[tuple[str, ...]]:
    for rows in keys:
        yield tuple(sorted({row.actor_id for row in rows.value if row.actor_id is not None}))


def _renamed(keys: Iterable[tuple[Same[tuple[Participant, ...]], tuple[_Name, ...]]]) -> Iterator[list[Participant]]:
    """Participants under the ids and names that stand; a party without a name of its own keeps the one it was given."""
    for rows, names in keys:
        stands = {one: (actor_id, name) for one, actor_id, name in names}
        found = []
        for row in rows.value:
            if row.actor_id is None:
                found.append(row)
            else:
                actor_id, name = stands[row.actor_id]
                found.append(replace(row, actor_id=actor_id, name=name or row.name))
        yield found


def _evidence(keys: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[list[Evidence]]:
    for event_id, group in keys:
        yield [Evidence(event_id=event_id, mention_id=mention_id) for mention_id in group]


def _actors(claims: Iterable[ArticleClaims], merging: Merging) -> dict[str, Actor]:
    best: dict[str, Actor] = {}
    for each in claims:
        for actor in each.actors:
            actor_id = merging.canonical_actor(actor.actor_id)
            rival = best.get(actor_id)
            if rival is None or _fullness(actor, actor_id) < _fullness(rival, actor_id):
                best[actor_id] = actor
    return {actor_id: replace(actor, actor_id=actor_id) for actor_id, actor in best.items()}


def _fullness(actor: Actor, canonical_id: str) -> tuple[bool, int, str]:
    """Sorts the actor's own row first, then the longest name."""
    return actor.actor_id != canonical_id, -len(actor.name), actor.name
