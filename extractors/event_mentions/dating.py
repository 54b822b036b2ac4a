"""Which of an article's time expressions dates which event, and the days that follow."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from extractors.claims import Dating
from extractors.days import Days, precision_of
from extractors.event_mentions.document import DatedTrigger, Document, EventDays, StatusReading, Trigger, TriggerRelation
from schemas import TimeExpression
from schemas.enumerations import DayRole, IntervalKind, Status, TimexType

_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED, Status.CONDITIONAL, Status.RUMORED, Status.POSTPONED})


def date_mentions(
    document: Document, doc: Doc, triggers: Sequence[Trigger], statuses: Sequence[StatusReading]
) -> tuple[list[list[DatedTrigger]], list[TriggerRelation]]:
    """For every trigger the days that the article gives it (several for distributive dates), and told relations.

    ``doc`` is the parsed body text; ``statuses`` run parallel to ``triggers``. Raises nothing.
    """
    del doc
    return [[_date(document, t.span, s.status)] for t, s in zip(triggers, statuses, strict=True)], []


def date_event(document: Document, start: int, end: int) -> EventDays:
    """The days on which the event at ``body_text[start:end]`` can have begun and ended."""
    del start, end
    days = document.reference.days
    return EventDays(begin=days, end=days, kind="point")


def _date(document: Document, span: Span, status: Status) -> DatedTrigger:
    sentence = span.sent
    near = [
        row
        for row in document.time_expressions
        if sentence.start_char <= row.start_offset < sentence.end_char
        and row.timex_type in (TimexType.DATE, TimexType.TIME)
        and (row.first_day or row.last_day)
    ]
    row = min(near, key=lambda r: abs(r.start_offset - span.start_char), default=None)
    ahead = status in _AHEAD
    days = _told(row) if row else _narrated(document.reference.days, ahead=ahead)
    rule = row.date_rule if row else "narrative"
    return DatedTrigger(
        days=days,
        begin_last_day=None,
        end_first_day=None,
        precision=row.precision if row else precision_of(days),
        interval_kind=IntervalKind.WITHIN,
        day_role=DayRole.PLAN if ahead else DayRole.EVENT,
        time_expression=row,
        time_text=row.quote if row else None,
        explanation=row.explanation if row else "no time is told: bounded by the reference day and the tense",
        dating=Dating(
            mention_id="",
            rule=rule,
            time_expression_id=row.time_expression_id if row else None,
            direction=1 if ahead else -1,
        ),
    )


def _told(row: TimeExpression) -> Days:
    return Days(row.first_day, row.last_day)


def _narrated(reference: Days, *, ahead: bool) -> Days:
    return Days(reference.first, None) if ahead else Days(None, reference.last)
