"""What the tests of status and dating share: a text in which the event stands in square brackets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc, Span

from extractors import language
from extractors.claims import Reference
from extractors.days import Days, day_of
from extractors.event_mentions.dating import date_mentions
from extractors.event_mentions.document import DatedTrigger, Document, Trigger, TriggerRelation
from extractors.event_mentions.status import read_status
from extractors.sentences import split
from extractors.time_expressions import find
from schemas.enumerations import EventType

#: A Wednesday.
SPOKEN = date(2024, 5, 15)


def events_of(text: str) -> tuple[Doc, list[Span]]:
    """``text`` without its brackets, parsed, and the words that stood in them."""
    plain, bounds = "", []
    for piece in text.split("["):
        words, closing, rest = piece.partition("]")
        if closing:
            bounds.append((len(plain), len(plain) + len(words)))
        plain += words + rest
    doc = language.parse(plain, split(plain))
    spans = [doc.char_span(start, end, alignment_mode="expand") for start, end in bounds]
    return doc, [span for span in spans if span is not None]


def status_of(text: str) -> str:
    """The status of the one event in brackets."""
    (span,) = events_of(text)[1]
    return str(read_status(span).status)


def document_of(text: str, spoken: Days) -> Document:
    """``text`` as an article that speaks from ``spoken``."""
    return Document(
        article_id="test",
        title=None,
        body_text=text,
        reference=Reference(days=spoken, rule="given", explanation="given by the test"),
        time_expressions=tuple(find(text, spoken, article_id="test")),
    )


def dated(
    text: str, spoken: Days | None = None, types: Sequence[EventType] = ()
) -> tuple[list[list[DatedTrigger]], list[TriggerRelation]]:
    """The days of the events in brackets, and their relations; ``types`` are their types, in order, default OTHER."""
    doc, spans = events_of(text)
    kinds = [*types, *[EventType.OTHER] * (len(spans) - len(types))]
    triggers = [Trigger(span=span, event_type=kind) for span, kind in zip(spans, kinds, strict=True)]
    statuses = [read_status(span) for span in spans]
    return date_mentions(document_of(doc.text, spoken or day_of(SPOKEN)), doc, triggers, statuses)


def days_of(text: str, spoken: Days | None = None, types: Sequence[EventType] = ()) -> list[Days]:
    """The days of each event in brackets; every one must have one interval."""
    found = []
    for rows in dated(text, spoken, types)[0]:
        (row,) = rows
        found.append(row.days)
    return found
