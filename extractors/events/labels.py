"""The label of an event: what a chronicler would write ("Putin-Trump summit, Anchorage")."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extractors import lexicons
from extractors.events.lexemes import is_past_form, words
from schemas import Actor, EventMention
from schemas.enumerations import ActorKind, Role

_DETERMINER = re.compile(
    r"(?:\b(?:the|a|an|this|that|last|next|such|first|second|third|upcoming|planned)|['’]s)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_ROLES = {Role.ACTOR: 0, Role.PARTICIPANT: 1, Role.RECIPIENT: 2}
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
#: A label names at most this many parties on one side.
_NAMED = 2


@dataclass(frozen=True, slots=True)
class Told:
    """One mention with its parties over all articles and their roles."""

    mention: EventMention
    parties: tuple[tuple[Role, Actor], ...]


@functools.cache
def _words() -> Mapping[str, Any]:
    return lexicons.load("merging_labels")


def label_of(told: Sequence[Told]) -> str:
    """Parties, act and place of an event in a few words; the same whatever the order of ``told``."""
    event_type = _commonest(one.mention.event_type.value for one in told) or "OTHER"
    act, is_noun = _act([one.mention for one in told])
    names = _names(told)
    if not names:
        head = act[:1].upper() + act[1:]
    elif event_type in _words()["between"]:
        head = f"{'-'.join(name for name, _ in names[:_NAMED])} {act}"
    else:
        head = _owned(event_type, act, names) if is_noun else f"{names[0][0]} {act}"
    place = _commonest(_short_place(one.mention.place) for one in told if one.mention.place)
    return f"{head}, {place}" if place and place not in head else head


def _owned(event_type: str, act: str, names: Sequence[tuple[str, Role]]) -> str:
    """The first party's act, and the party it was done to where the type has a word for that."""
    owner, role = names[0]
    link = _words()["links"].get(event_type)
    target = next((name for name, its_role in names[1:] if its_role is not Role.ACTOR), None)
    if role is Role.RECIPIENT and link:
        return f"{act[:1].upper() + act[1:]} {link} {owner}"
    head = f"{_possessive(owner)} {act}"
    return f"{head} {link} {target}" if link and target else head


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _act(mentions: Sequence[EventMention]) -> tuple[str, bool]:
    """The noun the articles use most, else the noun for the form of the act, else the commonest trigger, no noun."""
    noun = _commonest(mention.trigger.lower() for mention in mentions if _is_noun(mention))
    mode = _commonest(mention.event_mode for mention in mentions if mention.event_mode)
    known = noun or _words()["nouns"].get(mode)
    if known:
        return str(known), True
    return _commonest(mention.trigger.lower() for mention in mentions) or "event", False


def _is_noun(mention: EventMention) -> bool:
    start = mention.sentence.find(mention.trigger)
    first = next(iter(words(mention.trigger)), "")
    if start <= 0 or is_past_form(first):
        return False
    return _DETERMINER.search(mention.sentence[:start]) is not None


def _commonest(values: Iterable[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None


def _names(told: Sequence[Told]) -> list[tuple[str, Role]]:
    """Short names with their usual role: who acts before who is acted on, the more often named first.

    A country that a person speaks for is not named beside the person.
    """
    counted: Counter[str] = Counter()
    roles: dict[str, Counter[Role]] = {}
    actors: dict[str, Actor] = {}
    for one in told:
        for role, actor in one.parties:
            counted[actor.actor_id] += 1
            roles.setdefault(actor.actor_id, Counter())[role] += 1
            actors[actor.actor_id] = actor
    usual = {actor_id: min(seen, key=lambda role: (-seen[role], _ROLES[role])) for actor_id, seen in roles.items()}
    ranked = sorted(counted, key=lambda one: (_ROLES[usual[one]] == 2, -counted[one], _ROLES[usual[one]], one))
    spoken_for = {actor.country_code for actor in actors.values() if actor.kind is ActorKind.PERSON}
    return [
        (short_name(actors[one]), usual[one])
        for one in ranked
        if actors[one].kind is not ActorKind.COUNTRY or actors[one].country_code not in spoken_for
    ]


def short_name(actor: Actor) -> str:
    """A person's last name without what follows it (Jr.); any other party's whole name."""
    parts = [part for part in actor.name.split() if part.strip(".,").lower() not in _SUFFIXES]
    return parts[-1] if actor.kind is ActorKind.PERSON and parts else actor.name


def _short_place(place: str | None) -> str | None:
    return place.split(",")[0].strip() if place else None
