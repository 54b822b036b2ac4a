"""Who is who over all articles: one id for a party that several articles name differently.

A surname in one article is the full name in another when only one full name of the corpus ends in it; spellings that
differ by transliteration or by a usual short form of the given name are one name; initials are the only name that has
them. Parties with different outside
identities are never joined.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from extractors import lexicons
from extractors.events.lexemes import word_list, words
from extractors.events.remembering import remembered
from schemas import Actor
from schemas.enumerations import ActorKind

#: Names shorter than this stand for too many.
_INITIALS = 3


@functools.cache
def _data() -> dict[str, dict[str, str]]:
    names = lexicons.load("merging_names")
    return {
        "given": {form: group["forms"][0] for group in names["given"] for form in group["forms"]},
        "places": {form: group["forms"][0] for group in names["places"] for form in group["forms"]},
        "letters": dict(names["transliteration"]["letters"]),
    }


@remembered(1 << 18)
def name_key(word: str) -> str:
    """A folded word with the spellings that transliteration varies made one."""
    known = _data()["places"].get(word)
    if known is not None:
        word = known
    for written, kept in _data()["letters"].items():
        word = word.replace(written, kept)
    return re.sub(r"(.)\1+", r"\1", word)


@remembered(1 << 18)
def _given_key(word: str) -> str:
    return name_key(_data()["given"].get(word, word))


@remembered(1 << 18)
def keys(name: str) -> tuple[str, ...]:
    """The words of a name as keys: given names by their usual form, the last word as a surname."""
    parts = [word for word in words(name) if word not in word_list("titles")]
    if not parts:
        return tuple(words(name))
    return (*(_given_key(part) for part in parts[:-1]), name_key(parts[-1]))


def identify(actors: Iterable[Actor]) -> dict[str, str]:
    """Map every actor id to the id under which the party is known over all articles."""
    distinct = sorted({actor.actor_id: actor for actor in actors}.values(), key=_rank)
    leader: dict[str, str] = {}
    _join_equal_names(distinct, leader)
    _join_surnames([actor for actor in distinct if actor.kind is ActorKind.PERSON], leader)
    _join_first_surnames(distinct, leader)
    _join_initials([actor for actor in distinct if actor.kind is not ActorKind.PERSON], leader)
    return {actor.actor_id: _end(leader, actor.actor_id) for actor in sorted(distinct, key=lambda one: one.actor_id)}


def _rank(actor: Actor) -> tuple[bool, int, str, str]:
    return (actor.wikidata_id is None, -len(keys(actor.name)), actor.name, actor.actor_id)


def _end(leader: dict[str, str], actor_id: str) -> str:
    while actor_id in leader:
        actor_id = leader[actor_id]
    return actor_id


def _join_equal_names(actors: Sequence[Actor], leader: dict[str, str]) -> None:
    first: dict[tuple[object, ...], list[Actor]] = defaultdict(list)
    for actor in actors:
        same = first[actor.kind, keys(actor.name)]
        match = next((other for other in same if _may_be_one(other, actor)), None)
        if match is None:
            same.append(actor)
        else:
            leader[actor.actor_id] = match.actor_id


def _may_be_one(one: Actor, other: Actor) -> bool:
    known = {one.wikidata_id, other.wikidata_id} - {None}
    return len(known) < 2 and None in {one.wikidata_id, other.wikidata_id}


def _join_surnames(persons: Sequence[Actor], leader: dict[str, str]) -> None:
    """A lone surname joins the only full name of the corpus that ends in it."""
    full: dict[str, dict[str, Actor]] = defaultdict(dict)
    for actor in persons:
        name = keys(actor.name)
        if len(name) > 1:
            full[name[-1]].setdefault(_end(leader, actor.actor_id), actor)
    for actor in persons:
        name = keys(actor.name)
        if len(name) != 1 or actor.actor_id in leader:
            continue
        candidates = full.get(name[0], {})
        if len(candidates) == 1:
            ((target, other),) = candidates.items()
            if _may_be_one(actor, other):
                leader[actor.actor_id] = target


def has_surname_first(actor: Actor) -> bool:
    """A person of a country where the surname comes first, named in full."""
    countries = lexicons.load("merging_names")["surname_first"]["countries"]
    return actor.kind is ActorKind.PERSON and actor.country_code in countries and len(keys(actor.name)) > 1


def _join_first_surnames(actors: Sequence[Actor], leader: dict[str, str]) -> None:
    """A lone surname joins the only full name with an outside identity that begins with it and puts it first.

    What a lone short word is called (person or not) is often mistaken, so that any kind joins.
    """
    full: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        if actor.wikidata_id is not None and has_surname_first(actor):
            full[name_key(words(actor.name)[0])].add(_end(leader, actor.actor_id))
    for actor in actors:
        name = keys(actor.name)
        if len(name) == 1 and actor.actor_id not in leader and actor.wikidata_id is None:
            candidates = full.get(name[0], set())
            if len(candidates) == 1:
                leader[actor.actor_id] = next(iter(candidates))


def _join_initials(parties: Sequence[Actor], leader: dict[str, str]) -> None:
    """Initials join the only name of the corpus that has them."""
    full: dict[str, set[str]] = defaultdict(set)
    for actor in parties:
        initials = "".join(word[0] for word in actor.name.split() if word[0].isupper())
        if len(initials) >= _INITIALS and len(initials) == len(_content_words(actor.name)):
            full[initials].add(_end(leader, actor.actor_id))
    for actor in parties:
        candidates = full.get(actor.name.replace(".", ""), set())
        if len(candidates) == 1 and actor.actor_id not in leader and actor.wikidata_id is None:
            (target,) = candidates
            if _end(leader, target) != actor.actor_id:
                leader[actor.actor_id] = target


def _content_words(name: str) -> list[str]:
    return [word for word in name.split() if word.lower() not in word_list("plain")]
