"""Whom a noun or a pronoun means: names, offices, nationalities, "the company", "the two", he, she and it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.event_mentions.arguments import conjuncts
from extractors.event_mentions.cast import Cast, Party
from extractors.event_mentions.gazetteer import country_code, demonym_code
from extractors.event_mentions.names import title_words
from schemas.enumerations import ActorKind

_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_NEUTER = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_DEFINITE = frozenset({"the", "this", "that", "its", "his", "her", "their", "both"})
#: How far back, in tokens, a pronoun may find its noun.
_REACH = 120


def resolve(token: Token, cast: Cast) -> list[Party]:
    """The parties that ``token`` (the head of its phrase) stands for; empty when nobody safe is found."""
    named = cast.at(token)
    if named is not None:
        return [named]
    if token.pos_ == "PRON" or token.tag_ == "PRP$":
        return _pronoun(token, cast)
    if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "DET"):
        return _noun(token, cast)
    return []


def resolve_all(tokens: list[Token], cast: Cast) -> Iterator[tuple[Party, Token]]:
    """Each of ``tokens`` that stands for somebody, with whom."""
    for token in tokens:
        for party in resolve(token, cast):
            yield party, token


def _pronoun(token: Token, cast: Cast) -> list[Party]:
    word = token.lower_
    if word in _GENDERS:
        party = _person(token, cast, _GENDERS[word])
        return [party] if party else []
    if word in _NEUTER:
        party = _thing(token, cast)
        return [party] if party else []
    if word in ("both", "they") and token.dep_ == "nsubj":
        return _pair(token, cast)
    return []


def _person(token: Token, cast: Cast, gender: str) -> Party | None:
    """The person named last whose gender agrees; a subject of an earlier sentence before a mere mention."""
    near = [
        party
        for party in cast.before(token.i)
        if party.kind is ActorKind.PERSON
        and party.gender in (None, gender)
        and token.i - party.last_before(token.i) < _REACH
    ]
    if not near:
        return None
    chosen = min(near, key=lambda party: _distance(party, token))
    chosen.gender = chosen.gender or gender
    chosen.positions.append(token.i)
    return chosen


def _distance(party: Party, token: Token) -> float:
    """Tokens back to where the party was named last; halved where it was a subject."""
    at = party.last_before(token.i)
    there = token.doc[at]
    is_subject = any(t.dep_ in ("nsubj", "nsubjpass") for t in (there, there.head))
    same_clause = there.sent.start == token.sent.start and not is_subject
    return (token.i - at) * (0.4 if is_subject else 1.0) + (20 if same_clause else 0)


def _thing(token: Token, cast: Cast) -> Party | None:
    """The organization, country or vessel that was the last subject before "it"."""
    for party in cast.before(token.i):
        at = party.last_before(token.i)
        if party.kind is ActorKind.PERSON or token.i - at > _REACH / 2:
            continue
        there = token.doc[at]
        if any(t.dep_ in ("nsubj", "nsubjpass", "poss") for t in (there, there.head)):
            return party
    return None


def _pair(token: Token, cast: Cast) -> list[Party]:
    """The two parties of one kind that were named last."""
    wanted = (
        (ActorKind.PERSON,) if token.lemma_.lower() in ("man", "woman", "leader", "president", "minister") else None
    )
    found: list[Party] = []
    for party in cast.before(token.i):
        if party.is_place or (wanted and party.kind not in wanted):
            continue
        if not found or (party.kind is found[0].kind and party is not found[0]):
            found.append(party)
        if len(found) == 2:
            return found
    return []


def _noun(token: Token, cast: Cast) -> list[Party]:
    apposed = [party for child in token.children if child.dep_ == "appos" and (party := cast.at(child))]
    if apposed:
        return apposed[:1]
    if token.dep_ == "appos" and (party := cast.at(token.head)):
        return [party]
    nation = nationality(token)
    people = demonym_code(token.text)
    if nation is None and people is not None:
        return [cast.country(people)]
    return _common_noun(token, nation, cast)


def _common_noun(token: Token, nation: str | None, cast: Cast) -> list[Party]:
    lemma = token.lemma_.lower()
    if lemma in title_words("offices"):
        return _office(token, lemma, nation, cast)
    if nation is not None and {token.lower_, lemma} & title_words("government_nouns"):
        return [cast.country(nation)]
    if token.lower_ in title_words("pairs") and _is_plural(token):
        return _pair(token, cast)
    if lemma in title_words("member_nouns"):
        owners = [owner for child in token.children if child.lower_ == "of" for owner in child.children]
        return [party for owner in owners for noun in conjuncts(owner) if (party := cast.at(noun))]
    return _described(token, lemma, cast)


def _is_plural(token: Token) -> bool:
    return token.tag_ in ("NNS", "CD", "DT") and any(
        child.lower_ in ("the", "two", "both", "these") for child in token.children
    )


def nationality(token: Token) -> str | None:
    """The code of the country that an adjective or name before ``token`` tells, or None."""
    for child in token.children:
        if child.i < token.i and child.dep_ in ("amod", "compound", "poss", "nmod"):
            code = demonym_code(child.text) or country_code(child.text)
            if code is not None:
                return code
    return None


def _office(token: Token, lemma: str, nation: str | None, cast: Cast) -> list[Party]:
    """The person whom the text has given this office; with a nationality, one who acts for that country."""
    if not any(child.lower_ in _DEFINITE or child.dep_ in ("poss", "amod", "compound") for child in token.children):
        return []
    if token.tag_ == "NNS":
        return []
    holders = [
        party for party in cast.before(token.i) if lemma in party.descriptions and party.kind is ActorKind.PERSON
    ]
    if nation is not None:
        holders = [party for party in holders if party.country_code in (None, nation)]
    return holders[:1]


def _described(token: Token, lemma: str, cast: Cast) -> list[Party]:
    """Whom "the bureau" means: one so described, whose name holds the word, or the organization named last."""
    if not any(child.lower_ in _DEFINITE for child in token.children) or token.tag_ == "NNS":
        return []
    before = [party for party in cast.before(token.i) if party.kind is not ActorKind.PERSON]
    for party in before:
        words = {word.lower() for alias in party.aliases for word in alias.split()}
        if lemma in party.descriptions or lemma in words:
            return [party]
    if lemma not in title_words("organization_nouns") or lemma in title_words("institutions"):
        return []
    organizations = [p for p in before if p.kind is ActorKind.ORGANIZATION and not p.is_place]
    return organizations[:1]
