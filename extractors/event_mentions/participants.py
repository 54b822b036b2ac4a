"""Who took part in a claimed event, and in which role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.event_mentions.arguments import actors, is_passive, objects, obliques, possessors, subjects
from extractors.event_mentions.candidates import Candidate
from extractors.event_mentions.cast import Cast, Party
from extractors.event_mentions.gazetteer import country_code, demonym_code
from extractors.event_mentions.lexicon import word_list
from extractors.event_mentions.names import title_words
from extractors.event_mentions.reference_resolution import resolve
from extractors.event_mentions.syntax import clause_verb
from schemas.enumerations import ActorKind, Role

#: Prepositions whose noun takes part, with the role: "talks with", "an attack by", "a letter to".
_ROLES = {
    "with": Role.PARTICIPANT,
    "between": Role.PARTICIPANT,
    "among": Role.PARTICIPANT,
    "by": Role.ACTOR,
    "against": Role.RECIPIENT,
    "to": Role.RECIPIENT,
    "for": Role.RECIPIENT,
    "of": Role.RECIPIENT,
    "on": Role.RECIPIENT,
    "from": Role.RECIPIENT,
    "behind": Role.RECIPIENT,
    "into": Role.RECIPIENT,
}


@dataclass(frozen=True, slots=True)
class Part:
    """A party's part in one event; ``start`` and ``end`` are offsets of the naming words, null when understood."""

    party: Party
    role: Role
    start: int | None
    end: int | None


def find_parts(candidate: Candidate, cast: Cast) -> list[Part]:
    """The parties that the words around the trigger name or mean, each once, in the order found."""
    head = candidate.head
    pairs = _of_verb(head) if candidate.is_verb else _of_noun(head, cast)
    parts: list[Part] = []
    for token, role in pairs:
        for party in resolve(token, cast):
            if party.is_place and not _acts(token, party):
                continue
            if all(part.party is not party for part in parts):
                end = token.idx + len(token.text)
                parts.append(Part(party, role, token.idx, end))
    return parts


def _acts(token: Token, party: Party) -> bool:
    """A place takes part when it is a country or stands as a subject: "Moscow refused"."""
    if party.kind is ActorKind.COUNTRY:
        return token.dep_ != "pobj" or token.head.lower_ in ("with", "between", "against", "by", "of", "on")
    return False


def _of_verb(verb: Token) -> Iterator[tuple[Token, Role]]:
    for token in actors(verb):
        yield token, Role.ACTOR
    yield from ((owner, Role.ACTOR) for token in actors(verb) for owner in _behind(token))
    for token in objects(verb):
        yield token, Role.RECIPIENT
        yield from ((owner, Role.RECIPIENT) for owner in _behind(token))
    for token, preposition in obliques(verb):
        if preposition in _ROLES and preposition not in ("of", "for", "on", "by", "from"):
            yield token, _ROLES[preposition]


def _behind(token: Token) -> Iterator[Token]:
    """Those whom a common noun belongs to: "its board", "members of the union", "talks with Oslo"."""
    if token.pos_ == "PROPN":
        return
    yield from possessors(token)
    for noun, preposition in obliques(token):
        if preposition in ("of", "with", "between", "for"):
            yield noun


def _of_noun(noun: Token, cast: Cast) -> Iterator[tuple[Token, Role]]:
    for owner in possessors(noun):
        yield owner, Role.ACTOR
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod") and child.i < noun.i and _names_party(child, cast):
            yield child, Role.ACTOR
    for token, preposition in obliques(noun):
        if preposition in _ROLES:
            yield token, _ROLES[preposition]
            yield from ((owner, _ROLES[preposition]) for owner in _behind(token))
    verb = clause_verb(noun)
    if verb.pos_ not in ("VERB", "AUX"):
        return
    yield from _around(noun, verb)


def _around(noun: Token, verb: Token) -> Iterator[tuple[Token, Role]]:
    """Parties of the verb that carries the noun: "held talks", "called off a visit"."""
    lemma = verb.lemma_.lower()
    is_object = noun.i in {token.i for token in objects(verb)} and not is_passive(verb)
    is_carried = lemma in word_list("light") or lemma in word_list("phase") or lemma in word_list("occasions_of_speech")
    if is_object or (is_carried and noun.i not in {token.i for token in subjects(verb)}):
        for token in actors(verb):
            yield token, Role.ACTOR
        for token, preposition in obliques(verb):
            if preposition in ("with", "against"):
                yield token, Role.PARTICIPANT


def _names_party(token: Token, cast: Cast) -> bool:
    if demonym_code(token.text) is not None or country_code(token.text) is not None:
        return True
    party = cast.at(token)
    return party is not None and not party.is_place and token.lower_ not in title_words("storms")
