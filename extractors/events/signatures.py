"""What merging knows of one mention: small comparable values instead of rows and words."""

from __future__ import annotations

import functools
import re
import zlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from extractors import lexicons
from extractors.claims import ArticleClaims
from extractors.event_mentions import gazetteer
from extractors.events.actors import name_key
from extractors.events.kinds import TOLLED
from extractors.events.lexemes import OPENING, acts_of, is_empty, stem, word_list, words
from extractors.events.remembering import remembered
from extractors.events.stories import Story, story_of
from schemas import Actor, EventMention, Place
from schemas.enumerations import (
    ActorKind,
    CountOperator,
    DayRole,
    EventType,
    IntervalKind,
    PlacePrecision,
    Role,
    Status,
)

#: Day numbers that stand for "unbounded".
NEVER, ALWAYS = date.min.toordinal(), date.max.toordinal()
_WHERE = re.compile(r"\b(?:in|at|near|outside|to|for)\s+((?:[A-Z][^\W\d_]+[ -]?){1,3})")
_BEFORE_PLACE_NOUN = re.compile(r"\b([A-Z][^\W\d_]+)\s+$")
_NUMBERED = re.compile(r"\b([A-Z][^\W\d_]+) (I{1,3}|IV|VI{0,3}|IX|X|\d{1,3})\b")

_TOTAL = re.compile(
    r"\b(?:since|so far|in (?:all|total)|total of|overall|to date|toll|"
    r"(?:past|last) (?:\w+ )?(?:years|months|decades?))\b",
    re.IGNORECASE,
)
_REPEATED = re.compile(r"(?:\s\w+)?\s(?:twice|repeatedly|(?:two|three|four|five|six|several|many|\d+) times)\b")
#: As many words on each side of a light verb are compared, and as many behind it may hold the noun of the act.
_AROUND, _OBJECT = 7, 6
#: Length of the masks of stems.
BITS = 1024
#: How many characters before and after a trigger a place may stand that is not told as its place.
_REACH_BEFORE, _REACH_AFTER = 40, 60

Value = TypeVar("Value", bound=Hashable)

Party = tuple[Role, Actor]

#: A place: its own name, its region's, its country's code, as far as they are known.
Chain = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Signature:
    """One mention as merging compares it.

    Days are proleptic ordinals; ``is_ordered`` when they follow from another event's. ``actors`` and ``sides`` are the
    told participants and the countries they act for (themselves where that is unknown), ``nearby`` everybody named in
    the sentence, told participants included. ``place`` is the told place, ``places`` those around the trigger.
    ``openings`` are the first letters of the stems, ``targets`` the parties to whom something is done, ``is_total`` a
    toll of many happenings. Masks (see :func:`mask`) are ``names`` of the parties, ``context`` of the sentence,
    ``around`` of the words around a verb that alone says little, ``own_words`` of the trigger.
    """

    mention_id: str
    article_id: str
    story: Story
    sentence_number: int
    event_type: EventType
    mode: str | None
    status: Status
    stems: frozenset[str]
    openings: frozenset[str]
    acts: frozenset[str]
    actors: frozenset[str]
    persons: Mapping[str, frozenset[str]]
    sides: frozenset[str]
    targets: frozenset[str]
    names: int
    countries: frozenset[str]
    nearby: frozenset[str]
    nearby_sides: frozenset[str]
    place: Chain
    places: frozenset[Chain]
    first: int
    last: int
    is_told: bool
    is_ordered: bool
    role: DayRole
    is_state: bool
    ordinals: frozenset[str]
    numbered: Mapping[str, frozenset[str]]
    kinds: frozenset[str]
    is_pointing: bool
    count: int
    is_total: bool
    context: int
    around: int
    own_words: int

    @property
    def width(self) -> int:
        """Days from the first to the last that the mention allows, less one."""
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What every mention of a sentence shares."""

    words: int
    nearby: frozenset[str]
    nearby_sides: frozenset[str]
    numbered: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Parties:
    """Who takes part in a mention, as its signature says it."""

    actors: frozenset[str]
    persons: Mapping[str, frozenset[str]]
    sides: frozenset[str]
    targets: frozenset[str]
    names: int
    countries: frozenset[str]


def signatures_of(claims: ArticleClaims, actor_ids: Mapping[str, str], actors: Mapping[str, Actor]) -> list[Signature]:
    """The signatures of one article's mentions, in their order; ``actor_ids`` and ``actors`` are of all articles."""
    parties: dict[str, list[Party]] = defaultdict(list)
    for row in claims.participants:
        actor_id = actor_ids.get(row.actor_id or "", "")
        if actor_id in actors:
            parties[row.mention_id].append((row.role, actors[actor_id]))
    places = {place.place_id: place for place in claims.places}
    ordered = {row.mention_id for row in claims.relations if row.anchor_mention_id is not None}
    story = story_of(claims, actor_ids)
    sentences: dict[int, _Sentence] = {}
    found = []
    for mention in claims.mentions:
        if mention.sentence_number not in sentences:
            sentences[mention.sentence_number] = _read_sentence(mention.sentence, story, actors)
        found.append(
            _signature(
                mention,
                _read_parties(parties[mention.mention_id], mention.event_type),
                _chain(mention.place, places.get(mention.place_id or "")),
                story,
                sentences[mention.sentence_number],
                is_ordered=mention.mention_id in ordered,
            )
        )
    return found


