"""One article's claims, composed of what the parts of this room read."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extractors import language
from extractors.claims import Dating, Relation
from extractors.event_mentions.candidates import Candidate, Times, find_candidates
from extractors.event_mentions.dating import date_mentions
from extractors.event_mentions.document import DatedTrigger, Document, StatusReading, Trigger, TriggerRelation
from extractors.event_mentions.gate import sentences_to_parse
from extractors.event_mentions.status import read_status
from extractors.event_mentions.worth import choose
from extractors.sentences import split
from schemas import Actor, ActorAlias, EventMention, Participant, Place
from schemas.enumerations import EventType


@dataclass(frozen=True, kw_only=True, slots=True)
class Mentions:
    """All that one article claims about events; ``actors``, ``aliases`` and ``places`` are those referred to."""

    mentions: tuple[EventMention, ...] = ()
    participants: tuple[Participant, ...] = ()
    actors: tuple[Actor, ...] = ()
    aliases: tuple[ActorAlias, ...] = ()
    places: tuple[Place, ...] = ()
    relations: tuple[Relation, ...] = ()
    datings: tuple[Dating, ...] = ()


#: What an article in a language that is not understood claims.
NO_MENTIONS = Mentions()


def extract_mentions(document: Document) -> Mentions:
    """Every claim about an event in the body of ``document``, in the order of the text.

    The title is no evidence. ``told_*`` and the plain days are equal here; resolution sharpens the plain ones.
    """
    bounds = split(document.body_text)
    kept = sentences_to_parse(document, bounds)
    if not kept:
        return NO_MENTIONS
    with language.nlp().memory_zone():
        doc = language.parse(document.body_text, bounds, kept)
        return _read(document, doc, bounds)


def _read(document: Document, doc: Doc, bounds: Sequence[tuple[int, int]]) -> Mentions:
    times = Times(doc, document.time_expressions)
    chosen = choose(find_candidates(doc, times), times)
    triggers = [_trigger(candidate) for candidate in chosen]
    statuses = [read_status(trigger.span) for trigger in triggers]
    dated, told = date_mentions(document, doc, triggers, statuses)
    numbers = _sentence_numbers(bounds, [trigger.span.start_char for trigger in triggers])
    rows: list[EventMention] = []
    datings: list[Dating] = []
    ids: list[str] = []
    seen: Counter[tuple[int, str]] = Counter()
    for index, trigger in enumerate(triggers):
        for one in dated[index]:
            mention = _mention(document, trigger, statuses[index], one, (numbers[index], *bounds[numbers[index]]), seen)
            rows.append(mention)
            datings.append(replace(one.dating, mention_id=mention.mention_id))
            if len(ids) == index:
                ids.append(mention.mention_id)
    return Mentions(mentions=tuple(rows), relations=tuple(_relation(r, ids) for r in told), datings=tuple(datings))


def _trigger(candidate: Candidate) -> Trigger:
    sense = candidate.sense
    if sense is None:
        return Trigger(span=candidate.span, event_type=EventType.OTHER)
    return Trigger(
        span=candidate.span,
        event_type=sense.event_type,
        event_mode=sense.mode,
        cameo_code=sense.cameo_code,
        is_state=sense.is_state,
    )


def _sentence_numbers(bounds: Sequence[tuple[int, int]], offsets: Sequence[int]) -> list[int]:
    numbers, number = [], 0
    for offset in offsets:
        while number + 1 < len(bounds) and bounds[number + 1][0] <= offset:
            number += 1
        numbers.append(number)
    return numbers


def _relation(told: TriggerRelation, ids: Sequence[str]) -> Relation:
    return Relation(
        mention_id=ids[told.trigger],
        anchor_mention_id=None if told.anchor is None else ids[told.anchor],
        min_days=told.min_days,
        max_days=told.max_days,
        rule=told.rule,
        quote=told.quote,
        start_offset=told.start_offset,
        end_offset=told.end_offset,
    )


def mention_id_of(article_id: str, sentence: str, trigger: str, occurrence: int) -> str:
    """The id of the ``occurrence``-th claim (from 0) with this trigger in this sentence: 16 hexadecimal digits."""
    return hashlib.sha256(f"{article_id}\n{sentence}\n{trigger}\n{occurrence}".encode()).hexdigest()[:16]


def _mention(
    document: Document,
    trigger: Trigger,
    status: StatusReading,
    dated: DatedTrigger,
    sentence: tuple[int, int, int],
    seen: Counter[tuple[int, str]],
) -> EventMention:
    number, start, end = sentence
    text, words = document.body_text[start:end], trigger.span.text
    occurrence = seen[number, words]
    seen[number, words] += 1
    row = dated.time_expression
    return EventMention(
        mention_id=mention_id_of(document.article_id, text, words, occurrence),
        article_id=document.article_id,
        sentence_number=number,
        sentence=text,
        trigger=words,
        start_offset=trigger.span.start_char,
        end_offset=trigger.span.end_char,
        event_type=trigger.event_type,
        event_mode=trigger.event_mode,
        cameo_code=trigger.cameo_code,
        status=status.status,
        status_cue=status.cue,
        attributed_to=None,
        attribution_verb=None,
        is_quotation=False,
        time_expression_id=row.time_expression_id if row else None,
        time_text=dated.time_text,
        told_first_day=dated.days.first,
        told_last_day=dated.days.last,
        first_day=dated.days.first,
        last_day=dated.days.last,
        begin_last_day=dated.begin_last_day,
        end_first_day=dated.end_first_day,
        precision=dated.precision,
        interval_kind=dated.interval_kind,
        day_role=dated.day_role,
        date_rule=dated.dating.rule,
        explanation=dated.explanation,
        place_id=None,
        place=None,
        count=None,
        count_operator=None,
    )
