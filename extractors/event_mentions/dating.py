"""Which of an article's time expressions dates which event, and the days that follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extractors.claims import Dating
from extractors.days import Days
from extractors.event_mentions.dating_choice import Choice, choose, is_ahead
from extractors.event_mentions.dating_days import ToldDays, days_of, narrated
from extractors.event_mentions.dating_times import PlacedTimes
from extractors.event_mentions.document import (
    DatedTrigger,
    Document,
    EventDays,
    StatusReading,
    Trigger,
    TriggerRelation,
)
from extractors.event_mentions.relations import OFFSET_RULE, PREVIOUS, find_relations
from extractors.event_mentions.syntax import clause_verb
from schemas import TimeExpression
from schemas.enumerations import DayRole, IntervalKind, Precision, Status

_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED, Status.CONDITIONAL})
_CALLED_OFF = frozenset({Status.CANCELED, Status.POSTPONED})
_NARRATIVE = "narrative"
#: How many triggers back the event told last is looked for.
_MEMORY = 6


def date_mentions(
    document: Document, doc: Doc, triggers: Sequence[Trigger], statuses: Sequence[StatusReading]
) -> tuple[list[list[DatedTrigger]], list[TriggerRelation]]:
    """For every trigger the days that the article gives it (several for distributive dates), and told relations.

    ``doc`` is the parsed body text; ``statuses`` run parallel to ``triggers``. Relations whose anchor is an event of
    this article carry its position; an event dated by one alone has the relation's rule as ``date_rule``.
    """
    work = _Article(document, doc, triggers, statuses)
    work.date_by_words()
    work.date_by_events()
    return work.dated(), work.relations


def date_event(document: Document, start: int, end: int) -> EventDays:
    """The days on which the event at ``body_text[start:end]`` can have begun and ended."""
    del start, end
    days = document.reference.days
    return EventDays(begin=days, end=days, kind="point")


@dataclass(frozen=True, slots=True)
class _Told:
    """A trigger's recipe, the days it gives, and the words it rests on."""

    dating: Dating
    told: ToldDays
    row: TimeExpression | None = None
    text: str | None = None
    explanation: str = ""
    is_status_day: bool = False


