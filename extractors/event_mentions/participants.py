"""Who took part in a claimed event, and in which role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.event_mentions.arguments import actors, is_passive, objects, obliques, possessors
from extractors.event_mentions.candidates import Candidate
from extractors.event_mentions.cast import Cast, Party, is_people_of
from extractors.event_mentions.gazetteer import country_code, demonym_code
from extractors.event_mentions.lexicon import word_list
from extractors.event_mentions.names import title_words
from extractors.event_mentions.reference_resolution import Resolver
from extractors.event_mentions.syntax import clause_verb
from schemas.enumerations import ActorKind, EventType, Role

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
    "into": Role.ACTOR,
}


@dataclass(frozen=True, slots=True)
class Part:
    """A party's part in one event; ``start`` and ``end`` are offsets of the naming words, null when understood."""

    party: Party
    role: Role
    start: int | None
    end: int | None


def find_parts(candidate: Candidate, cast: Cast, resolver: Resolver) -> list[Part]:
    """The parties that the words around the trigger name or mean, each once, in the order found."""
    parts: list[Part] = []
    for token, role in _arguments(candidate, cast):
        for named, party in _parties_of(candidate, token, cast, resolver):
            if party.is_thing or _is_scene(candidate, named, role, party) or _is_audience(candidate, named, role):
                continue
            is_trigger = candidate.span.start <= named.i < candidate.span.end
            if not is_trigger and all(part.party is not party for part in parts):
                parts.append(Part(party, role, named.idx, named.idx + len(named.text)))
    return parts


def _parties_of(candidate: Candidate, token: Token, cast: Cast, resolver: Resolver) -> Iterator[tuple[Token, Party]]:
    """Whom ``token`` stands for in this act: "she" ran aground means the ship, a rocket stands for its owner."""
    sense = candidate.sense
    vessel = cast.vessel(token.i) if token.lower_ in ("it", "she", "her") else None
    if vessel is not None and sense is not None and sense.event_type is EventType.ACCIDENT:
        yield token, vessel
        return
    is_launch = sense is not None and sense.event_type is EventType.LAUNCH
    flies = is_launch and token.dep_.startswith("nsubj") and not any(c.dep_ == "dobj" for c in candidate.head.children)
    for named, meant in _parties(token, resolver):
        is_game = sense is not None and sense.event_type is EventType.SPORT
        party = (cast.at(named) or meant) if is_game else meant  # a capital's team is not its government
        is_craft = (
            bool(party.descriptions & title_words("spacecraft"))
            or (party.is_vehicle and flies)
            or party.name[-1:].isdigit()
        )
        owner = cast.protagonist() if is_craft or (flies and party.wikidata_id is None) else None
        yield named, owner or party


def _parties(token: Token, resolver: Resolver) -> Iterator[tuple[Token, Party]]:
    """Whom ``token`` stands for; where it is nobody, those to whom it belongs: "its board", "talks with Oslo"."""
    found = resolver.parties(token)
    yield from ((token, party) for party in found)
    if found or token.pos_ in ("PROPN", "PRON"):
        return
    for owner in _behind(token):
        found = resolver.parties(owner)
        if owner.dep_ != "amod" or all(is_people_of(party.name, owner.text) for party in found):
            yield from ((owner, party) for party in found)


def _acts(token: Token, party: Party) -> bool:
    """A place takes part when it is a country that acts or is acted on, not one in which something happens."""
    if party.kind is not ActorKind.COUNTRY:
        return token.dep_ == "pobj" and token.head.lower_ in ("with", "against")  # "signed with Chelsea"
    return token.dep_ != "pobj" or token.head.lower_ in _TAKES_PART


def _is_scene(candidate: Candidate, token: Token, role: Role, party: Party) -> bool:
    """Where it happens, or whither: the place that is visited or that somebody flees to, a town that does not act."""
    sense = candidate.sense
    if sense is not None and sense.mode == "visit" and role is not Role.ACTOR and party.kind is not ActorKind.PERSON:
        return True
    is_game = sense is not None and sense.event_type is EventType.SPORT
    if party.is_place and not (_acts(token, party) or (is_game and _plays(token))):
        return True
    return _is_goal(candidate, token, party)


def _plays(token: Token) -> bool:
    """In sport a town stands for its team: who plays, and against whom."""
    return token.dep_ != "pobj" or token.head.lower_ in ("with", "between", "against", "by", "over")


def _is_goal(candidate: Candidate, token: Token, party: Party) -> bool:
    """Where somebody goes: "fled to Peru"."""
    is_there = party.is_place or party.kind is ActorKind.COUNTRY
    is_motion = candidate.is_verb and candidate.head.lemma_.lower() in word_list("motion")
    return is_there and is_motion and token.dep_ == "pobj" and token.head.lower_ in ("to", "from", "into", "via")


