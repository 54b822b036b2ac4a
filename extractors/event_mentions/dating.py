"""Which of an article's time expressions dates which event, and the days that follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from extractors.claims import Dating
from extractors.days import Days
from extractors.event_mentions.dating_choice import NOT_UNTIL, Choice, choose, is_ahead, is_pointer
from extractors.event_mentions.dating_days import ToldDays, days_of, explain, narrated
from extractors.event_mentions.dating_times import PlacedTimes, ancestry, distance, has_semicolon
from extractors.event_mentions.document import (
    DatedTrigger,
    Document,
    StatusReading,
    Trigger,
    TriggerRelation,
)
from extractors.event_mentions.relations import OFFSET_RULE, PREVIOUS, Link, find_links
from extractors.event_mentions.syntax import Tense, children, clause_verb, is_verbal, tense
from schemas import TimeExpression
from schemas.enumerations import DayRole, IntervalKind, Precision, Status

_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED, Status.CONDITIONAL})
_NOW = frozenset({Tense.PERFECT, Tense.PRESENT, Tense.PROGRESSIVE})
_PASTS = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
_CALLED_OFF = frozenset({Status.CANCELED, Status.POSTPONED})
#: What follows need not have come about: "prepared for the vote", "a week before the vote".
_LOOKING_AHEAD = frozenset({"for", "before", "until", "about", "over", "to", "of", "regarding", "towards"})
_NARRATIVE = "narrative"
#: How many triggers back the event told last is looked for.
_MEMORY = 6
#: Words this close to a trigger beat a distance from another event.
_NEAR = 0.7
#: The most days an event may be spread over to count days from it.
_EXACT = 7
#: Words further away than this do not date a verb of saying.
_FAR = 1.5


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


@dataclass(frozen=True, slots=True)
class _Told:
    """A trigger's recipe, the days it gives, and the words it rests on."""

    dating: Dating
    told: ToldDays
    row: TimeExpression | None = None
    text: str | None = None
    explanation: str = ""
    is_status_day: bool = False
    cost: float = 0.0
    is_lasting: bool = False


