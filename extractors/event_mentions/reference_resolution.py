"""Whom a noun or a pronoun means: names, offices, nationalities, "the company", "the two", he, she and it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from extractors.event_mentions.arguments import conjuncts, possessors, subjects
from extractors.event_mentions.cast import Cast, Party
from extractors.event_mentions.gazetteer import capital_code, demonym_code
from extractors.event_mentions.names import nationality, title_words
from extractors.event_mentions.noun_phrases import (
    appositions,
    institution_name,
    is_aged,
    is_counted_pair,
    is_plural,
    is_prominent,
    is_qualified,
    own_subject,
    owns_subject,
)
from extractors.event_mentions.syntax import children, governor, is_verbal
from schemas.enumerations import ActorKind

_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_NEUTER = frozenset({"it", "its", "itself"})
_RELATIVES = frozenset({"who", "which", "that", "whose", "whom"})
_PLURAL = frozenset({"they", "them", "their"})
_BESIDE = frozenset({"and", "with", "&"})
_INDEFINITE = frozenset({"a", "an", "another", "any", "no"})
_DEFINITE = frozenset({"the", "this", "that", "its", "his", "her", "their", "both"})
_PERSONAL_PAIRS = frozenset({"man", "woman", "leader", "president", "minister", "candidate", "rival", "envoy", "pair"})
_READ_FIRST = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "attr", "conj"})
#: How far back, in tokens, a pronoun may find its noun.
_REACH = 120


def _around_aside(token: Token) -> frozenset[int]:
    """The subjects around "..., she said, ...": the speaker of an aside is somebody else."""
    if token.head.dep_ != "parataxis":
        return frozenset()
    return frozenset(child.i for child in token.head.head.children if child.dep_ in ("nsubj", "nsubjpass"))


class Resolver:
    """Answers, for one article, whom each noun or pronoun means.

    The whole text is read once in order, so that "the bureau" or "she" counts as naming its party again.
    """

    def __init__(self, doc: Doc, cast: Cast) -> None:
        self._cast = cast
        self._found: dict[int, list[Party]] = {}
        for token in doc:
            if token.dep_ in _READ_FIRST:
                self.parties(token)

    def parties(self, token: Token) -> list[Party]:
        """The parties that ``token`` (the head of its phrase) stands for; empty when nobody safe is found."""
        if token.i not in self._found:
            found = self._resolve(token)
            self._found[token.i] = found
            for party in found:
                party.positions.append(token.i)
        return self._found[token.i]

    def _resolve(self, token: Token) -> list[Party]:
        named = self._cast.at(token)
        if named is not None:
            return [self._government(token, named)]
        if token.pos_ == "PRON" or token.tag_ == "PRP$":
            return self._pronoun(token)
        if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "DET"):
            return self._noun(token)
        return []

    def _government(self, token: Token, party: Party) -> Party:
        """A capital that acts is its government: "Moscow refused", "talks with Kiev"."""
        if not party.is_place or party.kind is ActorKind.COUNTRY:
            return party
        acts = token.dep_ in ("nsubj", "poss", "conj") or (
            token.dep_ == "pobj" and token.head.lower_ in ("with", "between", "by", "against")
        )
        code = capital_code(party.name) if acts else None
        return party if code is None else self._cast.country(code)

    def _pronoun(self, token: Token) -> list[Party]:
        word = token.lower_
        found: Party | None = None
        if word in _GENDERS:
            found = self._person(token, _GENDERS[word])
        elif word in _NEUTER:
            found = self._thing(token) if token.dep_ != "dobj" else None
        elif word == "both":
            return self._pair(token)
        elif word in _PLURAL:
            subject = own_subject(token)  # "nine people lost their lives"
            return self._couple(token) if subject is None else self.parties(subject)
        elif word in _RELATIVES:
            clause = next((t for t in (token.head, token.head.head) if t.dep_ == "relcl"), None)
            return [] if clause is None else self.parties(clause.head)
        return [found] if found else []

    def _person(self, token: Token, gender: str) -> Party | None:
        """The person named last whose gender agrees; a subject before a mere mention."""
        barred = _around_aside(token) | self._same_clause(token)
        near = [
            party
            for party in self._cast.before(token.i)
            if party.kind is ActorKind.PERSON
            and party.last_before(token.i) not in barred
            and party.gender in (None, gender)
            and token.i - party.last_before(token.i) < _REACH
        ]
        if not near:
            return None
        chosen = min(near, key=lambda party: _distance(party, token))
        if self._is_about_stranger(token, chosen, gender):
            return None
        chosen.gender = chosen.gender or gender
        return chosen

    def _same_clause(self, token: Token) -> frozenset[int]:
        """Where the subject of a clause is named: its object is another one ("she appointed her")."""
        head, _ = governor(token)
        if token.dep_ not in ("dobj", "dative", "pobj") or token.lower_.endswith("self") or not is_verbal(head):
            return frozenset()
        own = children(head, "nsubj", "nsubjpass")
        return frozenset(party.last_before(token.i) for noun in own for party in self.parties(noun))

    def _is_about_stranger(self, token: Token, party: Party, gender: str) -> bool:
        """Somebody without a name ("a girl") was the last subject before the pronoun."""
        nouns = title_words("males") if gender == "m" else title_words("females")
        between = token.doc[max(party.last_before(token.i), token.i - _REACH // 2) + 1 : token.i]
        return any(
            t.lemma_.lower() in nouns and t.dep_ in ("nsubj", "nsubjpass") and not self.parties(t) for t in between
        )

    def _thing(self, token: Token) -> Party | None:
        """The organization, country or vessel that was the last subject or owner before "it"."""
        subject = own_subject(token)
        if subject is not None:
            return next(iter(self.parties(subject)), None)
        speaker = self._speaking_body(token)
        if speaker is not None:
            return speaker
        fallback = None
        for party in self._cast.before(token.i):
            at = party.last_before(token.i)
            if party.kind is ActorKind.PERSON or token.i - at > _REACH / 2:
                continue
            there = token.doc[at]
            if is_prominent(there, "nsubj", "nsubjpass", "poss"):
                return self._government(there, party)
            fallback = fallback or (None if party.is_place else party)
        return fallback

    def _speaking_body(self, token: Token) -> Party | None:
        """The firm that says of itself what "it" did: "the grower Halvorsen said it had bought a farm"."""
        clause = token.head
        if token.dep_ not in ("nsubj", "nsubjpass") or clause.dep_ != "ccomp" or not is_verbal(clause.head):
            return None
        found = [party for noun in subjects(clause.head) for party in self.parties(noun)]
        if len(found) != 1 or found[0].gender or found[0].kind is ActorKind.COUNTRY:
            return None
        if found[0].kind is ActorKind.PERSON:
            if " " in found[0].name:
                return None
            found[0].kind = ActorKind.ORGANIZATION
        return found[0]

    def _couple(self, token: Token) -> list[Party]:
        """Two people named side by side just before "they", else the club or party that was the subject last."""
        near = [party for party in self._cast.before(token.i) if party.kind is ActorKind.PERSON][:2]
        places = [party.last_before(token.i) for party in near]
        is_couple = len(near) == 2 and abs(places[0] - places[1]) < 8 and token.i - min(places) < _REACH / 2
        is_one = is_couple and places[0] == places[1]  # "the two"
        if is_one or (is_couple and any(t.lower_ in _BESIDE for t in token.doc[min(places) : max(places)])):
            return near
        return self._members(token)

    def _members(self, token: Token) -> list[Party]:
        """The club, party or side that was the last subject, if no plural noun was one since: "Greens ... they"."""
        if token.dep_ not in ("nsubj", "nsubjpass"):
            return []
        for at in range(token.i - 1, max(token.i - _REACH // 2, -1), -1):
            subject = token.doc[at]
            if subject.dep_ not in ("nsubj", "nsubjpass") or subject.pos_ == "PRON":
                continue
            party = self._cast.at(subject)
            if party is None or party.kind is not ActorKind.ORGANIZATION:
                return []
            return [] if party.is_vehicle else [party]
        return []

    def _pair(self, token: Token) -> list[Party]:
        """The two parties of one kind that were named most, of those about."""
        personal = token.lemma_.lower() in _PERSONAL_PAIRS
        near = [p for p in self._cast.before(token.i) if not (p.is_place and p.kind is not ActorKind.COUNTRY)]
        if personal or token.lower_ in ("two", "both", "they"):
            people = [party for party in near if party.kind is ActorKind.PERSON]
            is_near = len(people) > 1 and token.i - people[1].last_before(token.i) < _REACH
            if personal or is_near:
                return _most_named(people, token.i)
        is_business = token.lower_ in ("companies", "firms", "clubs", "teams")
        things = [p for p in near if p.kind is not ActorKind.PERSON and (not is_business or _is_plain_organization(p))]
        return _most_named(things, token.i)

    def _noun(self, token: Token) -> list[Party]:
        apposed = [below for below in appositions(token) if self._cast.at(below)]
        if apposed:
            return [party for noun in conjuncts(apposed[0]) if (party := self._cast.at(noun))]
        if token.dep_ == "appos" and (party := self._cast.at(token.head)):
            return [party]
        nation = nationality(token)
        people = demonym_code(token.text)
        if nation is None and people is not None:
            return [self._cast.country(people)]
        return self._common_noun(token, nation)

    def _common_noun(self, token: Token, nation: str | None) -> list[Party]:
        if is_aged(token):
            return self._person_told_of(token)
        lemma = token.lemma_.lower()
        group = self._group(token, lemma)
        if group is not None:
            return [group]
        if token.lower_ in title_words("pairs") | title_words("counted_pairs") and is_counted_pair(token):
            return self._pair(token)
        if lemma in title_words("offices"):
            return self._office(token, lemma, nation)
        return self._owned_body(token) or self._body(token, lemma, nation)

    def _body(self, token: Token, lemma: str, nation: str | None) -> list[Party]:
        """A state, two parties, the members of one, or a body by its common noun."""
        if nation is not None and {token.lower_, lemma} & title_words("government_nouns"):
            return [self._cast.country(nation)]
        if token.lower_ == "pair" or (token.lower_ in title_words("pairs") and is_plural(token)):
            return self._pair(token)
        return self._owners(token, lemma) or self._described(token, lemma)

    def _owned_body(self, token: Token) -> list[Party]:
        """The state whose government, army or parliament acts: "Vardia's government"; hers or his is a mere part."""
        if not {token.lower_, token.lemma_.lower()} & title_words("state_bodies"):
            return []
        owners = possessors(token)
        named = [party for owner in owners if owner.pos_ == "PROPN" for party in self.parties(owner)]
        return [party for party in named if party.kind is not ActorKind.PERSON]

    def _person_told_of(self, token: Token) -> list[Party]:
        """Whom "the 24-year-old striker" means: the person named last, before a mere mention the one told of."""
        near = [
            party
            for party in self._cast.before(token.i)
            if party.kind is ActorKind.PERSON and token.i - party.last_before(token.i) < _REACH // 2
        ]
        told_of = [party for party in near if self._opened_last_sentence(party, token)]
        return [min(told_of or near, key=lambda party: _distance(party, token))] if near else []

    def _opened_last_sentence(self, party: Party, token: Token) -> bool:
        """The sentence before that of ``token`` was about the party: it was the subject there."""
        if token.sent.start == 0:
            return False
        last = token.doc[token.sent.start - 1].sent
        return any(
            is_prominent(token.doc[at], "nsubj", "nsubjpass") for at in party.positions if last.start <= at < last.end
        )

    def _owners(self, token: Token, lemma: str) -> list[Party]:
        """Those whose members, allies or staff the noun tells: "members of the union"."""
        if lemma not in title_words("member_nouns"):
            return []
        owners = [owner for child in token.children if child.lower_ in ("of", "from") for owner in child.children]
        if not owners and token.lower_ == "members" and not list(token.children):
            return self._sole_body("union")
        return [party for owner in owners for noun in conjuncts(owner) for party in self.parties(noun)]

    def _sole_body(self, lemma: str) -> list[Party]:
        """The one party of the article whose name holds ``lemma``, or else that is called by initials with its own."""
        bodies = [
            p for p in self._cast.parties if p.named_count and p.kind is ActorKind.ORGANIZATION and not p.is_place
        ]
        named = [p for p in bodies if lemma in p.name.lower().split() or lemma in p.descriptions]
        if not named and lemma in title_words("bodies_apart"):
            named = [p for p in bodies if p.name.isupper() and lemma[0].upper() in p.name and len(p.name) in (3, 4, 5)]
        return named if len(named) == 1 else []

    def _group(self, token: Token, lemma: str) -> Party | None:
        """The group that a plural tells: "European states" are Europe, "European leaders" a group of their own."""
        modifier = next((c for c in token.children if c.dep_ in ("amod", "compound") and self._cast.at(c)), None)
        if modifier is None or token.tag_ != "NNS" or nationality(token) is not None:
            return None
        party = self._cast.at(modifier)
        if party is None or party.kind is not ActorKind.GROUP:
            return None
        if lemma in ("state", "country", "nation", "government", "power"):
            return party
        return self._cast.institution(token.doc[modifier.i : token.i + 1].text, ActorKind.GROUP)

    def _office(self, token: Token, lemma: str, nation: str | None) -> list[Party]:
        """The person whom the text has given this office; with a nationality, one who acts for that country."""
        is_defined = any(
            child.lower_ in _DEFINITE or child.dep_ in ("poss", "amod", "compound") for child in token.children
        )
        if not is_defined or any(child.lower_ in _INDEFINITE for child in token.children):
            return []
        holders = [p for p in self._cast.before(token.i) if lemma in p.descriptions and p.kind is ActorKind.PERSON]
        if token.tag_ == "NNS":
            return holders[:2] if len(holders) > 1 and is_plural(token) else []
        if nation is not None:
            holders = [party for party in holders if party.country_code in (None, nation)]
        return holders[:1]

    def _described(self, token: Token, lemma: str) -> list[Party]:
        """Whom "the bureau" means: one so described, whose name holds the word, or the organization named last."""
        is_body = lemma in title_words("institutions")
        if token.tag_ == "NNS" or not (is_body or any(child.lower_ in _DEFINITE for child in token.children)):
            return []
        before = [party for party in self._cast.before(token.i) if party.kind is not ActorKind.PERSON]
        vessels = title_words("vessels")
        for party in before:
            words = {word.lower() for alias in party.aliases for word in alias.split()}
            is_vessel = lemma in vessels and bool(party.descriptions & vessels)
            if lemma in party.descriptions or lemma in words or is_vessel:
                return [party]
        later = self._sole_body(lemma) if lemma in title_words("organization_nouns") else []
        if later and not is_qualified(token):
            return later  # "their union said", and then "the Miners Union"
        if is_body:
            is_part = any(child.tag_ == "PRP$" for child in token.children)  # "her cabinet" is no party beside her
            return [] if is_part else [self._cast.institution(institution_name(token))]
        return self._company(token, lemma, before)

    def _company(self, token: Token, lemma: str, before: list[Party]) -> list[Party]:
        """Which firm "the company" or "the Norwegian company" means."""
        nation = nationality(token)
        if nation is not None and lemma in title_words("organization_nouns"):
            return [p for p in before if p.country_code == nation and p.kind is ActorKind.ORGANIZATION][:1]
        if lemma not in title_words("organization_nouns") - title_words("bodies_apart") or is_qualified(token):
            return []
        plain = [p for p in before if _is_plain_organization(p) and token.i - p.last_before(token.i) < _REACH]
        return sorted(plain, key=lambda p: -min(p.named_count, 3))[:1]


def _is_plain_organization(party: Party) -> bool:
    """An organization whose name does not say that it is a union, a court, a ministry ..."""
    words = {word.lower() for alias in party.aliases for word in alias.split()}
    named = words & (title_words("organization_nouns") | title_words("institutions")) - {"company", "group"}
    return party.kind is ActorKind.ORGANIZATION and not party.is_place and not party.is_vehicle and not named


def _distance(party: Party, token: Token) -> float:
    """Tokens back to where the party was named last; less where it was a subject."""
    at = party.last_before(token.i)
    there = token.doc[at]
    is_subject = is_prominent(there, "nsubj", "nsubjpass") or owns_subject(there)
    same_clause = there.sent.start == token.sent.start and not is_subject and token.dep_ != "poss"
    doubt = 1.0 if party.gender else 1.5
    return doubt * ((token.i - at) * (0.4 if is_subject else 1.0) + (20 if same_clause else 0))


def _most_named(parties: list[Party], position: int) -> list[Party]:
    """The two named most before ``position``, or none when there are no two."""
    if len(parties) < 2:
        return []
    return sorted(parties, key=lambda p: -sum(at < position for at in p.positions))[:2]
