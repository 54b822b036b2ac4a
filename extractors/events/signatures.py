"""What merging knows of one mention: small comparable values instead of rows and words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from extractors.claims import ArticleClaims
from extractors.events.actors import name_key
from extractors.events.lexemes import acts_of, is_empty, stem, word_list, words
from schemas import Actor, EventMention, Place
from schemas.enumerations import ActorKind, DayRole, EventType, IntervalKind, PlacePrecision

#: Day numbers that stand for "unbounded".
NEVER, ALWAYS = date.min.toordinal(), date.max.toordinal()
_ORDINALS = {
    name: number
    for number, names in enumerate(
        ("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th", "eighth 8th"), 1
    )
    for name in names.split()
}


@dataclass(frozen=True, slots=True, eq=False)
class Signature:
    """One mention as merging compares it. Day numbers are proleptic ordinals; sets hold folded keys."""

    mention_id: str
    article_id: str
    sentence_number: int
    start_offset: int
    event_type: EventType
    mode: str | None
    stems: frozenset[str]
    head: str
    acts: frozenset[str]
    actors: frozenset[str]
    persons: tuple[tuple[str, str], ...]
    sides: frozenset[str]
    place: tuple[str, ...]
    first: int
    last: int
    has_own_days: bool
    is_state: bool
    ordinals: frozenset[int]
    is_definite: bool
    count: int | None
    context: frozenset[str]


def signatures_of(claims: ArticleClaims, actor_ids: Mapping[str, str], actors: Mapping[str, Actor]) -> list[Signature]:
    """The signatures of one article's mentions, in their order; ``actor_ids`` and ``actors`` are of all articles."""
    parties: dict[str, list[Actor]] = defaultdict(list)
    for row in claims.participants:
        if row.actor_id is not None and row.actor_id in actors:
            parties[row.mention_id].append(actors[actor_ids.get(row.actor_id, row.actor_id)])
    places = {place.place_id: place for place in claims.places}
    return [_signature(mention, parties[mention.mention_id], places) for mention in claims.mentions]


def _signature(mention: EventMention, parties: Iterable[Actor], places: Mapping[str, Place]) -> Signature:
    stems = [stem(word) for word in words(mention.trigger)]
    content = [one for one in stems if not is_empty(one) and one not in word_list("plain")] or stems or [""]
    place = None if mention.place_id is None else places.get(mention.place_id)
    persons = tuple(
        sorted(
            (actor.country_code or actor.actor_id, actor.actor_id)
            for actor in parties
            if actor.kind is ActorKind.PERSON
        )
    )
    offset = mention.sentence.find(mention.trigger)
    before = words(mention.sentence[: max(offset, 0)])[-4:]
    return Signature(
        mention_id=mention.mention_id,
        article_id=mention.article_id,
        sentence_number=mention.sentence_number,
        start_offset=mention.start_offset,
        event_type=mention.event_type,
        mode=mention.event_mode,
        stems=frozenset(content),
        head=content[-1],
        acts=acts_of(stems),
        actors=frozenset(actor.actor_id for actor in parties),
        persons=persons,
        sides=frozenset(actor.country_code or actor.actor_id for actor in parties),
        place=_place_keys(mention.place, place),
        first=NEVER if mention.told_first_day is None else mention.told_first_day.toordinal(),
        last=ALWAYS if mention.told_last_day is None else mention.told_last_day.toordinal(),
        has_own_days=mention.day_role is DayRole.EVENT,
        is_state=mention.interval_kind is IntervalKind.THROUGHOUT,
        ordinals=frozenset(_ORDINALS[word] for word in before if word in _ORDINALS),
        is_definite=bool({"the", "this", "that", "such"}.intersection(before)),
        count=mention.count,
        context=frozenset(
            stem(word) for word in words(mention.sentence) if word not in word_list("plain") and len(word) > 2
        ),
    )


def _place_keys(name: str | None, place: Place | None) -> tuple[str, ...]:
    """The names around a place from the smallest outwards: its own, its region's, its country's code."""
    if place is None:
        found = re.split(r"\s*,\s*", name) if name else []
    else:
        found = [part for part in (place.name, place.admin) if part]
    folded = [name_key("".join(words(part))) for part in found]
    if place is not None and place.country_code:
        own_country = place.place_precision is PlacePrecision.COUNTRY
        folded = [place.country_code] if own_country else [*folded, place.country_code]
    return tuple(folded)