class _Article:
    """The triggers of one article while they are being dated."""

    def __init__(
        self, document: Document, doc: Doc, triggers: Sequence[Trigger], statuses: Sequence[StatusReading]
    ) -> None:
        self.document, self.doc, self.triggers, self.statuses = document, doc, triggers, statuses
        self.times = PlacedTimes(doc, document.time_expressions)
        self.rows = {row.time_expression_id: row for row in document.time_expressions}
        self.reference = document.reference.days
        self.barriers = frozenset(t.span.root.i for t in triggers)
        self.told: list[list[_Told]] = [[] for _ in triggers]
        self.relations: list[TriggerRelation] = []

    def date_by_words(self) -> None:
        """Give each trigger the days of the time expressions in reach."""
        for index in range(len(self.triggers)):
            self._by_words(index)

    def date_by_events(self) -> None:
        """Date by distance from other events what words do not date, anchors before what hangs on them."""
        links = [one for link in find_links(self.doc, self.times, self.triggers) for one in self._turned(link)]
        measured = {link.trigger for link in links if link.rule == OFFSET_RULE}
        for _ in range(3):
            for link in links:
                self._by_link(link, measured)
        for index, told in enumerate(self.told):
            if not told:
                self._by_words(index, pointers=True)
        self.relations = [r for r in (self._relation(link) for link in links) if r is not None]

    def dated(self) -> list[list[DatedTrigger]]:
        """The result, one list per trigger."""
        return [
            [self._row(index, told) for told in self.told[index] or [self._by_narrative(index)]]
            for index in range(len(self.triggers))
        ]

    # By words

    def _by_words(self, index: int, *, pointers: bool = False) -> None:
        choices = choose(self.triggers[index], self.statuses[index], self.times, self.barriers, pointers=pointers)
        self.told[index] = [self._by_choice(index, each) for each in choices if not self._is_of_content(index, each)]

    def _by_choice(self, index: int, choice: Choice) -> _Told:
        row = choice.time.row
        dating = Dating(
            mention_id="",
            rule=row.date_rule if choice.operator == "on" else f"{choice.operator}_{row.date_rule}",
            time_expression_id=row.time_expression_id,
            direction=self._direction_of(index, choice),
            operator=choice.operator,
            end_expression_id=None if choice.end is None else choice.end.row.time_expression_id,
            is_throughout=choice.is_throughout,
            is_clipped=not choice.is_throughout,
            reach_days=choice.reach_days,
            is_told_past=choice.operator == "on" and self._is_told_past(index, choice),
        )
        told = days_of(dating, self.rows, self.reference)
        text = self._words_of(choice)
        is_status_day = self._is_status_day(index, choice)
        is_lasting = choice.is_throughout and choice.operator == "since" and tense(choice.time.site) in _NOW
        return _Told(dating, told, row, text, explain(dating, row, text), is_status_day, choice.cost, is_lasting)

    def _is_told_past(self, index: int, choice: Choice) -> bool:
        """The trigger is a verb in the past that has the time itself."""
        root = self.triggers[index].span.root
        return is_verbal(root) and choice.time.site.i == root.i and tense(root) in _PASTS

    def _is_of_content(self, index: int, choice: Choice) -> bool:
        """A day to come that hangs on what was decided or described: "voted to meet again on 5 January".

        Wherever the parser has hung it: a clause that stands between the verb and the day has it.
        """
        root, first, today = self.triggers[index].span.root, choice.time.row.first_day, self.reference.last
        if first is None or today is None or first <= today or tense(root) not in _PASTS:
            return False
        if choice.time.site.i != root.i:
            return root.is_ancestor(choice.time.site)
        return any(root.i < clause.i < choice.time.span.start for clause in children(root, "xcomp", "ccomp", "advcl"))

    def _words_of(self, choice: Choice) -> str:
        last = choice.end if choice.end is not None else choice.time
        return self.document.body_text[choice.time.row.start_offset : last.row.end_offset]

    def _is_status_day(self, index: int, choice: Choice) -> bool:
        """A day that hangs on the verb that called the event off, or that tells of it, is not when it was due."""
        root, site = self.triggers[index].span.root, choice.time.site
        if self.statuses[index].status not in _CALLED_OFF or choice.operator == "moved" or not choice.cost:
            return False
        verb = clause_verb(root)
        if site.i == verb.i:
            return verb.i != root.i and _is_calling_off(verb.text, self.statuses[index])
        return is_verbal(site) and site.is_ancestor(verb)

    def _direction_of(self, index: int, choice: Choice) -> int:
        """The trigger's direction; none when the expression hangs on a past verb above an act that was only meant."""
        direction, site = self._direction(index), choice.time.site
        if direction < 0 and self._is_present(index):
            return 0
        meant = direction > 0 and site.i != self.triggers[index].span.root.i
        return 0 if meant and tense(site) in (Tense.PAST, Tense.PLUPERFECT) and site.tag_ == "VBD" else direction

    def _direction(self, index: int) -> int:
        status = self.statuses[index].status
        if status in _AHEAD:
            return 1
        if status in (Status.OCCURRED, Status.DENIED):
            return -1
        if status in (Status.NEGATED, Status.RUMORED):
            return 1 if is_ahead(self.triggers[index].span.root) else -1
        return 1 if status is Status.CANCELED and is_ahead(self.triggers[index].span.root) else 0

    # By events

    def _anchor(self, link: Link) -> int | None:
        """The first of the link's anchors that has days, else the first of all."""
        named = [self._previous(link.trigger) if a == PREVIOUS else a for a in link.anchors]
        found = [a for a in named if a is not None and a != link.trigger]
        found = [a for a in found if self.statuses[a].status not in _CALLED_OFF] or found
        fit = self._is_exact if link.rule == OFFSET_RULE else (lambda a: self._days_of(a) is not None)
        return next((a for a in found if fit(a)), found[0] if found else None)

    def _previous(self, index: int) -> int | None:
        """The event told last before a trigger that has days of its own."""
        return next(
            (i for i in range(index - 1, max(index - 1 - _MEMORY, -1), -1) if self._days_of(i) is not None), None
        )

    def _days_of(self, index: int) -> Days | None:
        """The one closed interval of days that a trigger has, if it has one."""
        told = self.told[index]
        return told[0].told.days if len(told) == 1 and not told[0].told.days.is_open else None

    def _is_exact(self, index: int) -> bool:
        """Fit to count days from: the trigger has days, and not more than a week of them."""
        days = self._days_of(index)
        return days is not None and _length(days) <= _EXACT

    def _relation(self, link: Link) -> TriggerRelation | None:
        anchor = self._anchor(link)
        if anchor is None:
            return None
        return TriggerRelation(
            trigger=link.trigger,
            anchor=anchor,
            min_days=link.least,
            max_days=link.most,
            rule=link.rule,
            quote=self.document.body_text[link.start : link.end],
            start_offset=link.start,
            end_offset=link.end,
        )

    def _yields(self, link: Link, measured: set[int]) -> bool:
        """Whether what dates the link's trigger so far gives way: nothing, another event, or words further away."""
        told = self.told[link.trigger]
        if not told or told[0].dating.operator == "relative":
            return True
        if link.trigger in measured:
            return told[0].cost >= _NEAR
        return link.anchors == (PREVIOUS,) and told[0].cost >= _FAR

    def _by_link(self, link: Link, measured: set[int]) -> None:
        """Days by distance from an event: a measured distance beats far words, a mere order fills a gap."""
        if not self._yields(link, measured):
            return
        anchor = self._anchor(link)
        days = None if anchor is None else self._days_of(anchor)
        if anchor is None or days is None or (link.rule == OFFSET_RULE and not self._is_exact(anchor)):
            return
        dating = Dating(
            mention_id="",
            rule=link.rule,
            time_expression_id=None,
            direction=self._direction(link.trigger),
            operator="relative",
        )
        result = days_of(dating, self.rows, self.reference, days, (link.least, link.most))
        quote = self.document.body_text[link.start : link.end]
        why = f"“{quote}”: counted from “{self.triggers[anchor].span.text}”, {_told_words(days)}"
        self.told[link.trigger] = [_Told(dating, result, None, quote, why)]

    def _turned(self, link: Link) -> list[Link]:
        """A distance from a day that is told: "left on Friday, two days after the talks broke down" dates the talks.

        The words reach both; where they date the trigger, what they would give its anchor is a mistake.
        """
        told = self.told[link.trigger]
        if link.rule != OFFSET_RULE or not self._is_exact(link.trigger) or told[0].row is None:
            return [link]
        shared = [anchor for anchor in link.inside if [one.row for one in self.told[anchor]] == [told[0].row]]
        for anchor in shared:
            self.told[anchor] = []
        least = None if link.most is None else -link.most
        most = None if link.least is None else -link.least
        return [
            replace(link, trigger=anchor, anchors=(link.trigger,), least=least, most=most, inside=())
            for anchor in shared
        ] or [link]

    # By the narrative

    def _by_narrative(self, index: int) -> _Told:
        status = self.statuses[index].status
        direction = 0 if status in (Status.ONGOING, Status.POSTPONED) else self._direction(index)
        if status is Status.CANCELED:
            direction = -1
        said = self._by_speech(index, direction)
        if said is not None:
            return said
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

    def _by_speech(self, index: int, direction: int) -> _Told | None:
        """What was told on a day happened up to it, or is to come from it on."""
        root = self.triggers[index].span.root
        speech = self._speech(root) if direction else None
        if speech is not None and direction > 0 and has_semicolon(root.doc, *sorted((root.i, speech.i))):
            return None
        row = None if speech is None else self._time_of(speech)
        if speech is None or row is None:
            return None
        dating = Dating(
            mention_id="",
            rule="said",
            time_expression_id=row.time_expression_id,
            direction=direction,
            operator="said",
        )
        why = explain(dating, row, None)
        return _Told(dating, days_of(dating, self.rows, self.reference), None, None, why)

    @staticmethod
    def _speech(root: Token) -> Token | None:
        """The nearest past verb whose clause complement tells the event."""
        token = root
        while token.head.i != token.i:
            if token.dep_ in ("ccomp", "parataxis") and is_verbal(token.head):
                return token.head
            token = token.head
        return None

    def _time_of(self, verb: Token) -> TimeExpression | None:
        """The expression that dates a verb which need not be a trigger."""
        above = ancestry(verb)
        own = [(distance(t, above, frozenset()), t.order, t) for t in self.times.near(verb) if t.is_date]
        cost, _, time = min(own, default=(_FAR, 0, None))
        if time is None or cost >= _FAR or is_pointer(time) or time.preposition not in ("on", "in", ""):
            return None
        return time.row

    def _row(self, index: int, told: _Told) -> DatedTrigger:
        status = self.statuses[index].status
        lasts = told.dating.is_throughout or (status is Status.ONGOING and told.dating.operator == _NARRATIVE)
        return DatedTrigger(
            status=self._settled(index, told),
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

    def _is_present(self, index: int) -> bool:
        verb = clause_verb(self.triggers[index].span.root)
        return tense(verb) in (Tense.PRESENT, Tense.PROGRESSIVE)

    def _settled(self, index: int, told: _Told) -> Status:
        """The status that the days leave: moved to another day, or told in the present of a day to come, or lasting."""
        status, first, today = self.statuses[index].status, told.told.days.first, self.reference.last
        if told.dating.operator == "moved" and status in (Status.OCCURRED, Status.ONGOING):
            return Status.POSTPONED
        trigger = self.triggers[index]
        if told.is_lasting and status is Status.OCCURRED and (trigger.is_state or trigger.span.root.tag_ == "NN"):
            return Status.ONGOING
        if told.dating.operator == NOT_UNTIL and status is Status.NEGATED:
            return Status.PLANNED if told.dating.direction > 0 else Status.OCCURRED
        if status not in (Status.OCCURRED, Status.ONGOING) or first is None or today is None or first <= today:
            return status
        return Status.PLANNED if self._is_present(index) or self._is_presupposed(index) else status

    def _is_presupposed(self, index: int) -> bool:
        """A noun that no past verb says to have come about: "prepared for the vote on 3 December"."""
        root = self.triggers[index].span.root
        if root.pos_ not in ("NOUN", "PROPN"):
            return False
        if tense(clause_verb(root)) not in _PASTS:
            return True
        top = root
        while top.dep_ in ("compound", "conj", "appos") and top.head.i != top.i:
            top = top.head
        return top.dep_ == "pobj" and top.head.lower_ in _LOOKING_AHEAD

    def _role(self, index: int, told: _Told) -> DayRole:
        status = self._settled(index, told)
        if told.is_status_day:
            return DayRole.STATUS
        if status in _AHEAD or status in _CALLED_OFF or told.dating.direction > 0:
            return DayRole.PLAN
        return DayRole.EVENT


def _length(days: Days) -> int:
    return (days.last - days.first).days + 1 if days.first is not None and days.last is not None else 0


def _is_calling_off(verb: str, status: StatusReading) -> bool:
    return status.cue is not None and status.cue.split()[0] == verb


def _told_words(days: Days) -> str:
    if days.is_day:
        return str(days.first)
    return f"{days.first or '...'} to {days.last or '...'}"
