"""The values that the parts of this room hand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from spacy.tokens import Span

from extractors.claims import Dating, Reference
from extractors.days import Days
from schemas import TimeExpression
from schemas.enumerations import DayRole, EventType, IntervalKind, Precision, Status


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A cleaned article with the days it speaks from and its time expressions resolved against them."""

    article_id: str
    title: str | None
    body_text: str
    reference: Reference
    time_expressions: tuple[TimeExpression, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Trigger:
    """The words that name an event, with the type the lexicon and the syntax around them give.

    ``is_state`` marks states that last (war, control, absence) as against acts.
    """

    span: Span
    event_type: EventType
    event_mode: str | None = None
    cameo_code: str | None = None
    is_state: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class StatusReading:
    """What the words around a trigger say became of the event.

    ``factuality`` is the same reading on the scale of the factuality corpora, -3 (certainly not) to 3 (certainly).
    """

    status: Status
    cue: str | None
    factuality: float


@dataclass(frozen=True, kw_only=True, slots=True)
class DatedTrigger:
    """The days that one article alone gives an event, and why.

    ``begin_last_day`` and ``end_first_day`` (latest begin, earliest end of a stretch) are null for ``within``.
    ``dating.mention_id`` is empty: ids are given where mentions are made. ``status`` is the trigger's, corrected by its
    days: what is told in the present of a day to come is planned ("members vote on Sunday").
    """

    status: Status
    days: Days
    begin_last_day: date | None
    end_first_day: date | None
    precision: Precision
    interval_kind: IntervalKind
    day_role: DayRole
    time_expression: TimeExpression | None
    time_text: str | None
    explanation: str
    dating: Dating


@dataclass(frozen=True, kw_only=True, slots=True)
class TriggerRelation:
    """A :class:`extractors.claims.Relation` between triggers of one document, before mentions have ids.

    ``trigger`` and ``anchor`` are positions in the sequence of triggers; a null anchor is the article's reference day.
    """

    trigger: int
    anchor: int | None
    min_days: int | None
    max_days: int | None
    rule: str
    quote: str
    start_offset: int
    end_offset: int


@dataclass(frozen=True, kw_only=True, slots=True)
class EventDays:
    """When a span happened: ``begin`` and ``end`` are the days on which it can have begun and ended.

    ``kind`` is ``point`` (begin and end are the same day) or ``span``.
    """

    begin: Days
    end: Days
    kind: Literal["point", "span"]
