"""The rows of ``events`` and ``event_status``: everything about an event that follows from its reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from extractors.calendar.edtf import edtf_of
from extractors.calendar.reports import Report
from extractors.calendar.standing import HAPPENED, Standing
from extractors.calendar.telling import Happening
from extractors.days import Days, precision_of
from schemas import Event, EventParticipant, EventStatus, Place
from schemas.enumerations import DayRole, IntervalKind, Role


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class EventDays:
    """The days of one event: ``days`` is the outer interval, ``begin_last`` and ``end_first`` only of a stretch.

    The core lies in the outer interval, whatever was told: with it narrowed or cut, latest begin and earliest end are
    moved to its nearest day, and what filled no stretch has no core. Equal only to itself: see
    :class:`extractors.calendar.telling.Happening`.
    """

    days: Days
    kind: IntervalKind
    begin_last: date | None = None
    end_first: date | None = None

    def __post_init__(self) -> None:
        is_stretch = self.kind is IntervalKind.THROUGHOUT
        for name in ("begin_last", "end_first"):
            told = getattr(self, name)
            object.__setattr__(self, name, self.days.nearest(told) if is_stretch and told is not None else None)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Following:
    """What follows from an event's reports whatever its days: who took part, and the history of its status."""

    actors: Collection[str]
    participants: tuple[EventParticipant, ...]
    statuses: tuple[EventStatus, ...]


def following(event: Happening) -> Following:
    """What follows from the reports of ``event``; each part sorted."""
    parts = {(party.actor_id, party.role) for report in event.reports for party in report.parties}
    return Following(
        actors={actor_id for actor_id, _ in parts},
        participants=tuple(
            EventParticipant(event_id=event.event_id, actor_id=actor_id, role=role) for actor_id, role in sorted(parts)
        ),
        statuses=_status_rows(event),
    )


def _parties_of(event: Happening) -> dict[str, str]:
    """The actors of an event, names by id: those who act before those acted on, the most often named first."""
    votes: Counter[str] = Counter()
    acting: Counter[str] = Counter()
    names: dict[str, str] = {}
    for party in (party for report in event.reports for party in report.parties):
        votes[party.actor_id] += 1
        acting[party.actor_id] += party.role is Role.ACTOR
        names[party.actor_id] = party.name
    ordered = sorted(votes, key=lambda one: (acting[one] == 0, -votes[one], names[one], one))
    return {one: names[one] for one in ordered}


def event_row(event: Happening, label: str, days: EventDays) -> Event:
    """The row of one event; ``has_conflict`` is filled in when findings are known."""
    reports, standing = event.reports, event.standing
    lead = _lead(standing.speaking or reports)
    names = list(_parties_of(event).values())
    place = _place(reports)
    status_days = _status_days(standing)
    reported = [reported_days(report) for report in reports]
    return Event(
        event_id=event.event_id,
        label=label,
        event_type=lead.mention.event_type,
        event_mode=lead.mention.event_mode,
        cameo_code=lead.mention.cameo_code,
        status=standing.status,
        status_first_day=status_days.first,
        status_last_day=status_days.last,
        first_day=days.days.first,
        last_day=days.days.last,
        begin_last_day=days.begin_last,
        end_first_day=days.end_first,
        sort_day=days.days.first or days.days.last,
        precision=precision_of(days.days),
        interval_kind=days.kind,
        day_role=standing.day_role,
        edtf=edtf_of(days.days),
        actor_1=names[0] if names else None,
        actor_2=names[1] if len(names) > 1 else None,
        actors="; ".join(names) or None,
        place_id=place.place_id if place else None,
        place=place.name if place else _place_name(reports),
        country_code=place.country_code if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        mention_count=len(reports),
        article_count=len({report.article.article_id for report in reports}),
        source_count=len({report.source.family for report in reports}),
        first_reported_day=min((one.first for one in reported if one.first), default=None),
        last_reported_day=max((one.last for one in reported if one.last), default=None),
        has_conflict=False,
    )


def _lead(reports: Sequence[Report]) -> Report:
    """The report that names the act: of the commonest type, with a mode and code if any has one, the earliest known."""
    votes = Counter(report.mention.event_type for report in reports)
    return min(
        reports,
        key=lambda one: (
            -votes[one.mention.event_type],
            one.mention.event_mode is None,
            one.mention.cameo_code is None,
            one.order,
        ),
    )


def _place(reports: Sequence[Report]) -> Place | None:
    places = {one.place.place_id: one.place for one in reports if one.place is not None}
    votes = Counter(one.place.place_id for one in reports if one.place is not None)
    best = min(votes, key=lambda one: (-votes[one], one), default=None)
    return None if best is None else places[best]


def _place_name(reports: Sequence[Report]) -> str | None:
    votes = Counter(one.mention.place for one in reports if one.mention.place)
    return min(votes, key=lambda one: (-votes[one], one or ""), default=None)


def reported_days(report: Report) -> Days:
    """The days on which a reader could first know: the publication day, else the days the article speaks from."""
    article = report.article
    if article.published_day is not None:
        return Days(article.published_day, article.published_day)
    return Days(article.reference_first_day, article.reference_last_day)


def status_days(report: Report) -> Days:
    """When the told status can have begun to hold: when it happened or was announced, else by the day of the words."""
    mention = report.mention
    known = Days(None, report.article.reference_last_day)
    if report.announced is not None and mention.status not in HAPPENED:
        return known.intersection(report.announced) or report.announced
    if mention.day_role is DayRole.PLAN:
        return known
    return known.intersection(report.told) or known


def _status_days(standing: Standing) -> Days:
    days = status_days(standing.telling[-1])
    for report in standing.telling:
        days = days.intersection(status_days(report)) or days
    return days


def _status_rows(event: Happening) -> tuple[EventStatus, ...]:
    """What each report says became of the event, since when, and when a reader could know; sorted by mention id."""
    rows = []
    for report in event.reports:
        held, known = status_days(report), reported_days(report)
        rows.append(
            EventStatus(
                event_id=event.event_id,
                status=report.mention.status,
                first_day=held.first,
                last_day=held.last,
                reported_first_day=known.first,
                reported_last_day=known.last,
                attributed_to=report.mention.attributed_to,
                mention_id=report.mention.mention_id,
            )
        )
    return tuple(sorted(rows, key=lambda row: row.mention_id))
