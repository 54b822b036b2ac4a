"""Small articles for the tests of merging: what is told in one line each."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractors.claims import ArticleClaims
from schemas import Actor, Article, ArticleText, EventMention, Participant, Place
from schemas.enumerations import (
    ActorKind,
    DayRole,
    EventType,
    IntervalKind,
    MastheadVerdict,
    PartOfSpeech,
    PlacePrecision,
    Precision,
    PublishedMethod,
    ReferenceMethod,
    Role,
    Status,
)

PERSONS = {"Callum Orde": "ANT", "Moira Fenn": "BEL", "Fenn": "BEL", "Mira Halasz": None, "Jozef Marin": None}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One mention: its sentence with the trigger between ``*``, and what was read in it."""

    text: str
    event_type: EventType = EventType.CONSULT
    mode: str | None = "meet"
    parties: tuple[str, ...] = ()
    place: str | None = None
    first: date | None = None
    last: date | None = None
    status: Status = Status.OCCURRED
    count: int | None = None
    phrase: str | None = None
    part_of_speech: PartOfSpeech = PartOfSpeech.VERB


def article(name: str, lines: Sequence[Line], body: str = "") -> ArticleClaims:
    """The claims of an article with these lines as its sentences."""
    article_id = _hash(name)
    sentences = [line.text.replace("*", "") for line in lines]
    mentions = tuple(_mention(article_id, number, line) for number, line in enumerate(lines))
    names = sorted({party for line in lines for party in line.parties})
    return ArticleClaims(
        article=_article(article_id, name),
        text=ArticleText(article_id=article_id, body_text=" ".join([*sentences, body])),
        dates=(),
        time_expressions=(),
        mentions=mentions,
        participants=tuple(
            Participant(
                mention_id=mention.mention_id,
                participant_number=number,
                role=Role.PARTICIPANT,
                actor_id=_hash(party),
                name=party,
                start_offset=None,
                end_offset=None,
            )
            for mention, line in zip(mentions, lines, strict=True)
            for number, party in enumerate(line.parties)
        ),
        actors=tuple(actor(name) for name in names),
        aliases=(),
        places=tuple(_place(place) for place in sorted({line.place for line in lines if line.place})),
        clues=(),
        relations=(),
        datings=(),
        repeated_blocks=(),
    )


def actor(name: str, wikidata_id: str | None = None) -> Actor:
    """A person of PERSONS, or an organization."""
    kind = ActorKind.PERSON if name in PERSONS else ActorKind.ORGANIZATION
    actor_id = _hash(name + (wikidata_id or ""))
    return Actor(actor_id=actor_id, name=name, kind=kind, country_code=PERSONS.get(name), wikidata_id=wikidata_id)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _place(name: str) -> Place:
    return Place(
        place_id=_hash(name),
        name=name,
        admin=None,
        country_code="ANT",
        latitude=None,
        longitude=None,
        place_precision=PlacePrecision.CITY,
    )


def _mention(article_id: str, number: int, line: Line) -> EventMention:
    before, trigger, _ = line.text.split("*")
    return EventMention(
        mention_id=_hash(f"{article_id} {number} {trigger}"),
        article_id=article_id,
        sentence_number=number,
        sentence=line.text.replace("*", ""),
        trigger=trigger,
        part_of_speech=line.part_of_speech,
        phrase=line.phrase,
        start_offset=len(before),
        end_offset=len(before) + len(trigger),
        event_type=line.event_type,
        event_mode=line.mode,
        cameo_code=None,
        status=line.status,
        status_cue=None,
        attributed_to=None,
        attribution_verb=None,
        is_quotation=False,
        time_expression_id=None,
        time_text="then" if line.first else None,
        told_first_day=line.first,
        told_last_day=line.last or line.first,
        first_day=line.first,
        last_day=line.last or line.first,
        begin_last_day=None,
        end_first_day=None,
        precision=Precision.DAY,
        interval_kind=IntervalKind.WITHIN,
        day_role=DayRole.PLAN if line.status in {Status.PLANNED, Status.CANCELED} else DayRole.EVENT,
        date_rule="test",
        explanation="",
        place_id=_hash(line.place) if line.place else None,
        place=line.place,
        count=line.count,
        count_operator=None,
    )


def _article(article_id: str, name: str) -> Article:
    return Article(
        article_id=article_id,
        source_uri=name,
        source_name=None,
        reader="text",
        title=None,
        language="en",
        content_sha256=article_id,
        version_of=None,
        is_latest=True,
        masthead_day=None,
        masthead_verdict=MastheadVerdict.ABSENT,
        published_day=None,
        published_method=PublishedMethod.NONE,
        reference_first_day=None,
        reference_last_day=None,
        reference_method=ReferenceMethod.CONTENT,
        reference_explanation="",
        duplicate_of=None,
        source_family=article_id,
        character_count=0,
    )
