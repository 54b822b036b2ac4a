"""What a sentence tells of one event in a few of its words: "Drivers to strike", "ban on night flights".

An event that nobody with a name took part in is called by them. Articles, days and asides are left out.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from spacy.tokens import Token

from extractors import lexicons
from extractors.event_mentions.arguments import subjects
from extractors.event_mentions.candidates import Candidate
from extractors.event_mentions.reference_resolution import Resolver
from extractors.event_mentions.syntax import auxiliaries, children
from schemas.enumerations import ActorKind

#: A noun phrase has at most this many words, the whole at most so many: fewer than nine, which would quote the text.
_NOUN_WORDS, _WORDS = 6, 8
_PERSONAL = frozenset({"he", "him", "she", "her", "who"})
_INSIDE = frozenset("-–‑/")
_OBJECTS = ("dobj", "attr", "oprd", "dative", "acomp")
_MODIFIERS = ("compound", "amod", "nummod", "nmod", "quantmod", "poss", "punct", "advmod")


@functools.cache
def _words() -> Mapping[str, Any]:
    return {key: frozenset(words) for key, words in lexicons.load("phrases").items() if key != "examples"}


def phrase_of(candidate: Candidate, resolver: Resolver, timely: Collection[int]) -> str | None:
    """The words, in the order of the text; None when they would be those of the trigger alone.

    ``timely`` are the numbers of the tokens that stand in time expressions. A pronoun is told by the name of the one it
    stands for, or left out.
    """
    phrase = _Phrase(resolver, timely, frozenset(token.i for token in candidate.span))
    kept = phrase.of_verb(candidate) if candidate.is_verb else phrase.of_noun(candidate)
    return kept if kept and kept.casefold() != candidate.span.text.casefold() else None


class _Phrase:
    """Gathers the words of one phrase."""

    def __init__(self, resolver: Resolver, timely: Collection[int], trigger: frozenset[int]) -> None:
        self._resolver = resolver
        self._timely = timely
        self._trigger = trigger

    def of_verb(self, candidate: Candidate) -> str:
        """Subject, verb with what helps it, and its object, else the first noun a preposition hangs on it."""
        verb = candidate.head
        subject = self._subject(verb)
        told = {*candidate.span, *(self._helpers(verb) if subject else children(verb, "neg", "prt"))}
        behind = [self._noun(child) for child in self._objects(verb, told)]
        oblique = [] if any(behind) else self._oblique(verb)
        parts = [subject, _joined(told), " ".join(filter(None, behind)), _joined(oblique)]
        return _within(parts)

    def of_noun(self, candidate: Candidate) -> str:
        """The noun with its modifiers, and the first noun that a preposition hangs on it."""
        noun = candidate.head
        core = {*candidate.span, *self._core(noun)}
        complement = self._oblique(noun) if noun.dep_ != "compound" else []
        return _within([_joined(core), _joined(complement)])

    def _objects(self, verb: Token, told: Collection[Token]) -> list[Token]:
        """What hangs on the verb itself or on a preposition that belongs to the trigger ("called for an inquiry")."""
        links = [child for child in verb.children if child in told and child.dep_ == "prep"]
        found = [*children(verb, *_OBJECTS), *(noun for link in links for noun in children(link, "pobj"))]
        return [noun for noun in found if noun.pos_ != "ADP" and noun not in told and self._is_said(noun)]

    def _subject(self, verb: Token) -> str:
        names = [self._noun(token) for token in subjects(verb)[:2] if self._is_said(token)]
        # of "its north and south banks" the parser makes one noun and its first modifier once more
        return " and ".join(
            name for number, name in enumerate(names) if name and name not in " ".join(names[number + 1 :])
        )

    def _helpers(self, verb: Token) -> list[Token]:
        kept = [] if verb.dep_ in ("acl", "advcl") and verb.tag_ == "VBG" else auxiliaries(verb)
        return [*kept, *children(verb, "neg", "prt")]

    def _noun(self, token: Token) -> str:
        """The noun phrase of ``token`` in short; of a pronoun, the name of whom it stands for."""
        parties = self._resolver.parties(token) if token.pos_ in ("PRON", "PROPN") else []
        is_person = any(party.kind is ActorKind.PERSON for party in parties)
        if token.pos_ == "PRON":
            return parties[0].name if len(parties) == 1 and is_person is (token.lower_ in _PERSONAL) else ""
        if is_person:
            # titles and first names are left out
            return token.text
        return _joined([*self._core(token), *self._of(token)])

    def _of(self, noun: Token) -> list[Token]:
        for link in children(noun, "prep"):
            below = [child for child in children(link, "pobj") if self._is_said(child) and child.pos_ != "PRON"]
            if below and link.lower_ == "of" and link.i == noun.i + 1:
                return [link, *(token for child in below for token in self._core(child))]
        return []

    def _core(self, noun: Token) -> list[Token]:
        """``noun`` with its modifiers in front of it."""
        kept = [noun]
        for child in noun.children:
            if child.i < noun.i and child.dep_ in _MODIFIERS and self._is_kept(child):
                kept += [token for token in child.subtree if self._is_kept(token)] if child.dep_ != "punct" else [child]
        # "Pad 4", "Artemis II"
        kept += [child for child in children(noun, "nummod", "appos") if child.i == noun.i + 1 and self._is_kept(child)]
        kept = _with_compounds(token for token in kept if not token.is_punct or token.text in _INSIDE)
        return kept if len(kept) <= _NOUN_WORDS else [noun, *(token for token in kept if token.dep_ == "compound")]

    def _is_kept(self, token: Token) -> bool:
        if token.i in self._trigger:
            return True
        return self._is_said(token) and token.lower_ not in _words()["unsaid"] and token.tag_ not in ("PRP$", "WP$")

    def _is_said(self, token: Token) -> bool:
        return token.i not in self._timely and token.dep_ not in ("det", "predet", "relcl", "acl")

    def _oblique(self, head: Token) -> list[Token]:
        for link in children(head, "prep"):
            nouns = [child for child in children(link, "pobj") if self._is_said(child)]
            is_of_trigger = link.i < head.i or link.i in self._trigger
            if is_of_trigger or link.lower_ in _words()["no_obliques"] or not nouns or nouns[0].pos_ == "PRON":
                continue
            return [link, *self._core(nouns[0]), *self._of(nouns[0])]
        return []


def _with_compounds(tokens: Iterable[Token]) -> list[Token]:
    """The tokens, and those that a hyphen between them ties to them ("director-general")."""
    kept = list(tokens)
    ties = [token for token in kept if token.text in _INSIDE and 0 < token.i < len(token.doc) - 1]
    return list(dict.fromkeys([*kept, *(token.nbor(step) for token in ties for step in (-1, 1))]))


def _joined(tokens: Iterable[Token]) -> str:
    """The words with the white space of the text where they stand side by side, else one space."""
    ordered = sorted(set(tokens), key=lambda token: token.i)
    text = ""
    for number, token in enumerate(ordered):
        follows = number + 1 < len(ordered) and ordered[number + 1].i == token.i + 1
        glued = number + 1 < len(ordered) and ordered[number + 1].dep_ == "case"
        text += token.text + ("" if glued else token.whitespace_ if follows else " ")
    return " ".join(text.split())


def _within(parts: Iterable[str]) -> str:
    """The parts one after the other, as many as make a phrase of bearable length."""
    kept: list[str] = []
    for part in parts:
        if part and len(" ".join([*kept, part]).split()) <= _WORDS:
            kept.append(part)
    return " ".join(kept)
