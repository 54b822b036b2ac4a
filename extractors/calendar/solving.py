"""All claims onto one calendar: reference days, event days, status histories, counts, bounds and findings."""

from __future__ import annotations

import dataclasses
import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractors.calendar.bounds import Bound, rated_trust, row_of
from extractors.calendar.calendars import Calendar
from extractors.calendar.corrected import corrected_days, dismissed, redated_bounds
from extractors.calendar.counts import Counted, counted
from extractors.calendar.event_days import days_of, disputed, mention_days
from extractors.calendar.event_rows import Cast, EventDays, event_row, status_rows
from extractors.calendar.evidence import Shown
from extractors.calendar.findings import (
    contradiction_findings,
    copy_findings,
    count_findings,
    publication_findings,
    repeat_findings,
    with_conflicts,
)
from extractors.calendar.lore import lore_bounds
from extractors.calendar.offsets import Offset, offsets_of
from extractors.calendar.reports import Copy, grouped, reports_of
from extractors.calendar.settling import Settled, settle
from extractors.calendar.standing import standing_of
from extractors.calendar.telling import Happening, Sources, Telling, happening, occasions, tell
from extractors.calendar.undated import clue_bounds, is_undated, reference_days, sharpened, thumb_days
from extractors.claims import ArticleClaims, Reference
from extractors.days import Days
from extractors.event_mentions import redate
from extractors.events import Merging
from schemas import Correction, DayBound, Participant
from schemas.enumerations import IntervalKind, ReferenceMethod

#: Rounds of telling days again for sharper reference days; each round only takes days away.
_MOST_ROUNDS = 6


def solve(
    claims: Sequence[ArticleClaims],
    merging: Merging,
    copies: Mapping[str, Copy],
    corrections: Sequence[Correction] = (),
) -> Calendar:
    """The calendar of ``claims``; the same whatever their order.

    ``merging`` says which mentions are one event, ``copies`` which articles repeat which (by article id).
    """
    given = sorted(claims, key=lambda one: one.article.article_id)
    board = _settled(given, merging, _sources(given, copies), corrections)
    in_dispute = disputed(board.settled)
    days = {event_id: days_of(event, board.settled, in_dispute) for event_id, event in board.happenings.items()}
    days |= {one: EventDays(days=told, kind=IntervalKind.WITHIN) for one, told in corrected_days(corrections).items()}
    cast = _cast(board.claims, merging, copies)
    rows = {
        event_id: event_row(
            event_id, merging.labels.get(event_id, ""), event.reports, event.standing, days[event_id], cast
        )
        for event_id, event in board.happenings.items()
    }
    counts = counted(board.claims, board.happenings, days, rows, cast)
    findings = _findings(board, merging, copies, counts)
    disputes, seen = with_conflicts(findings), dismissed(corrections)
    statuses = [row for event_id, event in board.happenings.items() for row in status_rows(event_id, event.reports)]
    return Calendar(
        claims=tuple(_with_days(one, days, board.happenings, merging) for one in board.claims),
        events=tuple(dataclasses.replace(row, has_conflict=event_id in disputes) for event_id, row in rows.items()),
        event_status=tuple(sorted(statuses, key=lambda row: (row.event_id, row.mention_id))),
        count_claims=tuple(sorted((one.claim for one in counts), key=lambda row: row.mention_id)),
        day_bounds=_bound_rows(board),
        findings=tuple(
            dataclasses.replace(one.finding, is_acknowledged=one.finding.finding_id in seen) for one in findings
        ),
        finding_evidence=tuple(row for one in findings for row in one.evidence),
    )


def _findings(board: _Board, merging: Merging, copies: Mapping[str, Copy], counts: Sequence[Counted]) -> list[Shown]:
    """Every finding once, by id."""
    bodies = {one.article.article_id: one.text.body_text for one in board.claims}
    members = {event_id: event.reports for event_id, event in board.happenings.items()}
    reports = {one.mention.mention_id: one for found in members.values() for one in found}
    every = itertools.chain(
        contradiction_findings(board.settled.contradictions, reports, merging.event_of, merging.labels, bodies),
        (one for claims in board.claims for one in publication_findings(claims)),
        (one for claims in board.claims for one in repeat_findings(claims)),
        copy_findings(copies, bodies),
        count_findings(counts, members, merging.event_of, bodies),
    )
    unique = {one.finding.finding_id: one for one in every}
    return [one for _, one in sorted(unique.items())]


def _bound_rows(board: _Board) -> tuple[DayBound, ...]:
    settled = board.settled
    rows = [row_of(one, is_set_aside=n in settled.set_aside) for n, one in enumerate(board.telling.bounds)]
    rows += (row_of(one, is_set_aside=True) for one in board.telling.replaced)
    return tuple(sorted({row.bound_id: row for row in rows}.values(), key=lambda row: row.bound_id))


@dataclass(frozen=True, slots=True)
class _Board:
    """The claims with their final reference days, the events, the bounds told and what they settled to."""

    claims: Sequence[ArticleClaims]
    happenings: Mapping[str, Happening]
    telling: Telling
    settled: Settled