class _Article:
    """The triggers of one article while they are being dated."""

    def __init__(
        self, document: Document, doc: Doc, triggers: Sequence[Trigger], statuses: Sequence[StatusReading]
    ) -> None:
        self.document, self.doc, self.triggers, self.statuses = document, doc, triggers, statuses
        self.times = PlacedTimes(doc, document.time_expressions)
        self.rows = {row.time_expression_id: row for row in document.time_expressions}
        self.reference = document.reference.days
        self.told: list[list[_Told]] = [[] for _ in triggers]
        self.relations: list[TriggerRelation] = []

    def date_by_words(self) -> None:
        """Give each trigger the days of the time expressions in reach."""
        barriers = frozenset(t.span.root.i for t in self.triggers)
        for index, trigger in enumerate(self.triggers):
            choices = choose(trigger, self.statuses[index], self.times, barriers)
            self.told[index] = [self._by_choice(index, choice) for choice in choices]

    def date_by_events(self) -> None:
        """Date by distance from other events what words do not date, anchors before what hangs on them."""
        links = self._anchored(find_relations(self.doc, self.times, self.triggers))
        for _ in range(3):
            for link in links:
                if link.rule == OFFSET_RULE or not self._is_dated(link.trigger):
                    self._by_relation(link)
        self.relations = links

    def dated(self) -> list[list[DatedTrigger]]:
        """The result, one list per trigger."""
        return [
            [self._row(index, told) for told in self.told[index] or [self._by_narrative(index)]]
            for index in range(len(self.triggers))
        ]

    # By words

    def _by_choice(self, index: int, choice: Choice) -> _Told:
        row = choice.time.row
        dating = Dating(
            mention_id="",
            rule=row.date_rule if choice.operator == "on" else f"{choice.operator}_{row.date_rule}",
            time_expression_id=row.time_expression_id,
            direction=self._direction(index),
            operator=choice.operator,
            end_expression_id=None if choice.end is None else choice.end.row.time_expression_id,
            is_throughout=choice.is_throughout,
            is_clipped=not choice.is_throughout,
            reach_days=choice.reach_days,
        )
        told = days_of(dating, self.rows, self.reference)
        text = self._words_of(choice)
        return _Told(dating, told, row, text, _explained(choice, text), self._is_status_day(index, choice))

    def _words_of(self, choice: Choice) -> str:
        last = choice.end if choice.end is not None else choice.time
        return self.document.body_text[choice.time.row.start_offset : last.row.end_offset]

    def _is_status_day(self, index: int, choice: Choice) -> bool:
        """A day that hangs on the verb that called the event off says when that happened, not when it was due."""
        root = self.triggers[index].span.root
        if self.statuses[index].status not in _CALLED_OFF or choice.operator == "moved" or not choice.cost:
            return False
        verb = clause_verb(root)
        return choice.time.site.i == verb.i and verb.i != root.i and _is_calling_off(verb.text, self.statuses[index])

    def _direction(self, index: int) -> int:
        status = self.statuses[index].status
        if status in _AHEAD:
            return 1
        if status in (Status.OCCURRED, Status.DENIED):
            return -1
        if status in (Status.NEGATED, Status.RUMORED):
            return 1 if is_ahead(self.triggers[index].span.root) else -1
        return 0

    # By events

    def _anchored(self, links: Sequence[TriggerRelation]) -> list[TriggerRelation]:
        found = []
        for link in links:
            anchor = self._previous(link.trigger) if link.anchor == PREVIOUS else link.anchor
            if anchor is not None and anchor != link.trigger:
                found.append(replace(link, anchor=anchor))
        return found

    def _previous(self, index: int) -> int | None:
        """The event told last before a trigger that has a day of its own."""
        for other in range(index - 1, max(index - 1 - _MEMORY, -1), -1):
            told = self.told[other]
            if len(told) == 1 and not told[0].told.days.is_open:
                return other
        return None

    def _is_dated(self, index: int) -> bool:
        return bool(self.told[index])

    def _by_relation(self, link: TriggerRelation) -> None:
        anchor = self.told[link.anchor] if link.anchor is not None else []
        if len(anchor) != 1 or (self._is_dated(link.trigger) and self.told[link.trigger][0].row is not None):
            return
        if anchor[0].told.days == Days(None, None):
            return
        dating = Dating(
            mention_id="",
            rule=link.rule,
            time_expression_id=None,
            direction=self._direction(link.trigger),
            operator="relative",
        )
        told = days_of(dating, self.rows, self.reference, anchor[0].told.days, (link.min_days, link.max_days))
        of = self.triggers[link.anchor].span.text if link.anchor is not None else ""
        why = f"“{link.quote}”: counted from “{of}”, {_told_words(anchor[0].told.days)}"
        self.told[link.trigger] = [_Told(dating, told, None, link.quote, why)]

    # By the narrative

    def _by_narrative(self, index: int) -> _Told:
        status = self.statuses[index].status
        direction = 0 if status in (Status.ONGOING, Status.POSTPONED) else self._direction(index)
        if status is Status.CANCELED:
            direction = -1
        dating = Dating(
            mention_id="", rule=_NARRATIVE, time_expression_id=None, direction=direction, operator=_NARRATIVE
        )
        told = ToldDays(narrated(self.reference, direction), Precision.OPEN)
        why = {
            -1: "no time is told: not after the day of speaking",
            0: "no time is told",
            1: "no time is told: not before the day of speaking",
        }[direction]
        return _Told(dating, told, explanation=why, is_status_day=status is Status.CANCELED)

    def _row(self, index: int, told: _Told) -> DatedTrigger:
        status = self.statuses[index].status
        lasts = told.dating.is_throughout or (status is Status.ONGOING and told.dating.operator == _NARRATIVE)
        return DatedTrigger(
            days=told.told.days,
            begin_last_day=told.told.begin_last_day,
            end_first_day=told.told.end_first_day,
            precision=told.told.precision,
            interval_kind=IntervalKind.THROUGHOUT if lasts else IntervalKind.WITHIN,
            day_role=self._role(index, told),
            time_expression=told.row,
            time_text=told.text,
            explanation=told.explanation,
            dating=told.dating,
        )

    def _role(self, index: int, told: _Told) -> DayRole:
        status = self.statuses[index].status
        if told.is_status_day:
            return DayRole.STATUS
        if status in _AHEAD or status in _CALLED_OFF or told.dating.direction > 0:
            return DayRole.PLAN
        return DayRole.EVENT


def _is_calling_off(verb: str, status: StatusReading) -> bool:
    return status.cue is not None and status.cue.split()[0] == verb


def _explained(choice: Choice, text: str) -> str:
    how = "" if choice.operator == "on" else f" ({choice.operator})"
    return f"“{text}”{how}: {choice.time.row.explanation}"


def _told_words(days: Days) -> str:
    if days.is_day:
        return str(days.first)
    return f"{days.first or '...'} to {days.last or '...'}"
