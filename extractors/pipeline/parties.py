"""Who is who over all articles: one row for each actor and place, every claim's participants under lasting ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.claims import ArticleClaims
from extractors.events import Merging
from schemas import Actor, ActorAlias, EventParticipant, Participant, Place


@dataclass(frozen=True, kw_only=True, slots=True)
class Parties:
    """The rows of the tables about actors and places."""

    participants: list[Participant]
    actors: list[Actor]
    aliases: list[ActorAlias]
    places: list[Place]


def named(claims: Sequence[ArticleClaims], merging: Merging) -> Parties:
    """Actors under the ids by which they are known over all articles, each with its fullest name.

    Every name an actor was met under becomes an alias of the id that stands.
    """
    actors = _actors(claims, merging)
    names = {actor_id: actor.name for actor_id, actor in actors.items()}
    participants = [_renamed(row, merging, names) for each in claims for row in each.participants]
    aliases = {(merging.canonical_actor(row.actor_id), row.alias) for each in claims for row in each.aliases} | {
        (merging.canonical_actor(actor.actor_id), actor.name) for each in claims for actor in each.actors
    }
    places = {place.place_id: place for each in claims for place in each.places}
    return Parties(
        participants=participants,
        actors=[actors[actor_id] for actor_id in sorted(actors)],
        aliases=[ActorAlias(actor_id=actor_id, alias=alias) for actor_id, alias in sorted(aliases)],
        places=[places[place_id] for place_id in sorted(places)],
    )


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


def _renamed(row: Participant, merging: Merging, names: dict[str, str]) -> Participant:
    if row.actor_id is None:
        return row
    actor_id = merging.canonical_actor(row.actor_id)
    return replace(row, actor_id=actor_id, name=names.get(actor_id, row.name))


def event_participants(participants: Iterable[Participant], merging: Merging) -> list[EventParticipant]:
    """Who took part in each event, over all its claims; a row for each role."""
    rows = {
        (merging.event_of[row.mention_id], row.actor_id, row.role)
        for row in participants
        if row.actor_id is not None and row.mention_id in merging.event_of
    }
    return [EventParticipant(event_id=event, actor_id=actor, role=role) for event, actor, role in sorted(rows)]
