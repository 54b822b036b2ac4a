"""The label of an event: what a chronicler would write ("Putin-Trump summit, Anchorage")."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extractors import lexicons
from extractors.events.actors import has_surname_first
from extractors.events.lexemes import is_past_form, word_list, words
from schemas import Actor, EventMention
from schemas.enumerations import ActorKind, Role

_DETERMINER = re.compile(
    r"(?:\b(?:the|a|an|this|that|last|next|such|first|second|third|upcoming|planned)|['’]s)\s+(?:(?-i:[a-z][\w-]*)\s+)?$",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"[^\W_][\w'’$.,%-]*[^\W_]|[^\W_]|\$[\d.,]*\d\w*|[^\w\s]|\n")
_ROLES = {Role.ACTOR: 0, Role.PARTICIPANT: 1, Role.RECIPIENT: 2}
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
#: As many words behind a verb stand in a label, and as far behind it they are looked for.
_CLAUSE, _REACH = 5, 80
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
    mentions = [one.mention for one in told]
    act, is_noun = _act(mentions, event_type)
    names = [] if event_type in _words()["unowned"] and not _is_won(mentions) else _names(told, event_type)
    if not names:
        head = _named_itself(mentions) or _unowned(act, mentions, event_type)
    elif event_type in _words()["between"]:
        head = f"{'-'.join(name for name, _ in names[:_NAMED])} {act}"
    else:
        head = _owned(event_type, act, names) if is_noun else f"{names[0][0]} {_clause(act, mentions)}"
    place = _commonest(_short_place(one.mention.place) for one in told if one.mention.place)
    return f"{head}, {place}" if place and place not in head else head


def _is_won(mentions: Sequence[EventMention]) -> bool:
    return _commonest(one.event_mode for one in mentions) in _words()["owned_modes"]


def _named_itself(mentions: Iterable[EventMention]) -> str | None:
    """The name that a storm has of its own, as most sentences write it."""
    return _commonest(found for one in mentions for found in _own_name().findall(one.sentence))


@functools.cache
def _own_name() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_words()['named'])}) (?!{'|'.join(_words()['no_names'])})[A-Z][^\W\d_]+\b")


def _unowned(act: str, mentions: Sequence[EventMention], event_type: str) -> str:
    """The act with its kind and year, as votes are called: "2031 presidential election"."""
    if event_type not in _words()["yearly"]:
        head = _clause(act, mentions) if not any(map(_is_noun, mentions)) else act
        return head[:1].upper() + head[1:]
    kind = _commonest(word for one in mentions for word in _kind_words(one))
    year = _commonest(_year(one) for one in mentions)
    head = " ".join(part for part in (year, kind if kind and kind not in act else None, act) if part)
    return head[:1].upper() + head[1:]


def _kind_words(mention: EventMention) -> list[str]:
    before = words(mention.sentence[: max(mention.sentence.find(mention.trigger), 0)])[-2:]
    return [word for word in before if word in word_list("kinds")]


def _year(mention: EventMention) -> str | None:
    first, last = mention.told_first_day, mention.told_last_day
    return str(first.year) if first and last and first.year == last.year else None


def _clause(act: str, mentions: Sequence[EventMention]) -> str:
    """A verb with the words behind it, which say what was done; of the mention that says most, told in that verb."""
    if act not in {one.trigger.lower() for one in mentions}:
        return act
    clauses = {one.mention_id: _behind(one) for one in mentions if one.trigger.lower() == act}
    best = min(clauses, key=lambda mention_id: (-len(clauses[mention_id]), mention_id))
    return " ".join((act, *clauses[best]))


def _behind(mention: EventMention) -> tuple[str, ...]:
    start = mention.sentence.find(mention.trigger) + len(mention.trigger)
    kept: list[str] = []
    for word in _FOLLOWING.findall(mention.sentence[start : start + _REACH]):
        is_sentence = word[0].isupper() and word.lower() in word_list("plain")
        if len(kept) == _CLAUSE or is_sentence or not (word[0].isalnum() or word[0] == "$"):
            break
        kept.append(word)
    while kept and kept[-1].lower() in word_list("plain"):
        kept.pop()
    return tuple(kept)


def _owned(event_type: str, act: str, names: Sequence[tuple[str, Role]]) -> str:
    """The first party's act, and the party it was done to where the type has a word for that."""
    owner, role = names[0]
    link = _words()["nouns_links"].get(act) or _words()["links"].get(event_type)
    target = next((name for name, its_role in names[1:] if its_role is not Role.ACTOR), None)
    if role is Role.RECIPIENT and link:
        return f"{act[:1].upper() + act[1:]} {link} {owner}"
    head = f"{_possessive(owner)} {act}"
    return f"{head} {link} {target}" if link and target else head


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _act(mentions: Sequence[EventMention], event_type: str) -> tuple[str, bool]:
    """The noun the articles use most, else the noun for the form of the act, else the commonest trigger, no noun."""
    noun = _commonest(mention.trigger.lower() for mention in mentions if _is_noun(mention))
    mode = _commonest(mention.event_mode for mention in mentions if mention.event_mode)
    known = noun or _words()["nouns_of_types"].get(event_type, {}).get(mode) or _words()["nouns"].get(mode)
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


def _names(told: Sequence[Told], event_type: str) -> list[tuple[str, Role]]:
    """Short names with their usual role: who acts before who is acted on, the more often named first.

    A country that a person speaks for is not named beside the person; a death is named for a person only.
    """
    only_persons = event_type in _words()["of_victims"]
    counted: Counter[str] = Counter()
    roles: dict[str, Counter[Role]] = {}
    actors: dict[str, Actor] = {}
    for one in told:
        for role, actor in one.parties:
            if only_persons and actor.kind is not ActorKind.PERSON:
                continue
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
    """A person's surname without what follows it, which is the first name in some countries; else the whole name."""
    if has_surname_first(actor):
        return actor.name.split()[0]
    parts = [part for part in actor.name.split() if part.strip(".,").lower() not in _SUFFIXES]
    return parts[-1] if actor.kind is ActorKind.PERSON and parts else actor.name


def _short_place(place: str | None) -> str | None:
    return place.split(",")[0].strip() if place else None
