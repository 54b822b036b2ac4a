"""The acts that the lexicon knows, ready to be looked up by the lemma of their head word."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from extractors.language import lemma_of
from extractors.lexicons import load
from schemas.enumerations import EventType

#: Penn tags under which a surface word is tried as a form of a trigger before it has been parsed.
_TRIED_TAGS = ("VB", "VBD", "VBG", "NNS", "VBZ", "VBN")


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of one word or phrase of the lexicon.

    ``words`` is the whole phrase in lemmas; the head is the first word of a verb, the last of a noun. ``needs_date``
    marks words that tell an act only with a time of their own. ``objects``, ``subjects``, ``prepositions`` and
    ``modifiers`` are what the syntax must show for the sense to hold (empty = nothing), ``context`` what the article
    must speak of; ``unless`` rules the sense out.
    """

    words: tuple[str, ...]
    event_type: EventType
    mode: str | None
    cameo_code: str | None
    is_state: bool
    needs_date: bool
    objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()

    @property
    def is_framed(self) -> bool:
        """The sense depends on the words around it."""
        return bool(self.objects or self.subjects or self.prepositions or self.modifiers or self.context)


SenseTable = dict[str, tuple[Sense, ...]]


@functools.cache
def verb_senses() -> SenseTable:
    """Senses of verbs by the lemma of the verb: longest phrase first, framed senses before bare ones."""
    return _table(("verbs", "dated_verbs"), head=0)


@functools.cache
def noun_senses() -> SenseTable:
    """Senses of nouns by the lemma of their last word: longest phrase first, framed senses before bare ones."""
    return _table(("nouns", "dated_nouns"), head=-1)


@functools.cache
def adjective_senses() -> SenseTable:
    """Senses of predicative adjectives: "dead", and with a date "closed"."""
    return _table(("adjectives", "dated_adjectives"), head=0)


def _table(keys: tuple[str, str], head: int) -> SenseTable:
    found: dict[str, list[Sense]] = {}
    for act in load("events")["acts"]:
        for key in keys:
            for phrase in act.get(key, ()):
                sense = _sense(act, tuple(phrase.split()), needs_date=key.startswith("dated"))
                found.setdefault(sense.words[head], []).append(sense)
    return {word: tuple(sorted(senses, key=_order)) for word, senses in found.items()}


def _order(sense: Sense) -> tuple[int, bool]:
    return (-len(sense.words), not sense.is_framed)


def _sense(act: dict[str, Any], words: tuple[str, ...], *, needs_date: bool) -> Sense:
    return Sense(
        words=words,
        event_type=EventType(act["type"]),
        mode=act.get("mode"),
        cameo_code=act.get("cameo"),
        is_state=act.get("is_state", False),
        needs_date=needs_date,
        objects=frozenset(act.get("objects", ())),
        subjects=frozenset(act.get("subjects", ())),
        prepositions=frozenset(act.get("prepositions", ())),
        modifiers=frozenset(act.get("modifiers", ())),
        unless=frozenset(act.get("unless", ())),
        context=frozenset(act.get("context", ())),
    )


@functools.cache
def word_list(name: str) -> frozenset[str]:
    """The list ``name`` of the lexicon of predicates (light verbs, verbs of phase, ...)."""
    return frozenset(load("predicates")[name]["words"])


@functools.lru_cache(maxsize=1 << 13)
def can_trigger(word: str) -> bool:
    """Whether ``word``, a form as it stands in a text, can head a phrase that tells an act without a date."""
    return any(form in _undated_heads() for form in _forms(word.lower()))


def _forms(lower: str) -> Iterable[str]:
    yield lower
    for tag in _TRIED_TAGS:
        yield lemma_of(lower, tag)


@functools.cache
def _undated_heads() -> frozenset[str]:
    tables = (verb_senses(), noun_senses(), adjective_senses())
    return frozenset(
        word for table in tables for word, senses in table.items() if any(not sense.needs_date for sense in senses)
    )
