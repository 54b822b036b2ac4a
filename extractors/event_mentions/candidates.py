"""Words that may name an event, with what the syntax shows about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from extractors.event_mentions.lexicon import Sense, adjective_senses, noun_senses, verb_senses, word_list
from extractors.event_mentions.senses import noun_sense, verb_sense
from extractors.event_mentions.times import Times
from schemas import TimeExpression

_NOT_A_PREDICATE = frozenset(
    {"aux", "auxpass", "amod", "compound", "det", "nummod", "prep", "mark", "cc", "case", "prt"}
)
_PREDICATIVE = frozenset({"acomp", "oprd", "conj"})
_HYPHENS = frozenset({"-", "‑", "–"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may name an event: its head token, the words of it, its sense, and the times that hang on it."""

    head: Token
    span: Span
    sense: Sense | None
    times: tuple[TimeExpression, ...]

    @property
    def is_verb(self) -> bool:
        """The head is a verb or a predicate such as "is due" or "are dead", not a noun."""
        is_predicate = self.head.pos_ == "ADJ" and self.head.dep_ in _PREDICATIVE
        return is_predicate or self.head.pos_ in ("VERB", "AUX")


def find_candidates(doc: Doc, times: Times) -> list[Candidate]:
    """Every verb and noun of ``doc`` that the lexicon or a date makes a candidate, in the order of the text."""
    found = [candidate for token in doc if (candidate := _candidate(token, times)) is not None]
    return _without_overlaps(found)


def _candidate(token: Token, times: Times) -> Candidate | None:
    if token.lower_ in _HYPHENS:
        return _hyphenated(token, times)
    part = token.pos_
    if part == "VERB":
        return _verb_candidate(token, times)
    if part in ("NOUN", "PROPN"):
        return _noun_candidate(token, times)
    if part == "ADJ" and token.dep_ in _PREDICATIVE:
        return _adjective_candidate(token, times)
    return None


def _adjective_candidate(adjective: Token, times: Times) -> Candidate | None:
    """What somebody or something is said to be: due on a day, dead, closed until a day."""
    hanging = times.of((adjective, adjective.head))
    sense = next(iter(adjective_senses().get(adjective.lower_, ())), None)
    is_told = bool(hanging) if sense is None or sense.needs_date else True
    if not is_told or (sense is None and adjective.lower_ != "due"):
        return None
    return Candidate(adjective, adjective.doc[adjective.i : adjective.i + 1], sense, hanging)


def _verb_candidate(verb: Token, times: Times) -> Candidate | None:
    if verb.dep_ in _NOT_A_PREDICATE or verb.i in times.inside:
        return None
    lemma = verb.lemma_.lower()
    sensed = verb_sense(verb) if lemma in verb_senses() else None
    if sensed is not None:
        return Candidate(verb, sensed[1], sensed[0], times.of(list(sensed[1])))
    hanging = times.of((verb,))
    if lemma in word_list("states") or not (hanging or is_denied(verb)):
        return None
    return Candidate(verb, verb.doc[verb.i : verb.i + 1], None, hanging)


def is_denied(verb: Token) -> bool:
    """Somebody denies it: "denied that it had watered the milk", "denies having met her"."""
    return verb.dep_ in ("ccomp", "xcomp", "pcomp") and verb.head.lemma_.lower() == "deny"


def _noun_candidate(noun: Token, times: Times) -> Candidate | None:
    if noun.i in times.inside or not {noun.lower_, noun.lemma_.lower()} & noun_senses().keys():
        return None
    if any(measure_of(below) == noun for link in noun.children if link.lower_ == "of" for below in link.children):
        return None
    sensed = noun_sense(noun)
    return None if sensed is None else Candidate(noun, sensed[1], sensed[0], times.of(list(sensed[1])))


def _hyphenated(hyphen: Token, times: Times) -> Candidate | None:
    """A noun such as "lift-off", whose parts are tokens of their own."""
    doc, i = hyphen.doc, hyphen.i
    if not 0 < i < len(doc) - 1 or doc[i - 1].whitespace_ or hyphen.whitespace_:
        return None
    senses = noun_senses().get(f"{doc[i - 1].lower_}-{doc[i + 1].lower_}".removesuffix("s"), ())
    if not senses:
        return None
    span = doc[i - 1 : i + 2]
    return Candidate(span.root, span, senses[0], times.of(list(span)))


def measure_of(noun: Token) -> Token | None:
    """The measure before ``noun``: "rounds" of talks, "dozens" of attacks; None when there is none."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "of" or noun.head.head.lemma_.lower() not in word_list("measures"):
        return None
    return noun.head.head


def _without_overlaps(found: Sequence[Candidate]) -> list[Candidate]:
    """Of candidates that share a word the longest one stays."""
    taken: dict[int, Candidate] = {}
    for candidate in sorted(found, key=lambda c: (-len(c.span), c.span.start)):
        positions = range(candidate.span.start, candidate.span.end)
        if not any(position in taken for position in positions):
            taken.update(dict.fromkeys(positions, candidate))
    kept = {candidate.head.i: candidate for candidate in taken.values()}
    return [kept[i] for i in sorted(kept)]
