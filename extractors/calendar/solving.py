"""All claims onto one calendar: reference days, event days, status histories, counts, bounds and findings."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Mapping, Sequence

from extractors.calendar.calendars import Calendar
from extractors.calendar.event_rows import Cast, EventDays, event_row, status_rows
from extractors.calendar.reports import Copy, Report, grouped, reports_of
from extractors.calendar.standing import HAPPENED, Standing, latest_agreed, standing_of
from extractors.claims import ArticleClaims
from extractors.days import Days
from extractors.events.merging import Merging
from schemas import Correction, EventMention, Participant
from schemas.enumerations import IntervalKind


def solve(
    claims: Sequence[ArticleClaims],
    merging: Merging,
    copies: Mapping[str, Copy],
    corrections: Sequence[Correction] = (),
) -> Calendar:
    """The calendar of ``claims``; the same whatever their order.

    ``merging`` says which mentions are one event, ``copies`` which articles repeat which (by article id).
    """
    del corrections
    ordered = sorted(claims, key=lambda one: one.article.article_id)
    reports = reports_of(ordered)
    members = grouped(reports, merging.groups)
    cast = _cast(ordered, merging, copies)
    standings = {event_id: standing_of(found) for event_id, found in members.items()}
    days = {event_id: _days(standing) for event_id, standing in standings.items()}
    return Calendar(
        claims=tuple(_with_days(one, days, merging) for one in ordered),
        events=tuple(
            event_row(event_id, merging.labels.get(event_id, ""), found, standings[event_id], days[event_id], cast)
            for event_id, found in members.items()
        ),
        event_status=tuple(
            sorted(
                (row for event_id, found in members.items() for row in status_rows(event_id, found)),
                key=lambda row: (row.event_id, row.mention_id),
            )
        ),
        count_claims=(),
        day_bounds=(),
        findings=(),
        finding_evidence=(),
    )


def _cast(claims: Sequence[ArticleClaims], merging: Merging, copies: Mapping[str, Copy]) -> Cast:
    participants: dict[str, list[Participant]] = defaultdict(list)
    for one in claims:
        for row in one.participants:
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


def _days(standing: Standing) -> EventDays:
    if standing.status not in HAPPENED:
        return EventDays(days=latest_agreed(standing.speaking), kind=standing.speaking[-1].mention.interval_kind)
    stretches = [one for one in standing.speaking if one.mention.interval_kind is IntervalKind.THROUGHOUT]
    days = _agreed(stretches or standing.speaking)
    if not stretches:
        return EventDays(days=days, kind=IntervalKind.WITHIN)
    return EventDays(
        days=days,
        kind=IntervalKind.THROUGHOUT,
        begin_last=min((one.mention.begin_last_day for one in stretches if one.mention.begin_last_day), default=None),
        end_first=max((one.mention.end_first_day for one in stretches if one.mention.end_first_day), default=None),
    )


def _agreed(reports: Sequence[Report]) -> Days:
    """The days on which all reports agree, or, where they cannot, those from the first to the last told."""
    days = reports[0].told
    for report in reports[1:]:
        days = days.intersection(report.told) or days.hull(report.told)
    return days


def _with_days(claims: ArticleClaims, days: Mapping[str, EventDays], merging: Merging) -> ArticleClaims:
    mentions = tuple(
        _dated(mention, days.get(merging.event_of.get(mention.mention_id, ""))) for mention in claims.mentions
    )
    return dataclasses.replace(claims, mentions=mentions)


def _dated(mention: EventMention, event: EventDays | None) -> EventMention:
    if mention.time_expression_id is not None or event is None:
        return dataclasses.replace(mention, first_day=mention.told_first_day, last_day=mention.told_last_day)
    return dataclasses.replace(mention, first_day=event.days.first, last_day=event.days.last)
