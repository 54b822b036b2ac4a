"""A claim as the calendar weighs it: one mention, who tells it, and from when on a reader could know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from extractors.claims import ArticleClaims, Relation
from extractors.days import Days
from extractors.events.lexemes import is_past_form
from schemas import Article, EventMention, Place
from schemas.enumerations import Anchor, DayRole, EventType, Precision, Role, Status

#: How explanations of told days name the past tense.
_PAST = "in a clause about the past"


class Copy(Protocol):
    """Of which article another one is a near-copy, and which source family it counts with."""

    @property
    def duplicate_of(self) -> str | None:
        """The article copied; null for an original."""

    @property
    def source_family(self) -> str:
        """Articles of one family count as one source."""


@dataclass(frozen=True, slots=True)
class Source:
    """As which source family an article counts, how far it is trusted, and whether it is a near-copy of another."""

    family: str
    trust: int
    is_copy: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part: the id and the name by which the party is known over all articles."""

    actor_id: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """One mention with the article that tells it, and all that other articles say of its parties, place and source.

    Two reports are equal only when they are one object: whatever is worked out from reports alone can be remembered by
    them. What its told days rest on: words for a time (``is_timed``), counted from the article's own day
    (``is_relative``), or another event (``is_related``; ``is_ordered`` when only before or after it); else the tense
    alone. ``announced`` are the days of the statement that the claim is the content of, where the article dates it.
    """

    mention: EventMention
    article: Article
    source: Source
    is_timed: bool
    is_relative: bool
    is_related: bool
    is_ordered: bool = False
    announced: Days | None = None
    parties: tuple[Party, ...] = ()
    place: Place | None = None

    @property
    def told(self) -> Days:
        """The days that the article alone gives the event."""
        return Days(self.mention.told_first_day, self.mention.told_last_day)

    @property
    def order(self) -> tuple[date, date, str, int]:
        """Sorts reports by when they could be known, then by article and place in the text."""
        first, last = self.article.reference_first_day, self.article.reference_last_day
        day = self.article.published_day
        return (day or first or date.min, day or last or date.max, self.article.article_id, self.mention.start_offset)


def reports_of(
    claims: ArticleClaims,
    source: Source,
    parties: Mapping[str, tuple[Party, ...]] | None = None,
    places: Mapping[str, Place] | None = None,
) -> dict[str, Report]:
    """Every mention of an article as a report, by mention id; ``parties`` are by mention id, ``places`` by place id."""
    counted = {row.time_expression_id for row in claims.time_expressions if row.anchor is Anchor.REFERENCE}
    related = {row.mention_id for row in claims.relations if row.anchor_mention_id is not None}
    ordered = {row.mention_id for row in claims.relations if row.anchor_mention_id and _is_one_sided(row)}
    statements = _statements(claims)
    return {
        mention.mention_id: Report(
            mention=_as_known(mention, claims.article),
            article=claims.article,
            source=source,
            is_timed=is_timed(mention, claims.article),
            is_relative=mention.time_expression_id in counted,
            is_related=mention.mention_id in related,
            is_ordered=mention.mention_id in ordered,
            announced=_announced(mention, statements.get(mention.sentence_number, ())),
            parties=(parties or {}).get(mention.mention_id, ()),
            place=(places or {}).get(mention.place_id or ""),
        )
        for mention in claims.mentions
    }


def _as_known(mention: EventMention, article: Article) -> EventMention:
    """The claim; what a noun presupposes for days after the words ("next year's election") is still to come."""
    is_over = mention.status in {Status.OCCURRED, Status.ONGOING}
    first, spoken = mention.told_first_day, article.reference_last_day
    if not is_over or first is None or spoken is None or first <= spoken:
        return mention
    word = mention.trigger.split()[0].lower()
    is_told_past = is_past_form(word) or word.endswith("ing")
    # a day that the tense puts into the past contradicts the day of the words instead: a finding, no plan
    if is_told_past or (mention.precision is Precision.DAY and _PAST in mention.explanation):
        return mention
    return replace(mention, status=Status.PLANNED, day_role=DayRole.PLAN)


def _is_one_sided(relation: Relation) -> bool:
    return relation.min_days is None or relation.max_days is None


def is_timed(mention: EventMention, article: Article) -> bool:
    """Words of the article give the claim a time; "recently" or "soon" say no more than the tense."""
    if mention.time_expression_id is None:
        return False
    told = mention.told_first_day, mention.told_last_day
    return told not in {(None, None), (None, article.reference_last_day), (article.reference_first_day, None)}


def _statements(claims: ArticleClaims) -> dict[int, list[EventMention]]:
    """The dated statements of each sentence."""
    found: dict[int, list[EventMention]] = {}
    for mention in claims.mentions:
        is_dated = mention.time_expression_id is not None and mention.told_last_day is not None
        if mention.event_type is EventType.STATEMENT and mention.status is Status.OCCURRED and is_dated:
            found.setdefault(mention.sentence_number, []).append(mention)
    return found


def _announced(mention: EventMention, statements: Iterable[EventMention]) -> Days | None:
    """The days of the nearest statement before the claim, in its sentence, with the claim's own reporting word."""
    verb = mention.attribution_verb
    before = [one for one in statements if one.end_offset <= mention.start_offset and verb and verb in one.trigger]
    if not before:
        return None
    statement = max(before, key=lambda one: one.start_offset)
    return Days(statement.told_first_day, statement.told_last_day)
