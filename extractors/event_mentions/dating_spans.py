"""When any span of a document happened, as intervals of begin and end: a point in time or a stretch."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from extractors import language
from extractors.claims import Reference
from extractors.days import Days, day_of
from extractors.event_mentions.dating import date_mentions
from extractors.event_mentions.dating_story import story_days
from extractors.event_mentions.document import DatedTrigger, Document, EventDays, StatusReading, Trigger
from extractors.event_mentions.status import read_status
from extractors.event_mentions.status_lexicon import entries_of, words
from extractors.event_mentions.syntax import Tense, clause_verb, is_verbal, tense
from extractors.lexicons import load
from extractors.sentences import split
from extractors.time_expressions import find
from schemas.enumerations import EventType, IntervalKind, Precision, Status

_NEWS = frozenset({Tense.PAST, Tense.PLUPERFECT, Tense.PARTICIPLE, Tense.GERUND, Tense.NONE})
_PERIODS = frozenset({Precision.MONTH, Precision.QUARTER, Precision.SEASON, Precision.YEAR})
_MOMENTS = frozenset({Tense.MODAL, Tense.PRESENT})
#: What is said, wanted or known in the present is said on the day of the news, other acts in the present are states.
_TELLING = frozenset(
    {
        "says: the claim is passed on as it is told",
        "believes; what is not believed is denied",
        "wants, proposes, asks for, considers",
        "plans, promises, agrees to",
    }
)
_VERB_SHAPES = {
    Tense.PRESENT: "now",
    Tense.PROGRESSIVE: "now",
    Tense.PERFECT: "once for a time",
    Tense.PARTICIPLE: "now",
    Tense.PLUPERFECT: "once",
    Tense.FUTURE: "ahead for a time",
    Tense.MODAL: "ahead",
    Tense.INFINITIVE: "ahead for a time",
}
_NOUN_SHAPES = {
    Tense.PRESENT: "now",
    Tense.PROGRESSIVE: "now",
    Tense.INFINITIVE: "now",
    Tense.PERFECT: "once for a time",
    Tense.PARTICIPLE: "once for a time",
    Tense.PLUPERFECT: "once",
}
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
    return EventDays(begin=dated.days, end=dated.days, kind="point")


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
    shape = _shape(event)
    if shape == "now":
        return EventDays(begin=Days(None, reference.last), end=Days(reference.first, None), kind="span")
    if shape in ("ahead", "ahead for a time"):
        ahead = Days(reference.first, None)
        return EventDays(begin=ahead, end=ahead, kind="point" if shape == "ahead" else "span")
    if shape in ("once", "once for a time"):
        past = Days(None, reference.last)
        return EventDays(begin=past, end=past, kind="point" if shape == "once" else "span")
    days = story_days(document) if tense(clause_verb(event.trigger.span.root)) in _NEWS else reference
    return EventDays(begin=days, end=days, kind="point")


def _shape(event: _Event) -> str:
    """One of: now, ahead, ahead for a time, once, once for a time, news."""
    root, status = event.trigger.span.root, event.status.status
    form = tense(clause_verb(root))
    if status is Status.ONGOING:
        return "now"
    if status in _OPEN:
        return "ahead" if form in _MOMENTS or root.pos_ == "NOUN" else "ahead for a time"
    if status is Status.RUMORED and form in _NEWS:
        return "once"
    return _shape_of_fact(event, root, form)


def _shape_of_fact(event: _Event, root: Token, form: Tense) -> str:
    """The shape of what is told as a fact, by its tense."""
    if not is_verbal(root):
        return _NOUN_SHAPES.get(form, "news")
    if form is Tense.PAST and root.dep_ in ("advcl", "relcl"):
        return "once"  # what is told beside the news happened before it
    if _TELLING & set(entries_of(root)):
        return "once" if form is Tense.PERFECT else "news"
    if event.trigger.is_state and form is Tense.PAST:
        return "once for a time"
    return _VERB_SHAPES.get(form, "news")
