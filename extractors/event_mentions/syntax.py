"""Small questions to a dependency parse that status, dating and mentions share."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from spacy.tokens import Token

_AUXILIARY = frozenset({"aux", "auxpass"})
_MODALS = frozenset(
    {"will", "shall", "would", "should", "could", "can", "may", "might", "must", "'ll", "’ll", "'d", "’d", "wo", "ca"}
)
_PREDICATES = frozenset({"VERB", "AUX"})


class Tense(StrEnum):
    """How a verb places itself in time: its own form and its auxiliaries."""

    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    PRESENT = "present"
    PROGRESSIVE = "progressive"
    FUTURE = "future"
    MODAL = "modal"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    PARTICIPLE = "participle"
    NONE = "none"


def children(token: Token, *labels: str) -> list[Token]:
    """The direct dependents of ``token`` with one of the dependency ``labels``."""
    return [child for child in token.children if child.dep_ in labels]


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of ``verb`` in the order of the text; a coordinated verb borrows those of the first one."""
    own = [child for child in verb.children if child.dep_ in _AUXILIARY]
    if own or verb.dep_ != "conj" or verb.head.pos_ not in _PREDICATES:
        return own
    if any(child.dep_.startswith("nsubj") for child in verb.children) or verb.tag_ != verb.head.tag_:
        return own
    return auxiliaries(verb.head)


def ancestors(token: Token) -> Iterator[tuple[Token, Token]]:
    """Pairs of (governor, dependent) from ``token`` up to the root of its sentence."""
    current = token
    while current.head.i != current.i:
        yield current.head, current
        current = current.head


def clause_verb(token: Token) -> Token:
    """The verb of the clause that ``token`` stands in: itself, the nearest verb above it, or the root."""
    if token.pos_ in _PREDICATES and token.dep_ not in _AUXILIARY:
        return token
    for head, _ in ancestors(token):
        if head.pos_ in _PREDICATES:
            return head
    return token.sent.root
