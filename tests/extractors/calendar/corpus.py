"""Small invented corpora: claims without any text processing, for tests of the calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from extractors import calendar
from extractors.calendar import Calendar
from extractors.claims import ArticleClaims, ReferenceClue, Relation, RepeatedBlock
from extractors.events import Merging
from schemas import Article, ArticleDate, ArticleText, Correction, EventMention, Participant
from schemas.enumerations import (
    CountOperator,
    DayRole,
    EventType,
    IntervalKind,
    MastheadVerdict,
    Precision,
    PublishedMethod,
    ReferenceMethod,
    Role,
    Status,
)


@dataclass(frozen=True)
class Copied:
    """Of which article another is a copy."""

    duplicate_of: str | None
    source_family: str


def day(text: str | None) -> date | None:
    """An ISO day."""
    return None if text is None else date.fromisoformat(text)


def mention(mention_id: str, first: str | None, last: str | None = None, **changes: Any) -> EventMention:
    """A claim told for ``first .. last`` (``last`` None: the day ``first``); ``mention_id`` is ``article:number``."""
    article_id = mention_id.partition(":")[0]
    trigger = changes.pop("trigger", "talks")
    sentence = changes.pop("sentence", f"The {trigger} at Marlow Hall, number {mention_id}, were told of here.")
    told_last = day(last) if last is not None else day(first)
    row = EventMention(
        mention_id=mention_id,
        article_id=article_id,
        sentence_number=0,
        sentence=sentence,
        trigger=trigger,
        start_offset=sentence.index(trigger),
        end_offset=sentence.index(trigger) + len(trigger),
        event_type=EventType.CONSULT,
        event_mode=None,
        cameo_code=None,
        status=Status.OCCURRED,
        status_cue=None,
        attributed_to=None,
        attribution_verb=None,
        is_quotation=False,
        time_expression_id="a time",
        time_text="then",
        told_first_day=day(first),
        told_last_day=told_last,
        first_day=None,
        last_day=None,
        begin_last_day=None,
        end_first_day=None,
        precision=Precision.DAY,
        interval_kind=IntervalKind.WITHIN,
        day_role=DayRole.EVENT,
        date_rule="date",
        explanation="told",
        place_id=None,
        place=None,
        count=None,
        count_operator=None,
    )
    return replace(row, **changes)


def untimed(mention_id: str, first: str | None, last: str | None, **changes: Any) -> EventMention:
    """A claim without words for a time, bounded by tense alone; None is unbounded."""
    row = mention(mention_id, first, last, time_expression_id=None, time_text=None, date_rule="narrative", **changes)
    return replace(row, told_first_day=day(first), told_last_day=day(last), precision=Precision.OPEN)


def counting(mention_id: str, first: str, last: str, count: int, **changes: Any) -> EventMention:
    """A claim that tells a number of events in ``first .. last``."""
    return mention(mention_id, first, last, count=count, count_operator=CountOperator.EXACTLY, **changes)


def article(
    article_id: str,
    mentions: Sequence[EventMention],
    *,
    published: str | None = None,
    reference: tuple[str | None, str | None] = (None, None),
    relations: Sequence[Relation] = (),
    clues: Sequence[ReferenceClue] = (),
    dates: Sequence[ArticleDate] = (),
    blocks: Sequence[RepeatedBlock] = (),
    parties: Mapping[str, Sequence[str]] | None = None,
) -> ArticleClaims:
    """One article; its body is the sentences of its mentions. ``parties`` maps mention ids to actor ids."""
    body, placed = "", []
    for row in mentions:
        start = body.find(row.sentence)
        if start < 0:
            start = len(body)
            body += row.sentence + "\n\n"
        placed.append(replace(row, start_offset=start + row.start_offset, end_offset=start + row.end_offset))
    first, last = (published, published) if published else reference
    head = Article(
        article_id=article_id,
        source_uri=f"{article_id}.txt",
        source_name=None,
        reader="text",
        title=None,
        language="en",
        content_sha256=article_id,
        version_of=None,
        is_latest=True,
        masthead_day=None,
        masthead_verdict=MastheadVerdict.ABSENT,
        published_day=day(published),
        published_method=PublishedMethod.METADATA if published else PublishedMethod.NONE,
        reference_first_day=day(first),
        reference_last_day=day(last),
        reference_method=ReferenceMethod.PUBLISHED if published else ReferenceMethod.CONTENT,
        reference_explanation="its own words",
        duplicate_of=None,
        source_family=article_id,
        character_count=len(body),
    )
    return ArticleClaims(
        article=head,
        text=ArticleText(article_id=article_id, body_text=body),
        dates=tuple(dates),
        time_expressions=(),
        mentions=tuple(placed),
        participants=tuple(_participants(parties or {})),
        actors=(),
        aliases=(),
        places=(),
        clues=tuple(clues),
        relations=tuple(relations),
        datings=(),
        repeated_blocks=tuple(blocks),
    )


def _participants(parties: Mapping[str, Sequence[str]]) -> list[Participant]:
    return [
        Participant(
            mention_id=mention_id,
            participant_number=number,
            role=Role.ACTOR,
            actor_id=actor,
            name=actor,
            start_offset=None,
            end_offset=None,
        )
        for mention_id, actors in parties.items()
        for number, actor in enumerate(actors)
    ]


def order(mention_id: str, anchor_id: str, least: int | None, most: int | None) -> Relation:
    """``mention_id`` took place ``least .. most`` days after ``anchor_id``."""
    return Relation(
        mention_id=mention_id,
        anchor_mention_id=anchor_id,
        min_days=least,
        max_days=most,
        rule="order",
        quote="after",
        start_offset=0,
        end_offset=5,
    )


def merged(groups: Mapping[str, Sequence[str]]) -> Merging:
    """Mentions grouped into events; the event id is the label, too."""
    return Merging(
        groups={event_id: tuple(sorted(members)) for event_id, members in sorted(groups.items())},
        ledger=(),
        redirects=(),
        labels={event_id: event_id for event_id in groups},
        actor_ids={},
    )


def solved(
    articles: Sequence[ArticleClaims],
    groups: Mapping[str, Sequence[str]],
    copies: Mapping[str, Copied] | None = None,
    corrections: Sequence[Correction] = (),
) -> Calendar:
    """The calendar of a small corpus."""
    return calendar.solve(articles, merged(groups), copies or {}, corrections)
