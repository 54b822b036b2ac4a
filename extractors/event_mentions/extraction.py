"""One article's claims, composed of what the parts of this room read."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extractors import language
from extractors.claims import Dating, Relation
from extractors.event_mentions.attribution import Attribution
from extractors.event_mentions.candidates import Candidate, find_candidates
from extractors.event_mentions.cast import Cast
from extractors.event_mentions.counts import find_count
from extractors.event_mentions.datelines import dateline
from extractors.event_mentions.dating import date_mentions
from extractors.event_mentions.document import Document, Trigger, TriggerRelation
from extractors.event_mentions.gate import sentences_to_parse
from extractors.event_mentions.participants import Part, find_parts
from extractors.event_mentions.phrasing import phrase_of
from extractors.event_mentions.places import find_where
from extractors.event_mentions.quotations import Quotations
from extractors.event_mentions.reference_resolution import Resolver
from extractors.event_mentions.rows import Claim, Rows
from extractors.event_mentions.status import read_status
from extractors.event_mentions.times import Times
from extractors.event_mentions.turns import Turns
from extractors.event_mentions.understood import add_understood
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
        turns = Turns(document.body_text)
        filed = dateline(document.body_text)
        hidden = [*([filed] if filed else []), *((turn.start, turn.label_end) for turn in turns.turns)]
        doc = language.parse(document.body_text, bounds, kept, hidden)
        return _read(document, doc, bounds, turns)


def _read(document: Document, doc: Doc, bounds: Sequence[tuple[int, int]], turns: Turns) -> Mentions:
    times = Times(doc, document.time_expressions)
    cast = Cast(doc, times.inside)
    resolver = Resolver(doc, cast)
    chosen = choose(find_candidates(doc, times), times, lambda token: bool(resolver.parties(token)))
    attribution = Attribution(resolver, Quotations(document.body_text), turns)
    named = [find_parts(candidate, cast, resolver) for candidate in chosen]
    claims = list(_claims(bounds, chosen, add_understood(chosen, named, cast, times), cast, attribution))
    dated, told = date_mentions(document, doc, [c.trigger for c in claims], [c.status for c in claims])
    # last, because asking whom a word means teaches the resolver
    phrases = [phrase_of(candidate, resolver, times.inside) for candidate in chosen]
    told_as = [replace(claim, phrase=phrase) for claim, phrase in zip(claims, phrases, strict=True)]
    rows = Rows(document)
    ids = [next(iter([rows.add(claim, day) for day in days])) for claim, days in zip(told_as, dated, strict=True)]
    return Mentions(
        mentions=tuple(rows.mentions),
        participants=tuple(rows.participants),
        actors=tuple(rows.actors.values()),
        aliases=tuple(rows.aliases.values()),
        places=tuple(rows.places.values()),
        relations=tuple(_relation(relation, ids) for relation in told),
        datings=tuple(rows.datings),
    )


def _claims(
    bounds: Sequence[tuple[int, int]],
    chosen: Sequence[Candidate],
    parts: Sequence[Sequence[Part]],
    cast: Cast,
    attribution: Attribution,
) -> Iterator[Claim]:
    starts = [start for start, _ in bounds]
    for candidate, named in zip(chosen, parts, strict=True):
        number = bisect.bisect_right(starts, candidate.span.start_char) - 1
        yield Claim(
            trigger=_trigger(candidate),
            status=read_status(candidate.span),
            source=attribution.source_of(candidate.head),
            parts=tuple(named),
            where=find_where(candidate, cast),
            count=find_count(candidate),
            sentence=(number, *bounds[number]),
        )


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
