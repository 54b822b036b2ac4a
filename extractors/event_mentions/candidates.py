"""Words that may name an event, with what the syntax shows about each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from extractors.event_mentions.lexicon import Sense, noun_senses, verb_senses, word_list
from extractors.event_mentions.senses import noun_sense, verb_sense
from schemas import TimeExpression
from schemas.enumerations import TimexType

_NOT_A_PREDICATE = frozenset(
    {"aux", "auxpass", "amod", "compound", "det", "nummod", "prep", "mark", "cc", "case", "prt"}
)
_THROUGH = frozenset(
    {"pobj", "prep", "npadvmod", "advmod", "nummod", "conj", "appos", "pcomp", "dep", "quantmod", "amod"}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may name an event: its head token, the words of it, its sense, and the times that hang on it."""

    head: Token
    span: Span
    sense: Sense | None
    times: tuple[TimeExpression, ...]

    @property
    def is_verb(self) -> bool:
        """The head is a verb, not a noun."""
        return self.head.pos_ in ("VERB", "AUX")


class Times:
    """The time expressions of a document, placed on its tokens and on what they hang on."""

    def __init__(self, doc: Doc, expressions: Sequence[TimeExpression]) -> None:
        self.inside: set[int] = set()
        self._hanging: dict[int, list[TimeExpression]] = {}
        for row in expressions:
            if row.timex_type in (TimexType.DURATION, TimexType.SET) and row.first_day is None and row.last_day is None:
                continue
            span = doc.char_span(row.start_offset, row.end_offset, alignment_mode="expand")
            if span is None or not len(span) or span.root.is_space:
                continue
            self.inside.update(range(span.start, span.end))
            for token in _above(span.root):
                self._hanging.setdefault(token.i, []).append(row)

    def of(self, token: Token) -> tuple[TimeExpression, ...]:
        """The time expressions that hang on ``token``."""
        return tuple(self._hanging.get(token.i, ()))


def _above(root: Token) -> Iterator[Token]:
    """What a time hangs on: the nouns it climbs through, up to and with the first verb."""
    token = root
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("NOUN", "PROPN", "VERB", "AUX", "ADJ"):
            yield token
        if token.pos_ in ("VERB", "AUX"):
            return


def find_candidates(doc: Doc, times: Times) -> list[Candidate]:
    """Every verb and noun of ``doc`` that the lexicon or a date makes a candidate, in the order of the text."""
    found = []
    for token in doc:
        part = token.pos_
        if part == "VERB":
            candidate = _verb_candidate(token, times)
        elif part in ("NOUN", "PROPN"):
            candidate = _noun_candidate(token, times)
        else:
            candidate = None
        if candidate is not None:
            found.append(candidate)
    return _without_overlaps(found)


def _verb_candidate(verb: Token, times: Times) -> Candidate | None:
    if verb.dep_ in _NOT_A_PREDICATE or verb.i in times.inside:
        return None
    hanging = times.of(verb)
    lemma = verb.lemma_.lower()
    if lemma not in verb_senses():
        if not hanging or lemma in word_list("states"):
            return None
        return Candidate(verb, verb.doc[verb.i : verb.i + 1], None, hanging)
    sensed = verb_sense(verb)
    if sensed is not None:
        return Candidate(verb, sensed[1], sensed[0], hanging)
    if not hanging or lemma in word_list("states"):
        return None
    return Candidate(verb, verb.doc[verb.i : verb.i + 1], None, hanging)


def _noun_candidate(noun: Token, times: Times) -> Candidate | None:
    if noun.i in times.inside or noun.lemma_.lower() not in noun_senses():
        return None
    sensed = noun_sense(noun)
    if sensed is None:
        return None
    return Candidate(noun, sensed[1], sensed[0], times.of(noun))


def _without_overlaps(found: Sequence[Candidate]) -> list[Candidate]:
    """Of candidates that share a word the longest one stays."""
    taken: dict[int, Candidate] = {}
    for candidate in sorted(found, key=lambda c: (-len(c.span), c.span.start)):
        positions = range(candidate.span.start, candidate.span.end)
        if not any(position in taken for position in positions):
            taken.update(dict.fromkeys(positions, candidate))
    kept: Mapping[int, Candidate] = {candidate.head.i: candidate for candidate in taken.values()}
    return [kept[i] for i in sorted(kept)]
