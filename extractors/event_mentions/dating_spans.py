"""When any span of a document happened, as intervals of begin and end: a point in time or a stretch."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extractors import language
from extractors.claims import Reference
from extractors.days import Days, day_of
from extractors.event_mentions.dating import date_mentions
from extractors.event_mentions.dating_shapes import Shape, is_state, is_telling, is_told_of_the_past, shape_of
from extractors.event_mentions.dating_story import story_days
from extractors.event_mentions.document import DatedTrigger, Document, EventDays, StatusReading, Trigger
from extractors.event_mentions.status import read_status
from extractors.event_mentions.syntax import Tense, is_verbal, tense
from extractors.lexicons import load
from extractors.sentences import split
from extractors.time_expressions import find
from schemas.enumerations import EventType, IntervalKind, Precision, Status

_PERIODS = frozenset({Precision.MONTH, Precision.QUARTER, Precision.SEASON, Precision.YEAR})
_UNDATED = ("narrative", "said")
#: Tenses in which an act that has its day elsewhere in the article is called up again.
_RECALLING = frozenset({Tense.PAST, Tense.PLUPERFECT, Tense.PARTICIPLE})
#: Words that make a noun another event than the one told before.
_OTHERS = frozenset({"a", "an", "another", "any", "new", "other", "no"})
_STEM = 4


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
    told = _told_days([(events[i], found[i][0]) for i in order])
    return [_days(document, events[i], found[i][0], told) for i in range(len(events))]


@dataclass(frozen=True, slots=True)
class _Event:
    trigger: Trigger
    status: StatusReading


def _event(document: Document, doc: Doc, start: int, end: int) -> _Event:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        raise ValueError(f"no words at {start} .. {end} of article {document.article_id!r}")
    trigger = Trigger(span=span, event_type=EventType.OTHER, is_state=is_state(span))
    return _Event(trigger, read_status(span))


def _told_days(events: Sequence[tuple[_Event, DatedTrigger]]) -> dict[str, Days]:
    """The day of each event that the article tells by one day only, by the stem of its word."""
    days: dict[str, set[Days]] = {}
    for event, dated in events:
        if dated.dating.operator not in _UNDATED and dated.days.is_day:
            days.setdefault(_stem(event.trigger.span.root), set()).add(dated.days)
    return {stem: next(iter(told)) for stem, told in days.items() if len(told) == 1}


def _stem(root: Token) -> str:
    """What "invade" and "invasion" share: the lemma without an ending, so that a noun finds its verb."""
    lemma = root.lemma_.lower()
    return lemma[: max(_STEM, len(lemma) - _STEM)]


def _recalled(event: _Event, told: Mapping[str, Days]) -> Days | None:
    """The day that another place of the article gives to an act that is only called up again here."""
    root = event.trigger.span.root
    if event.status.status is not Status.OCCURRED:
        return None
    if is_verbal(root):
        recalls = tense(root) in _RECALLING and not is_telling(root)
    else:
        recalls = not any(child.lower_ in _OTHERS for child in root.children)
    return told.get(_stem(root)) if recalls else None


def _days(document: Document, event: _Event, dated: DatedTrigger, told: Mapping[str, Days]) -> EventDays:
    if dated.dating.operator in _UNDATED:
        recalled = _recalled(event, told)
        return _undated(document, event) if recalled is None else _point(recalled)
    if dated.dating.operator == "since" and dated.interval_kind is IntervalKind.THROUGHOUT:
        still = Days(document.reference.days.first, None)
        return EventDays(begin=Days(dated.days.first, dated.begin_last_day), end=still, kind="span")
    if dated.interval_kind is IntervalKind.THROUGHOUT:
        return EventDays(
            begin=Days(dated.days.first, dated.begin_last_day),
            end=Days(dated.end_first_day, dated.days.last),
            kind="span",
        )
    if _is_measured(event, dated) and dated.days.first is not None and dated.days.last is not None:
        return EventDays(begin=day_of(dated.days.first), end=day_of(dated.days.last), kind="span")
    return _point(dated.days)


def _point(days: Days) -> EventDays:
    return EventDays(begin=days, end=days, kind="point")


@functools.cache
def _measures() -> frozenset[str]:
    return frozenset(word for entry in load("dating")["measures"] for word in entry["words"])


def _is_measured(event: _Event, dated: DatedTrigger) -> bool:
    """An amount over a period: "sales rose last month" fills the month."""
    root = event.trigger.span.root
    return dated.precision in _PERIODS and is_verbal(root) and root.lemma_.lower() in _measures()


def _undated(document: Document, event: _Event) -> EventDays:
    """Begin and end by status, tense and aspect, around the day of the article's news."""
    reference = document.reference.days
    shape = shape_of(event.trigger.span, event.status)
    if shape is Shape.NOW:
        return EventDays(begin=Days(None, reference.last), end=Days(reference.first, None), kind="span")
    if shape in (Shape.AHEAD, Shape.AHEAD_FOR_A_TIME):
        ahead = Days(reference.first, None)
        return EventDays(begin=ahead, end=ahead, kind="point" if shape is Shape.AHEAD else "span")
    if shape in (Shape.ONCE, Shape.ONCE_FOR_A_TIME):
        past = Days(None, reference.last)
        return EventDays(begin=past, end=past, kind="point" if shape is Shape.ONCE else "span")
    days = story_days(document) if is_told_of_the_past(event.trigger.span) else reference
    return _point(days)