@remembered(1 << 20)
def _shared(value: Value) -> Value:
    """One object for all equal values: most sets of most mentions are the same few."""
    return value


def mask(stems: Iterable[str]) -> int:
    """A set of stems as bits: small to keep, and the stems in common are counted at once (rarely one too many)."""
    bits = 0
    for one in stems:
        bits |= 1 << (zlib.crc32(one.encode()) % BITS)
    return bits


def _read_sentence(sentence: str, story: Story, actors: Mapping[str, Actor]) -> _Sentence:
    nearby = frozenset(one for one in story.named_in(sentence) if one in actors)
    plain, newsy = word_list("plain"), word_list("newsy")
    numbered: dict[str, set[str]] = defaultdict(set)
    for name, number in _NUMBERED.findall(sentence):
        if name.lower() not in word_list("calendar"):
            numbered[name].add(number)
    return _Sentence(
        words=mask(stem(word) for word in words(sentence) if len(word) > 2 and word not in plain and word not in newsy),
        nearby=nearby,
        nearby_sides=frozenset(_side(actors[one]) for one in nearby),
        numbered={name: frozenset(numbers) for name, numbers in numbered.items()} if numbered else _NOBODY,
    )


def _is_surely_one(actor: Actor, event_type: EventType) -> bool:
    """The same party goes by no other name: parts of a state are the state; attacks are told of many victims."""
    return actor.country_code is not None or (actor.kind is ActorKind.PERSON and event_type is not EventType.ASSAULT)


def _side(actor: Actor) -> str:
    return actor.country_code or actor.actor_id


def _read_parties(roles: Sequence[Party], event_type: EventType) -> _Parties:
    parties = [actor for _, actor in roles]
    targets = [actor for role, actor in roles if role is Role.RECIPIENT and _is_surely_one(actor, event_type)]
    return _Parties(
        actors=_shared(frozenset(actor.actor_id for actor in parties)),
        persons=_persons(parties),
        sides=_shared(frozenset(map(_side, parties))),
        targets=_shared(frozenset(actor.actor_id for actor in targets) | frozenset(map(_side, targets))),
        names=_shared(mask(stem(word) for actor in parties for word in words(actor.name))),
        countries=_shared(frozenset(actor.country_code for actor in parties if actor.country_code)),
    )


def _signature(
    mention: EventMention,
    parties: _Parties,
    chain: Chain,
    story: Story,
    sentence: _Sentence,
    *,
    is_ordered: bool,
) -> Signature:
    stems, around = _act_words(mention)
    content = _content(stems)
    before = words(mention.sentence[: max(mention.sentence.find(mention.trigger), 0)])[-4:]
    return Signature(
        mention_id=mention.mention_id,
        article_id=mention.article_id,
        story=story,
        sentence_number=mention.sentence_number,
        event_type=mention.event_type,
        mode=mention.event_mode,
        status=mention.status,
        stems=_shared(content),
        openings=_shared(frozenset(one[:OPENING] for one in content)),
        acts=_shared(acts_of(stems)),
        actors=parties.actors,
        persons=parties.persons,
        sides=parties.sides,
        targets=parties.targets,
        names=parties.names,
        countries=parties.countries,
        nearby=_shared(sentence.nearby | parties.actors),
        nearby_sides=_shared(sentence.nearby_sides | parties.sides),
        place=_shared(chain),
        places=_shared(frozenset([chain]) if chain else _places_around(mention)),
        first=NEVER if mention.told_first_day is None else mention.told_first_day.toordinal(),
        last=ALWAYS if mention.told_last_day is None else mention.told_last_day.toordinal(),
        is_told=mention.time_expression_id is not None or mention.time_text is not None,
        is_ordered=is_ordered,
        role=mention.day_role,
        is_state=mention.interval_kind is IntervalKind.THROUGHOUT,
        ordinals=_shared(_ordinals(mention, before)),
        numbered=sentence.numbered,
        kinds=_shared(_kinds((*before[-2:], *words(mention.trigger)))),
        is_pointing=_is_pointing(mention, before),
        count=_count(mention),
        is_total=mention.event_type in TOLLED and _TOTAL.search(mention.sentence) is not None,
        context=sentence.words,
        around=around,
        own_words=_shared(mask(content)),
    )


