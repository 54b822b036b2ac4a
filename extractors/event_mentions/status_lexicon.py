"""The lexicons of status as look-up tables: predicates that select an act, and words beside an event."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from itertools import product
from typing import Literal

from spacy.tokens import Token

from extractors.event_mentions.syntax import is_infinitive, particle_lemma
from extractors.lexicons import load
from schemas.enumerations import Status

Complement = Literal["clause", "noun", "subject"]


@dataclass(frozen=True, slots=True)
class Selection:
    """What a predicate says of its complement: two signs (``+ - o``) and the status where nothing certain is said."""

    name: str
    positive: str
    negative: str
    status: Status


@functools.cache
def _selections() -> dict[tuple[str, str, str], Selection]:
    table: dict[tuple[str, str, str], Selection] = {}
    for entry in load("selecting_predicates")["predicates"]:
        status, clause_only = Status(entry.get("status", "occurred")), entry.get("clause_only", ())
        for key, part in (("verbs", "verb"), ("nouns", "noun"), ("adjectives", "adjective")):
            for lemma, complement in product(entry.get(key, ()), ("clause", "noun", "subject")):
                if complement in entry and not (complement == "noun" and lemma in clause_only):
                    signs = entry[complement]
                    table.setdefault((part, lemma, complement), Selection(entry["name"], signs[0], signs[1], status))
    return table


@functools.cache
def words(kind: str) -> dict[str, Status]:
    """Word -> status, of one kind of entries in the status lexicon (``modifiers``, ``hedges``, ``negatives`` ...)."""
    return {word: Status(entry["status"]) for entry in load("status")[kind] for word in entry["words"]}


def selection(predicate: Token, complement: Complement, dependent: Token | None = None) -> Selection | None:
    """What ``predicate`` says of ``dependent`` (a clause, an event noun, its subject); None where nothing is known.

    A finite clause prefers an entry ``lemma_that``, an infinitive one ``lemma_to``, a direct object ``lemma_direct``; a
    verb with particle is one word.
    """
    part = _part(predicate)
    if part is None:
        return None
    lemma = particle_lemma(predicate) if part == "verb" else predicate.lemma_.lower()
    variants = [lemma]
    if complement == "clause" and dependent is not None:
        variants.insert(0, f"{lemma}_to" if is_infinitive(dependent) else f"{lemma}_that")
    if complement == "noun" and dependent is not None:
        variants.insert(0, f"{lemma}_direct")
    if "_" in lemma and part == "verb":
        variants.append(lemma.split("_", maxsplit=1)[0])
    keys = [(part, variant, complement) for variant in variants]
    if predicate.tag_ == "VBN":  # "was prepared to": the participle as an adjective
        keys.insert(0, ("adjective", predicate.lower_, complement))
    table = _selections()
    return next((table[key] for key in keys if key in table), None)


@functools.cache
def _entries() -> dict[tuple[str, str], tuple[str, ...]]:
    table: dict[tuple[str, str], list[str]] = {}
    for (part, lemma, _), chosen in _selections().items():
        names = table.setdefault((part, lemma), [])
        if chosen.name not in names:
            names.append(chosen.name)
    return {key: tuple(names) for key, names in table.items()}


def entries_of(token: Token) -> tuple[str, ...]:
    """The names of the entries of selecting predicates that ``token`` itself belongs to."""
    return _entries().get((_part(token) or "", token.lemma_.lower()), ())


def _part(token: Token) -> str | None:
    return {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}.get(token.pos_)
