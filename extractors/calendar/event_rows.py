"""The rows of ``events`` and ``event_status``: everything about an event that follows from its reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from extractors.calendar.edtf import edtf_of
from extractors.calendar.reports import Report
from extractors.calendar.standing import HAPPENED, Standing
from extractors.days import Days, precision_of
from schemas import Event, EventStatus, Participant, Place
from schemas.enumerations import DayRole, IntervalKind, Role


@dataclass(frozen=True, kw_only=True, slots=True)
class EventDays:
    """The days of one event: ``days`` is the outer interval, ``begin_last`` and ``end_first`` only of a stretch."""

    days: Days
    kind: IntervalKind
    begin_last: date | None = None
    end_first: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Cast:
    """Who takes part in which mention under which name, and the places, over all articles."""

    participants: Mapping[str, Sequence[Participant]]
    actor_ids: Mapping[str, str]
    names: Mapping[str, str]
    places: Mapping[str, Place]
    families: Mapping[str, str]

    def actors_of(self, reports: Iterable[Report]) -> list[str]:
        """Ids of the actors of an event, those who act before those acted on, the most often named first."""
        votes: Counter[str] = Counter()
        acting: Counter[str] = Counter()
        for report in reports:
            for row in self.participants.get(report.mention.mention_id, ()):
                if row.actor_id is not None:
                    actor_id = self.known(row.actor_id)
                    votes[actor_id] += 1
                    acting[actor_id] += row.role is Role.ACTOR
        return sorted(votes, key=lambda one: (acting[one] == 0, -votes[one], self.names.get(one, one), one))

    def known(self, actor_id: str) -> str:
        """The id under which the party ``actor_id`` is known over all articles."""
        return self.actor_ids.get(actor_id, actor_id)

    def family(self, report: Report) -> str:
        """The source family with which the report counts."""
        return self.families.get(report.article.article_id, report.article.article_id)


def event_row(
    event_id: str, label: str, reports: Sequence[Report], standing: Standing, days: EventDays, cast: Cast
) -> Event:
    """The row of one event; ``has_conflict`` is filled in when findings are known."""
    lead = _lead(standing.speaking or reports)
    names = [cast.names.get(one, one) for one in cast.actors_of(reports)]
    place = _place(reports, cast)
    status_days = _status_days(standing)
    reported = [reported_days(report) for report in reports]
    return Event(
        event_id=event_id,
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
        source_count=len({cast.family(report) for report in reports}),
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


def _place(reports: Sequence[Report], cast: Cast) -> Place | None:
    votes = Counter(one.mention.place_id for one in reports if one.mention.place_id in cast.places)
    best = min(votes, key=lambda one: (-votes[one], one or ""), default=None)
    return None if best is None else cast.places[best]


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


def status_rows(event_id: str, reports: Iterable[Report]) -> Iterable[EventStatus]:
    """What each report says became of the event, since when, and when a reader could know."""
    for report in reports:
        held, known = status_days(report), reported_days(report)
        yield EventStatus(
            event_id=event_id,
            status=report.mention.status,
            first_day=held.first,
            last_day=held.last,
            reported_first_day=known.first,
            reported_last_day=known.last,
            attributed_to=report.mention.attributed_to,
            mention_id=report.mention.mention_id,
        )