def _act_words(mention: EventMention) -> tuple[list[str], int]:
    """The stems that say what happened, and the mask of the words around a verb that alone says little.

    "Launched an invasion" is an invasion; "imposed new rules" is told apart by its words.
    """
    stems = [stem(word) for word in words(mention.trigger)]
    trigger = set(words(mention.trigger))
    if not trigger <= word_list("light") | word_list("announcing"):
        return stems, 0
    start = mention.sentence.find(mention.trigger)
    before = words(mention.sentence[:start])[-_AROUND:]
    after = words(mention.sentence[start + len(mention.trigger) :])[:_AROUND]
    known = [one for one in map(stem, after[:_OBJECT]) if acts_of([one]) and one not in stems]
    if known and trigger <= word_list("light"):
        return known[:1], 0
    plain, newsy = word_list("plain"), word_list("newsy")
    return stems, mask(stem(word) for word in (*before, *after) if word not in plain and word not in newsy)


def _content(stems: Sequence[str]) -> frozenset[str]:
    plain = word_list("plain")
    return frozenset(one for one in stems if not is_empty(one) and one not in plain) or frozenset(stems[-1:])


def _kinds(near: Iterable[str]) -> frozenset[str]:
    """The kinds of the act named among ``near``, in the singular."""
    return word_list("kinds") & {
        one.removesuffix("s") if one.removesuffix("s") in word_list("kinds") else one for one in near
    }


_NOBODY: Mapping[str, frozenset[str]] = {}


def _persons(parties: Iterable[Actor]) -> Mapping[str, frozenset[str]]:
    """The persons among the parties by the country they act for."""
    found: dict[str, set[str]] = defaultdict(set)
    for actor in parties:
        if actor.kind is ActorKind.PERSON:
            found[_side(actor)].add(actor.actor_id)
    return {side: _shared(frozenset(persons)) for side, persons in found.items()} if found else _NOBODY


def _is_pointing(mention: EventMention, before: Sequence[str]) -> bool:
    """The trigger is a noun that stands for something already told."""
    if mention.event_mode in {"say", "announce"} or mention.trigger.lower().endswith("ed"):
        return False
    return not word_list("pointing").isdisjoint(before[-3:])


def _count(mention: EventMention) -> int:
    """How many the mention tells of: 1 when it does not say, 2 for any repetition."""
    if mention.count is None or mention.count_operator is CountOperator.ORDINAL:
        end = mention.sentence.find(mention.trigger) + len(mention.trigger)
        return 2 if _REPEATED.match(mention.sentence, end) else 1
    return mention.count


def _ordinals(mention: EventMention, before: Sequence[str]) -> frozenset[str]:
    """Ordinal numbers shortly before the trigger or in it, and a count that is one."""
    found = {number for word in (*before, *words(mention.trigger)) if (number := ordinal_of(word))}
    if mention.count_operator is CountOperator.ORDINAL and mention.count is not None:
        found.add(str(mention.count))
    return frozenset(found)


def ordinal_of(word: str) -> str | None:
    """The number that a folded ordinal word stands for, else None."""
    return _ordinal_values().get(word)


@functools.cache
def _ordinal_values() -> dict[str, str]:
    return {
        word: str(number)
        for number, forms in lexicons.load("merging_words")["ordinals"]["values"].items()
        for word in forms
    }


def _chain(name: str | None, place: Place | None) -> Chain:
    """The names around a place from the smallest outwards."""
    if place is None:
        return tuple(name_key("".join(words(part))) for part in name.split(",")) if name else ()
    if place.place_precision is PlacePrecision.COUNTRY:
        return (place.country_code or name_key("".join(words(place.name))),)
    folded = [name_key("".join(words(part))) for part in (place.name, place.admin) if part]
    return (*folded, place.country_code) if place.country_code else tuple(folded)


@remembered(1 << 16)
def _known_place(name: str) -> Chain:
    spot = gazetteer.find_place(name)
    if spot is None:
        return ()
    if spot.kind == "country":
        return (spot.code,)
    parts = [name_key("".join(words(part))) for part in (spot.name, spot.admin) if part]
    return (*parts, spot.country_code) if spot.country_code else tuple(parts)


def _places_around(mention: EventMention) -> frozenset[Chain]:
    """Places named close to the trigger: "in Anchorage, where the talks", "the Anchorage summit"."""
    start = max(mention.sentence.find(mention.trigger), 0)
    end = start + len(mention.trigger)
    near = mention.sentence[max(start - _REACH_BEFORE, 0) : end + _REACH_AFTER]
    names = _WHERE.findall(near) + _BEFORE_PLACE_NOUN.findall(mention.sentence[:start])
    return frozenset(chain for name in names if (chain := _known_place(name.strip())))