def _settled(
    given: Sequence[ArticleClaims], merging: Merging, sources: Sources, corrections: Sequence[Correction]
) -> _Board:
    """Settle, tell days again for sharper reference days, and so on until nothing moves."""
    tied = _told_elsewhere(given, merging)
    offsets = {one.article.article_id: offsets_of(one, tied | occasions(one)) for one in given if is_undated(one)}
    thumbs: dict[str, Days] = {}
    current: Sequence[ArticleClaims] = given
    for _ in range(_MOST_ROUNDS):
        grounds = [*clue_bounds(given, thumbs, sources), *redated_bounds(corrections)]
        board = _board(current, merging, sources, offsets, grounds)
        sharper = _sharper(given, board, merging.labels, thumbs)
        following = [_redated(one, sharper.get(one.article.article_id)) for one in current]
        if not sharper or all(reference_days(a) == reference_days(b) for a, b in zip(current, following, strict=True)):
            break
        current = following
    return board


def _told_elsewhere(given: Iterable[ArticleClaims], merging: Merging) -> frozenset[str]:
    """The mentions of events that more than one article tells of: only they tie an article to others."""
    articles: dict[str, set[str]] = defaultdict(set)
    for one in given:
        for mention in one.mentions:
            articles[merging.event_of.get(mention.mention_id, "")].add(one.article.article_id)
    several = {event_id for event_id, members in articles.items() if len(members) > 1}
    return frozenset(mention for mention, event_id in merging.event_of.items() if event_id in several)


def _board(
    claims: Sequence[ArticleClaims],
    merging: Merging,
    sources: Sources,
    offsets: Mapping[str, Sequence[Offset]],
    grounds: Iterable[Bound],
) -> _Board:
    members = grouped(reports_of(claims), merging.groups)
    happenings = {event_id: happening(event_id, found, standing_of(found)) for event_id, found in members.items()}
    known = lore_bounds(claims, happenings, merging.event_of, sources)
    telling = tell(claims, happenings, merging.event_of, sources, offsets, itertools.chain(grounds, known))
    return _Board(claims, happenings, telling, settle(telling.bounds, telling.mondays))


def _sharper(
    given: Iterable[ArticleClaims], board: _Board, labels: Mapping[str, str], thumbs: dict[str, Days]
) -> dict[str, Reference]:
    """Sharper references by article id; what rules of thumb leave goes into ``thumbs`` for the next round."""
    found: dict[str, Reference] = {}
    for one in given:
        article_id = one.article.article_id
        if not is_undated(one):
            continue
        thumb = thumb_days(one, board.settled.of(article_id))
        if thumb is not None:
            thumbs[article_id] = thumb
        reference = sharpened(one, board.settled, board.telling.bounds, labels)
        if reference is not None:
            found[article_id] = reference
    return found


def _redated(claims: ArticleClaims, reference: Reference | None) -> ArticleClaims:
    if reference is None or reference.days == reference_days(claims):
        return claims
    dated = redate(claims, reference)
    article = dataclasses.replace(
        dated.article,
        reference_first_day=reference.days.first,
        reference_last_day=reference.days.last,
        reference_method=ReferenceMethod.OTHER_ARTICLES,
        reference_explanation=reference.explanation,
    )
    return dataclasses.replace(dated, article=article)


def _sources(given: Iterable[ArticleClaims], copies: Mapping[str, Copy]) -> Sources:
    rated = {one.article.article_id: rated_trust(one.article.source_name) for one in given}
    return Sources(
        rated={article_id: trust for article_id, trust in rated.items() if trust is not None},
        families={article_id: copy.source_family for article_id, copy in copies.items()},
        copies=frozenset(article_id for article_id, copy in copies.items() if copy.duplicate_of is not None),
    )


def _cast(claims: Sequence[ArticleClaims], merging: Merging, copies: Mapping[str, Copy]) -> Cast:
    participants: dict[str, list[Participant]] = defaultdict(list)
    for row in (row for one in claims for row in one.participants):
        participants[row.mention_id].append(row)
    names: dict[str, str] = {}
    for actor in (actor for one in claims for actor in one.actors):
        known = names.get(actor.actor_id)
        if known is None or (len(actor.name), actor.name) > (len(known), known):
            names[actor.actor_id] = actor.name
    return Cast(
        participants=participants,
        actor_ids=merging.actor_ids,
        names=names,
        places={place.place_id: place for one in claims for place in one.places},
        families={article_id: copy.source_family for article_id, copy in copies.items()},
    )


def _with_days(
    claims: ArticleClaims, days: Mapping[str, EventDays], happenings: Mapping[str, Happening], merging: Merging
) -> ArticleClaims:
    reports = reports_of([claims])
    mentions = []
    for mention in claims.mentions:
        event_id = merging.event_of.get(mention.mention_id, "")
        event, event_days = happenings.get(event_id), days.get(event_id)
        mentions.append(mention_days(reports[mention.mention_id], event, event_days))
    return dataclasses.replace(claims, mentions=tuple(mentions))
