"""All claims onto one calendar: reference days, event days, status histories, counts, bounds and findings."""

from __future__ import annotations

import dataclasses
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extractors.calendar.apart import Apart
from extractors.calendar.boards import Board, settled_board
from extractors.calendar.bounds import rated_trust, row_of
from extractors.calendar.calendars import Calendar
from extractors.calendar.corrected import corrected_days, dismissed
from extractors.calendar.counts import Counted, Ground, counted
from extractors.calendar.event_days import disputed
from extractors.calendar.event_rows import EventDays
from extractors.calendar.evidence import Shown
from extractors.calendar.findings import contradiction_findings, count_findings, with_conflicts
from extractors.calendar.memory import Memory, Text
from extractors.calendar.recalling import Same
from extractors.calendar.repairing import in_order
from extractors.calendar.reports import Copy
from extractors.calendar.telling import Sources
from extractors.calendar.voices import full_names
from extractors.claims import ArticleClaims
from extractors.events import Merging
from schemas import Correction, DayBound, Event
from schemas.enumerations import IntervalKind


def solve(
    claims: Sequence[ArticleClaims],
    merging: Merging,
    copies: Mapping[str, Copy],
    corrections: Sequence[Correction] = (),
    memory: Memory | None = None,
) -> Calendar:
    """The calendar of ``claims``; the same whatever their order, and whatever is in ``memory``.

    ``merging`` says which mentions are one event, ``copies`` which articles repeat which (by article id). With the
    ``memory`` of an earlier call only what has changed since is worked out.
    """
    memory = memory or Memory()
    given = sorted(claims, key=lambda one: one.article.article_id)
    board = settled_board(given, merging, _sources(given, copies), corrections, memory)
    apart = memory.apart(board.lone)
    days = _days(board, apart, merging, corrections, memory)
    rows = _rows(board, days, merging, memory)
    follow = dict(zip(board.happenings, memory.following(board.happenings.values()), strict=True))
    ground = Ground(
        voices={voice.claims.article.article_id: voice for voice in board.voices},
        happenings=board.happenings,
        rows=rows,
        days=days,
        actors={event_id: one.actors for event_id, one in follow.items()},
    )
    names = full_names(voice.claims for voice in board.voices)
    # a party is counted under the id that stands, not under one that merging has given up
    standing = {actor_id: name for actor_id, name in names.items() if merging.canonical_actor(actor_id) == actor_id}
    counts = counted(ground, merging.event_of, standing)
    findings = _findings(board, apart, counts, merging, copies, memory)
    disputes, seen = with_conflicts(findings), dismissed(corrections)
    return Calendar(
        claims=tuple(_dated(board, days, memory)),
        dated=tuple(voice.claims for voice in board.voices),
        events=tuple(
            dataclasses.replace(row, has_conflict=True) if event_id in disputes else row
            for event_id, row in rows.items()
        ),
        event_participants=tuple(row for one in follow.values() for row in one.participants),
        event_status=tuple(row for one in follow.values() for row in one.statuses),
        count_claims=tuple(sorted((one.claim for one in counts), key=lambda row: row.mention_id)),
        day_bounds=_bound_rows(board, apart),
        findings=tuple(
            dataclasses.replace(one.finding, is_acknowledged=True) if one.finding.finding_id in seen else one.finding
            for one in findings
        ),
        finding_evidence=tuple(row for one in findings for row in one.evidence),
    )


def _sources(given: Iterable[ArticleClaims], copies: Mapping[str, Copy]) -> Sources:
    rated = {one.article.article_id: rated_trust(one.article.source_name) for one in given}
    return Sources(
        rated={article_id: trust for article_id, trust in rated.items() if trust is not None},
        families={article_id: copy.source_family for article_id, copy in copies.items()},
        copies=frozenset(article_id for article_id, copy in copies.items() if copy.duplicate_of is not None),
    )


def _days(
    board: Board, apart: Sequence[Apart], merging: Merging, corrections: Sequence[Correction], memory: Memory
) -> dict[str, EventDays]:
    """The days of every event, by id; those that people gave stand above all."""
    quarrels: dict[str, list[str]] = defaultdict(list)
    for mention_id in sorted(disputed(board.settled.contradictions)):
        quarrels[merging.event_of[mention_id]].append(mention_id)
    settled = board.settled
    keys = (
        (one, settled.of(one.first), settled.of(one.last), tuple(quarrels.get(one.event_id, ()))) for one in board.tied
    )
    days = {one.event_id: found for one, found in zip(board.tied, memory.days(keys), strict=True)}
    days |= {one.event_id: found.days for one, found in zip(board.lone, apart, strict=True)}
    given = corrected_days(corrections)
    return days | {one: EventDays(days=told, kind=IntervalKind.WITHIN) for one, told in given.items()}


def _rows(board: Board, days: Mapping[str, EventDays], merging: Merging, memory: Memory) -> dict[str, Event]:
    keys = ((event, merging.labels.get(event_id, ""), days[event_id]) for event_id, event in board.happenings.items())
    return dict(zip(board.happenings, memory.rows(keys), strict=True))


def _findings(
    board: Board,
    apart: Iterable[Apart],
    counts: Sequence[Counted],
    merging: Merging,
    copies: Mapping[str, Copy],
    memory: Memory,
) -> list[Shown]:
    """Every finding once, by id."""
    bodies = {voice.claims.article.article_id: voice.claims.text.body_text for voice in board.voices}
    contradictions = in_order(
        [*board.settled.contradictions, *(one for found in apart for one in found.contradictions)]
    )
    every = itertools.chain(
        contradiction_findings(contradictions, board.reports, merging.event_of, merging.labels, bodies),
        (one for voice in board.voices for one in voice.findings),
        _copy_findings(bodies, copies, memory),
        count_findings(counts, board.happenings, merging.event_of, bodies),
    )
    unique = {one.finding.finding_id: one for one in every}
    return [one for _, one in sorted(unique.items())]


def _copy_findings(bodies: Mapping[str, str], copies: Mapping[str, Copy], memory: Memory) -> Iterator[Shown]:
    pairs = [
        (Text(article_id, Same(bodies[article_id])), Text(copy.duplicate_of, Same(bodies[copy.duplicate_of])))
        for article_id, copy in sorted(copies.items())
        if copy.duplicate_of is not None and article_id in bodies and copy.duplicate_of in bodies
    ]
    return itertools.chain.from_iterable(memory.copies(pairs))


def _bound_rows(board: Board, apart: Iterable[Apart]) -> tuple[DayBound, ...]:
    rows = [row_of(one, is_set_aside=n in board.settled.set_aside) for n, one in enumerate(board.bounds)]
    rows += (row_of(one, is_set_aside=True) for one in board.replaced)
    rows += (row for one in apart for row in one.rows)
    return tuple(sorted({row.bound_id: row for row in rows}.values(), key=lambda row: row.bound_id))


def _dated(board: Board, days: Mapping[str, EventDays], memory: Memory) -> list[ArticleClaims]:
    """The articles with the final days of their mentions."""
    places = {
        report.mention.mention_id: (event, days[event_id])
        for event_id, event in board.happenings.items()
        for report in event.reports
    }
    return memory.dated((voice, tuple(map(places.get, voice.reports))) for voice in board.voices)
