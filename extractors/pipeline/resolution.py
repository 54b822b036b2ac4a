"""Many articles' claims onto one calendar: every table that depends on other articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from extractors import calendar
from extractors.articles import Copy
from extractors.calendar import Calendar
from extractors.claims import ArticleClaims
from extractors.events import Merging, forget
from extractors.pipeline.memory import Memory
from extractors.pipeline.parties import Cast
from extractors.pipeline.versions import mark_versions
from schemas import Article, Correction, EventId
from schemas.corrections import CorrectionKind

#: The rows of every table that resolution fills, by table name.
Tables = dict[str, list[Any]]


def resolve(
    claims: Sequence[ArticleClaims],
    ledger: Sequence[EventId] = (),
    corrections: Sequence[Correction] = (),
    memory: Memory | None = None,
) -> Tables:
    """All tables of one generation but the journal, the dictionary and the rejections.

    Args:
        claims: what each article says; of one address, in the order in which its versions were received.
        ledger: the event ids given so far.
        corrections: what people have said against the tables.
        memory: what is known from earlier calls, whatever they were about; kept up to date, so that the next call only
            does what is new. The tables are the same with and without it.
    """
    if memory is None:
        try:
            return resolve(claims, ledger, corrections, Memory())
        finally:
            forget()
    versions = memory.familiar(mark_versions(claims))
    retracted = {each.article_id for each in corrections if each.kind is CorrectionKind.RETRACT}
    is_speaking = [each.article.is_latest and each.article.article_id not in retracted for each in versions]
    speaking = [each for each, speaks in zip(versions, is_speaking, strict=True) if speaks]
    silent = [each for each, speaks in zip(versions, is_speaking, strict=True) if not speaks]
    copies = memory.copies.find(
        [(each.article.article_id, each.text.body_text, each.article.published_day) for each in speaking]
    )
    superseded = [each for each in versions if not each.article.is_latest]
    merging, solved = _on_one_calendar(speaking, superseded, ledger, corrections, copies, memory)
    return _tables([*solved.claims, *silent], merging, solved, copies, memory.cast)


def _on_one_calendar(
    speaking: Sequence[ArticleClaims],
    superseded: Sequence[ArticleClaims],
    ledger: Sequence[EventId],
    corrections: Sequence[Correction],
    copies: Mapping[str, Copy],
    memory: Memory,
) -> tuple[Merging, Calendar]:
    """Merge and solve; once more when other articles moved a reference day, since days decide what can merge."""
    merging = memory.events.merge(speaking, ledger, corrections, superseded)
    solved = calendar.solve(speaking, merging, copies, corrections, memory.calendar)
    before = {each.article.article_id: _reference(each) for each in speaking}
    if all(_reference(each) == before[each.article.article_id] for each in solved.claims):
        return merging, solved
    merging = memory.events.merge(solved.dated, ledger, corrections, superseded)
    return merging, calendar.solve(speaking, merging, copies, corrections, memory.calendar)


def _reference(claims: ArticleClaims) -> tuple[Any, Any]:
    return claims.article.reference_first_day, claims.article.reference_last_day


def _tables(
    claims: Sequence[ArticleClaims], merging: Merging, solved: Calendar, copies: Mapping[str, Copy], cast: Cast
) -> Tables:
    parties = cast.named(claims, merging)
    return {
        "articles": [_with_copy(each, copies) for each in claims],
        "article_texts": [each.text for each in claims],
        "article_dates": list(chain.from_iterable(each.dates for each in claims)),
        "time_expressions": list(chain.from_iterable(each.time_expressions for each in claims)),
        "event_mentions": list(chain.from_iterable(each.mentions for each in claims)),
        "participants": parties.participants,
        "actors": parties.actors,
        "actor_aliases": parties.aliases,
        "places": parties.places,
        "events": list(solved.events),
        "event_participants": list(solved.event_participants),
        "evidence": cast.evidence(merging),
        "event_ids": list(merging.ledger),
        "event_redirects": list(merging.redirects),
        "event_status": list(solved.event_status),
        "count_claims": list(solved.count_claims),
        "day_bounds": list(solved.day_bounds),
        "findings": list(solved.findings),
        "finding_evidence": list(solved.finding_evidence),
    }


def _with_copy(claims: ArticleClaims, copies: Mapping[str, Copy]) -> Article:
    copy = copies.get(claims.article.article_id)
    if copy is None:
        return claims.article
    return replace(claims.article, duplicate_of=copy.duplicate_of, source_family=copy.source_family)
