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
from extractors.events.lexemes import word_list, words
from schemas import Actor, EventMention
from schemas.enumerations import ActorKind, PartOfSpeech, Role

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
    mentions = [one.mention for one in told]
    act, is_noun = _act(mentions, event_type)
    names = [] if event_type in _words()["unowned"] and not _is_won(mentions) else _names(told, event_type)
    if not names:
        head = _named_itself(mentions) or _unowned(act, mentions, event_type)
    elif event_type in _words()["between"]:
        head = _between(mentions, act, names, is_pair=is_noun and (len(names) > 1 or len(told) > 1))
    else:
        owned = _owned(event_type, act, names) if is_noun else f"{names[0][0]} {act}"
        is_enough = is_noun and (
            len(told) > 1 or _mode(mentions) in _words()["spoken_modes"] or _says_whom(owned, names)
        )
        head = owned if is_enough else _sentence(mentions, names[0][0]) or owned
    place = _commonest(_short_place(one.mention.place) for one in told if one.mention.place)
    label = f"{head}, {place}" if place and place not in head else head
    return label[:1].upper() + label[1:]


def _between(mentions: Sequence[EventMention], act: str, names: Sequence[tuple[str, Role]], *, is_pair: bool) -> str:
    """The parties side by side; of one claim that names one of them, or has no noun, the words of its sentence."""
    owner, role = names[0]
    sides = "-".join(name for name, _ in names[:_NAMED]) if len(names) > 1 else _possessive(owner)
    pair = f"{sides} {act}"
    if is_pair:
        return pair
    return _sentence(mentions, owner) or (role is not Role.ACTOR and _phrase(mentions, act)) or pair


def _mode(mentions: Iterable[EventMention]) -> str | None:
    return _commonest(one.event_mode for one in mentions)


def _is_won(mentions: Iterable[EventMention]) -> bool:
    return _mode(mentions) in _words()["owned_modes"]


def _named_itself(mentions: Iterable[EventMention]) -> str | None:
    """The name that a storm has of its own, as most sentences write it."""
    return _commonest(found for one in mentions for found in _own_name().findall(one.sentence))


@functools.cache
def _own_name() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_words()['named'])}) (?!{'|'.join(_words()['no_names'])})[A-Z][^\W\d_]+\b")


def _unowned(act: str, mentions: Sequence[EventMention], event_type: str) -> str:
    """The act in the words of a sentence, or with its kind and year, as votes are called: "2031 runoff"."""
    if event_type not in _words()["yearly"]:
        return _phrase(mentions, act) or act
    kind = _commonest(word for one in mentions for word in _kind_words(one))
    year = _commonest(_year(one) for one in mentions)
    return " ".join(part for part in (year, kind if kind and kind not in act else None, act) if part)


def _phrase(mentions: Sequence[EventMention], act: str) -> str | None:
    """What a sentence tells of an event that no name is tied to.

    Of many dead or hurt, whom different sources count differently, only the act is said.
    """
    found = [one.phrase for one in mentions if one.phrase]
    if not found or (len(mentions) > 1 and mentions[0].event_type.value in _words()["counted"]):
        return None
    with_act = [phrase for phrase in found if act in phrase.lower()] or found
    return min(with_act, key=lambda phrase: (-with_act.count(phrase), -len(phrase.split()), phrase))


def _kind_words(mention: EventMention) -> list[str]:
    before = words(mention.sentence[: max(mention.sentence.find(mention.trigger), 0)])[-2:]
    return [word for word in before if word in word_list("kinds")]


def _year(mention: EventMention) -> str | None:
    first, last = mention.told_first_day, mention.told_last_day
    return str(first.year) if first and last and first.year == last.year else None


def _sentence(mentions: Sequence[EventMention], owner: str) -> str | None:
    """Who did what, as the mention tells it that has both; without a subject of its own, ``owner`` is it."""
    told = [(phrase, *_around(phrase, one.trigger)) for one in mentions if (phrase := one.phrase) and not _is_noun(one)]
    whole = [(phrase, before, after) for phrase, before, after in told if after]
    if not whole:
        return None
    phrase, before, _ = min(whole, key=lambda each: (not each[1], -len(each[0].split()), each[0]))
    return phrase if before else f"{owner} {phrase}"


def _around(phrase: str, trigger: str) -> tuple[str, str]:
    before, _, after = phrase.partition(trigger.split(maxsplit=1)[0])
    return before.strip(), after.strip()


def _says_whom(head: str, names: Sequence[tuple[str, Role]]) -> bool:
    """The label has the party to whom it was done, so that no more words are needed."""
    return any(name in head for name, _ in names[1:])


def _owned(event_type: str, act: str, names: Sequence[tuple[str, Role]]) -> str:
    """The first party's act, and the party it was done to where the type has a word for that."""
    owner, role = names[0]
    link = _words()["nouns_links"].get(act) or _words()["links"].get(event_type)
    target = next((name for name, its_role in names[1:] if its_role is not Role.ACTOR), None)
    if role is Role.RECIPIENT and link:
        return f"{act} {link} {owner}"
    head = f"{_possessive(owner)} {act}"
    return f"{head} {link} {target}" if link and target else head


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _act(mentions: Sequence[EventMention], event_type: str) -> tuple[str, bool]:
    """The noun the articles use most, else the noun for the form of the act, else the commonest trigger, no noun."""
    noun = _commonest(mention.trigger.lower() for mention in mentions if _is_noun(mention))
    mode = _mode(mentions)
    known = noun or _words()["nouns_of_types"].get(event_type, {}).get(mode) or _words()["nouns"].get(mode)
    if known:
        return str(known), True
    return _commonest(mention.trigger.lower() for mention in mentions) or "event", False


def _is_noun(mention: EventMention) -> bool:
    return mention.part_of_speech is PartOfSpeech.NOUN


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
