"""Which candidates a chronology would list: acts that are told, not the contents of wishes, habits or echoes."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from extractors.event_mentions.arguments import conjuncts, objects, subjects
from extractors.event_mentions.candidates import Candidate, Times
from extractors.event_mentions.lexicon import word_list
from extractors.event_mentions.syntax import Tense, clause_verb, is_infinitive, tense
from schemas.enumerations import EventType

_FINITE = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "dep", "acl", "pcomp", "xcomp"})
_VAGUE_SUBJECTS = frozenset({"i", "you", "we", "one", "people", "someone", "anyone", "everyone"})
_SPECIFIC = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their", "another", "these", "no"})


def choose(candidates: Sequence[Candidate], times: Times) -> list[Candidate]:
    """The candidates that tell an event, in the order of the text."""
    nouns = {c.head.i: c for c in candidates if not c.is_verb and _noun_tells(c)}
    covered = _covered_verbs(nouns)
    return [
        c
        for c in candidates
        if (c.head.i in nouns if not c.is_verb else c.head.i not in covered and _verb_tells(c, times))
    ]


def _covered_verbs(nouns: dict[int, Candidate]) -> set[int]:
    """Verbs that only carry, begin, end or move an event that a noun beside them names."""
    covered = set()
    for candidate in nouns.values():
        noun = candidate.head
        verb = clause_verb(noun)
        lemma = verb.lemma_.lower()
        arguments = {token.i for token in (*objects(verb), *subjects(verb))}
        if noun.i in arguments and (lemma in word_list("light") or lemma in word_list("phase")):
            covered.add(verb.i)
        is_spoken_on = candidate.sense is not None and candidate.sense.event_type is EventType.STATEMENT
        if is_spoken_on and lemma in word_list("occasions_of_speech"):
            covered.add(verb.i)
    return covered


def _verb_tells(candidate: Candidate, times: Times) -> bool:
    verb, sense = candidate.head, candidate.sense
    if verb.dep_ not in _FINITE:
        return False
    if candidate.times:
        return tense(verb) is not Tense.NONE
    if sense is None or sense.needs_date or times.of(verb):
        return False
    if any(token.lower_ in _VAGUE_SUBJECTS for token in subjects(verb)):
        return False
    return _form_tells(verb)


def _form_tells(verb: Token) -> bool:
    form = tense(verb)
    if form is Tense.INFINITIVE or is_infinitive(verb):
        return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in word_list("plans")
    if form in (Tense.PARTICIPLE, Tense.GERUND):
        return verb.dep_ in ("acl", "advcl", "pcomp") and verb.head.lower_ in ("after", "before", "since", "by")
    return form is not Tense.NONE


def _noun_tells(candidate: Candidate) -> bool:
    noun, sense = candidate.head, candidate.sense
    if sense is None or noun.dep_ in ("compound", "amod", "nmod"):
        return False
    if candidate.times:
        return True
    if sense.needs_date:
        return False
    return is_specific(noun)


def is_specific(noun: Token) -> bool:
    """``noun`` stands with a determiner, an owner, a number or a modifier, or is the plural of a word such as talks."""
    first = conjuncts(noun)[0]
    for child in first.children:
        if child.dep_ in ("poss", "nummod", "compound", "amod") or child.lower_ in _SPECIFIC:
            return True
    return noun.lower_ in ("talks", "elections", "negotiations")
