"""What one article alone says: the value that extraction hands to resolution.

An :class:`ArticleClaims` is a pure function of raw bytes, rules version and what the user gave with the source. It is
plain data (rows of ``schemas`` and small frozen dataclasses), so it can be written to disk and read back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from extractors.days import Days
from schemas import (
    Actor,
    ActorAlias,
    Article,
    ArticleDate,
    ArticleText,
    EventMention,
    Participant,
    Place,
    TimeExpression,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """What the user said about a source on the command line."""

    published_day: date | None = None
    source_name: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RawInput:
    """Bytes as received: where from, what they are, and what the user gave."""

    source_uri: str
    content_sha256: str
    content: bytes
    given: Given = Given()


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """The days on which an article's words can have been spoken, and why.

    ``days`` is a day when the article is dated, an interval otherwise.
    """

    days: Days
    rule: str
    explanation: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ReferenceClue:
    """Words that bound the day an article speaks from, whatever its masthead says.

    ``days`` is what the words alone allow. Examples: "US President-elect" lies between election and
    inauguration; "said on
    9 November" cannot be spoken before that day. ``mention_id`` is null when no event mention carries the clue.
    """

    days: Days
    rule: str
    quote: str
    start_offset: int
    end_offset: int
    mention_id: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Relation:
    """A told distance of days: ``min_days <= day(mention) - day(anchor) <= max_days``; null = no bound.

    The anchor is ``anchor_mention_id``, or, when that is null, the article's reference day (``"upcoming
    summit"``: from 0 days on).
    """

    mention_id: str
    anchor_mention_id: str | None
    min_days: int | None
    max_days: int | None
    rule: str
    quote: str
    start_offset: int
    end_offset: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Dating:
    """How a mention got its told days, so that they can be recomputed when the reference days are known better.

    ``rule`` is the mention's ``date_rule``. ``time_expression_id`` names the expression used (null: the
    reference or a relation
    alone). ``direction`` is -1 for past, 1 for future, 0 where tense does not matter.
    ``operator`` is what the preposition makes of the expression: on, since, by, until, before, after, within,
    from (with ``end_expression_id`` as the other end, also for "between"), moved (from a day that no longer counts),
    said (the expression dates the words that tell of the event), relative (counted from the anchor of this mention's
    relation of the same rule) or narrative (no expression at all). ``is_throughout``: the event filled the days.
    ``is_clipped``: a period that holds the reference day ends or begins with it. ``reach_days``: the length of a
    "within ten days". ``is_told_past``: a verb in the past has the expression, so that days to come without a year are
    those of the year before.
    """

    mention_id: str
    rule: str
    time_expression_id: str | None
    direction: int
    operator: str = "on"
    end_expression_id: str | None = None
    is_throughout: bool = False
    is_clipped: bool = False
    reach_days: int | None = None
    is_told_past: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class RepeatedBlock:
    """A block of text that the page prints again; the second printing is not in the body."""

    quote: str
    start_offset: int
    end_offset: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleClaims:
    """All that one article alone says.

    ``article`` holds the days as the article alone gives them; ``mentions`` carry told days.
    ``actors``, ``aliases`` and ``places`` are those the mentions refer to.
    """

    article: Article
    text: ArticleText
    dates: tuple[ArticleDate, ...]
    time_expressions: tuple[TimeExpression, ...]
    mentions: tuple[EventMention, ...]
    participants: tuple[Participant, ...]
    actors: tuple[Actor, ...]
    aliases: tuple[ActorAlias, ...]
    places: tuple[Place, ...]
    clues: tuple[ReferenceClue, ...]
    relations: tuple[Relation, ...]
    datings: tuple[Dating, ...]
    repeated_blocks: tuple[RepeatedBlock, ...]
