"""The time expressions of a document, placed on its tokens and on the words that they date."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Doc, Token

from extractors.event_mentions.senses import noun_sense
from extractors.event_mentions.syntax import compares, is_told_after, verb_before
from schemas import TimeExpression
from schemas.enumerations import Precision, TimexType

_RELATIVE = frozenset({"before", "after", "later", "earlier", "ago", "into"})
_ANCHORED = re.compile(
    r"\b(?:eve|day before|day after|morning after|night before|same day|following day)\b", re.IGNORECASE
)
_DAY_WORD = re.compile(
    r"[A-Z][a-z]+day|day|week|month|year|[A-Z][a-z]{2,}|yesterday|today|tomorrow|th(?:is|at)|last|next|\d/\d"
)


class Times:
    """Which tokens stand inside a time expression, and which expressions hang on a token."""

    def __init__(self, doc: Doc, expressions: Sequence[TimeExpression]) -> None:
        self.inside: set[int] = set()
        self._hanging: dict[int, list[TimeExpression]] = {}
        for row in expressions:
            span = doc.char_span(row.start_offset, row.end_offset, alignment_mode="expand")
            if span is None or not len(span) or span.root.is_space:
                continue
            self.inside.update(range(span.start, span.end))
            following = doc[span.end].lower_ if span.end < len(doc) else ""
            before = doc[span.start - 1] if span.start else span.root
            if not dates(row, following) or (before.lower_ == "since" and compares(before)):
                continue
            for token in _above(span.root, self.inside):
                self._hanging.setdefault(token.i, []).append(row)

    def of(self, tokens: Collection[Token]) -> tuple[TimeExpression, ...]:
        """The time expressions that hang on one of ``tokens`` and can date it."""
        return tuple(row for token in tokens for row in self._hanging.get(token.i, ()))


def dates(row: TimeExpression, following: str) -> bool:
    """Whether the expression tells a time of its own: bounded days, or a distance from another event.

    ``following`` is the word after it: "two days before the summit" dates, "two days" does not. Vague words (now,
    recently, soon), centuries and bare hours do not.
    """
    if row.timex_type is TimexType.SET or row.precision is Precision.CENTURY:
        return False
    if row.timex_type is TimexType.DURATION and row.first_day is None:
        return following in _RELATIVE
    if row.timex_type is TimexType.TIME and not _DAY_WORD.search(row.quote):
        return False
    return (row.first_day is not None and row.last_day is not None) or bool(_ANCHORED.search(row.quote))


def _above(root: Token, inside: Collection[int]) -> Iterator[Token]:
    """What a time hangs on: the nouns it climbs through, up to the first noun of the lexicon or the first verb."""
    token = root
    first = root
    while first.dep_ == "conj":
        first = first.head
    before = first.head.i - 1
    if first.head.dep_ == "prep" and before >= root.sent.start:
        word = root.doc[before]
        if is_told_after(word) or verb_before(first.head) is not None:
            yield word
            return
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("NOUN", "PROPN", "VERB", "AUX", "ADJ") and token.i not in inside:
            yield token
        if token.pos_ in ("VERB", "AUX"):
            return
        if token.pos_ == "NOUN" and token.dep_ != "compound" and noun_sense(token) is not None:
            return
