"""When any span of a document happened, as intervals of begin and end: a point in time or a stretch."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from extractors import language
from extractors.claims import Reference
from extractors.days import Days
from extractors.event_mentions.dating import date_mentions
from extractors.event_mentions.dating_story import story_days
from extractors.event_mentions.document import DatedTrigger, Document, EventDays, StatusReading, Trigger
from extractors.event_mentions.status import read_status
from extractors.event_mentions.status_lexicon import words
from extractors.event_mentions.syntax import Tense, clause_verb, is_verbal, tense
from extractors.sentences import split
from extractors.time_expressions import find
from schemas.enumerations import EventType, IntervalKind, Status

_BEFORE = frozenset({Tense.PAST, Tense.PLUPERFECT, Tense.PARTICIPLE, Tense.GERUND, Tense.NONE})
_OPEN = frozenset({Status.PLANNED, Status.PROPOSED, Status.CONDITIONAL})


@functools.lru_cache(maxsize=4)
def _parsed(text: str) -> Doc:
    return language.parse(text, split(text))


def read_document(text: str, reference: Reference, article_id: str = "") -> Document:
    """``text`` as a document that speaks from the days of ``reference``, with its time expressions found."""
    rows = tuple(find(text, reference.days, article_id=article_id))
    return Document(article_id=article_id, title=None, body_text=text, reference=reference, time_expressions=rows)


def date_event(document: Document, start: int, end: int) -> EventDays:
    """The days on which the event at ``body_text[start:end]`` can have begun and ended.

    Where no words date it, tense and aspect decide: what happened without a date belongs to the day of the article's
    news, a state that holds to the stretch around it, a plan to the days from it on. Raises ValueError when no
    token stands at ``start .. end``.
    """
    return date_spans(document, [(start, end)])[0]


def date_spans(document: Document, spans: list[tuple[int, int]]) -> list[EventDays]:
    """:func:`date_event` for several spans at once, which then count as each other's neighbours."""
    doc = _parsed(document.body_text)
    events = [_event(document, doc, start, end) for start, end in spans]
    order = sorted(range(len(events)), key=lambda i: events[i].trigger.span.start)
    dated, _ = date_mentions(document, doc, [events[i].trigger for i in order], [events[i].status for i in order])
    found = dict(zip(order, dated, strict=True))
    return [_days(document, events[i], found[i][0]) for i in range(len(events))]


@dataclass(frozen=True, slots=True)
class _Event:
    trigger: Trigger
    status: StatusReading


def _event(document: Document, doc: Doc, start: int, end: int) -> _Event:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        raise ValueError(f"no words at {start} .. {end} of article {document.article_id!r}")
    trigger = Trigger(span=span, event_type=EventType.OTHER, is_state=_is_state(span))
    return _Event(trigger, read_status(span))


def _is_state(span: Span) -> bool:
    root = span.root
    return root.pos_ == "ADJ" or (is_verbal(root) and root.lemma_.lower() in words("statives"))


def _days(document: Document, event: _Event, dated: DatedTrigger) -> EventDays:
    if dated.dating.operator in ("narrative", "said"):
        return _undated(document, event)
    if dated.interval_kind is IntervalKind.THROUGHOUT:
        return EventDays(
            begin=Days(dated.days.first, dated.begin_last_day),
            end=Days(dated.end_first_day, dated.days.last),
            kind="span",
        )
    return EventDays(begin=dated.days, end=dated.days, kind="point")


def _undated(document: Document, event: _Event) -> EventDays:
    reference = document.reference.days
    root, status = event.trigger.span.root, event.status.status
    if status is Status.ONGOING or (_is_state(event.trigger.span) and _holds(root)):
        return EventDays(begin=Days(None, reference.last), end=Days(reference.first, None), kind="span")
    if status in _OPEN:
        ahead = Days(reference.first, None)
        return EventDays(begin=ahead, end=ahead, kind="span" if _is_state(event.trigger.span) else "point")
    if tense(clause_verb(root)) is Tense.PLUPERFECT or _is_state(event.trigger.span):
        past = Days(None, reference.last)
        return EventDays(begin=past, end=past, kind="span" if _is_state(event.trigger.span) else "point")
    days = story_days(document) if tense(clause_verb(root)) in _BEFORE else reference
    return EventDays(begin=days, end=days, kind="point")


def _holds(root: Token) -> bool:
    return tense(clause_verb(root)) in (Tense.PRESENT, Tense.PROGRESSIVE)
