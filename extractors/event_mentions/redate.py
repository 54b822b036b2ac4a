"""Told days again, for reference days that are known better: recipes are followed anew, no text is parsed."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from extractors.claims import ArticleClaims, Dating, Reference, Relation
from extractors.days import ANY_DAY, Days
from extractors.event_mentions.dating_days import ToldDays, days_of, explain
from extractors.time_expressions import find
from schemas import EventMention, TimeExpression

#: Events dated by events dated by events: deeper chains keep only the direction of time.
_DEPTH = 3


def redate(claims: ArticleClaims, reference: Reference) -> ArticleClaims:
    """``claims`` with the days of expressions and mentions recomputed for ``reference``; same reference, same claims.

    A mention without a recipe keeps its days. Relations, datings and everything that is not a day stay as they are.
    """
    days = reference.days
    known = None if days == ANY_DAY else days
    expressions = tuple(find(claims.text.body_text, known, article_id=claims.article.article_id))
    article = dataclasses.replace(
        claims.article,
        reference_first_day=days.first,
        reference_last_day=days.last,
        reference_explanation=reference.explanation,
    )
    rows = {row.time_expression_id: row for row in expressions}
    told = _told(claims, rows, days)
    mentions = tuple(
        _redated(mention, told[mention.mention_id], rows) if mention.mention_id in told else mention
        for mention in claims.mentions
    )
    return dataclasses.replace(claims, article=article, time_expressions=expressions, mentions=mentions)


def _told(
    claims: ArticleClaims, rows: Mapping[str, TimeExpression], reference: Days
) -> dict[str, tuple[Dating, ToldDays]]:
    """Days by mention id: first those told in words, then those counted from other mentions."""
    told: dict[str, tuple[Dating, ToldDays]] = {}
    relations = {(r.mention_id, r.rule): r for r in claims.relations}
    relative = [d for d in claims.datings if d.operator == "relative"]
    for dating in claims.datings:
        if dating.operator != "relative":
            told[dating.mention_id] = dating, days_of(dating, rows, reference)
    for _ in range(_DEPTH):
        for dating in relative:
            relation = relations.get((dating.mention_id, dating.rule))
            told[dating.mention_id] = dating, _relative(dating, relation, told, rows, reference)
    return told


def _relative(
    dating: Dating,
    relation: Relation | None,
    told: Mapping[str, tuple[Dating, ToldDays]],
    rows: Mapping[str, TimeExpression],
    reference: Days,
) -> ToldDays:
    anchor = None if relation is None else told.get(relation.anchor_mention_id or "")
    reach = (None, None) if relation is None else (relation.min_days, relation.max_days)
    return days_of(dating, rows, reference, None if anchor is None else anchor[1].days, reach)


def _redated(mention: EventMention, told: tuple[Dating, ToldDays], rows: Mapping[str, TimeExpression]) -> EventMention:
    dating, days = told
    row = rows.get(dating.time_expression_id or "")
    return dataclasses.replace(
        mention,
        told_first_day=days.days.first,
        told_last_day=days.days.last,
        first_day=days.days.first,
        last_day=days.days.last,
        begin_last_day=days.begin_last_day,
        end_first_day=days.end_first_day,
        precision=days.precision,
        explanation=mention.explanation if row is None else explain(dating, row, mention.time_text),
    )