def _is_audience(candidate: Candidate, token: Token, role: Role) -> bool:
    """A body that is only spoken to: "told parliament"."""
    is_speech = candidate.sense is not None and candidate.sense.event_type is EventType.STATEMENT
    return is_speech and role is Role.RECIPIENT and token.lower_ in title_words("institutions")


def _arguments(candidate: Candidate, cast: Cast) -> Iterator[tuple[Token, Role]]:
    """The nouns around the trigger that may stand for somebody; for an occasion of speech also who speaks there."""
    head, sense = candidate.head, candidate.sense
    if candidate.is_verb:
        is_taken = sense is not None and sense.event_type is EventType.CONTROL
        yield from _of_verb(head, (*(sense.words[1:] if sense else ()), *(("into",) if is_taken else ())))
        return
    is_named_after = sense is not None and sense.event_type in (EventType.DISASTER, EventType.ACCIDENT)
    yield from (pair for pair in _of_noun(head, cast) if not (is_named_after and pair[0].dep_ == "compound"))
    if sense is not None and sense.event_type is EventType.STATEMENT:
        yield from ((token, Role.ACTOR) for token in actors(clause_verb(head)))


_TAKES_PART = frozenset({"with", "between", "against", "by", "of", "on", "for", "to", "into"})


def _of_verb(verb: Token, particles: tuple[str, ...]) -> Iterator[tuple[Token, Role]]:
    yield from ((token, Role.ACTOR) for token in actors(verb))
    yield from ((token, Role.RECIPIENT) for token in objects(verb))
    for token, preposition in obliques(verb):
        is_own = preposition in particles
        if is_own or (preposition in _ROLES and preposition not in ("of", "for", "on", "by", "from", "into")):
            yield token, _ROLES.get(preposition, Role.RECIPIENT)


#: What one has in a company: "shares in Tarn fell".
_HELD = frozenset({"share", "stake", "stock"})


def _behind(token: Token) -> Iterator[Token]:
    """Those to whom a common noun belongs: "its board", "members of the union", "talks with Oslo"."""
    yield from possessors(token)
    yield from (child for child in token.children if child.dep_ == "compound" and child.pos_ == "PROPN")
    yield from (child for child in token.children if child.dep_ == "amod" and _is_unknown_people(child))
    for noun, preposition in obliques(token):
        if preposition in ("of", "with", "between") or (preposition == "in" and token.lemma_.lower() in _HELD):
            yield noun


def _is_unknown_people(adjective: Token) -> bool:
    """A capitalized adjective that no gazetteer knows: "Tavrian guards" may act for Tavria."""
    return adjective.text[0].isupper() and adjective.i > adjective.sent.start and demonym_code(adjective.text) is None


def _of_noun(noun: Token, cast: Cast) -> Iterator[tuple[Token, Role]]:
    yield from ((owner, Role.ACTOR) for owner in possessors(noun))
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod") and child.i < noun.i and _names_party(child, cast):
            yield child, Role.ACTOR
    for token, preposition in obliques(noun):
        if preposition in _ROLES:
            yield token, _ROLES[preposition]
        elif preposition in ("in", "at", "before") and token.lower_ in ("court", "tribunal", "parliament", "committee"):
            yield token, Role.PARTICIPANT
    verb = clause_verb(noun)
    if verb.pos_ in ("VERB", "AUX"):
        yield from _around(noun, verb)


def _around(noun: Token, verb: Token) -> Iterator[tuple[Token, Role]]:
    """Parties of the verb that carries the noun: "held talks", "called off a visit"."""
    lemma = verb.lemma_.lower()
    is_object = noun.i in {token.i for token in objects(verb)} and not is_passive(verb)
    is_carried = lemma in word_list("light") or lemma in word_list("phase") or lemma in word_list("occasions_of_speech")
    is_below = noun.dep_ == "pobj" and noun.head.head.i == verb.i
    is_occasion = is_below and noun.head.lower_ in ("in", "at", "during", "on")
    if is_object or is_occasion or (is_carried and is_below and noun.head.lower_ in ("with", "for", "to", "from")):
        yield from ((token, Role.ACTOR) for token in actors(verb))
        for token, preposition in obliques(verb):
            if preposition in ("with", "against"):
                yield token, Role.PARTICIPANT


def _names_party(token: Token, cast: Cast) -> bool:
    if demonym_code(token.text) is not None or country_code(token.text) is not None:
        return True
    party = cast.at(token)
    return party is not None and not party.is_place and token.lower_ not in title_words("storms")
