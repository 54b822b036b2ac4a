"""What became of an event by all reports, and which of them speak for its days."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.calendar.reports import Report
from extractors.days import Days
from schemas.enumerations import DayRole, Status

HAPPENED = frozenset({Status.OCCURRED, Status.ONGOING})
AHEAD = frozenset({Status.PLANNED, Status.PROPOSED, Status.CONDITIONAL, Status.RUMORED})
OFF = frozenset({Status.CANCELED, Status.POSTPONED, Status.NEGATED, Status.DENIED})

#: Within one article the first of these that is told is what the article as a whole says of the event.
_STRENGTH = (
    Status.OCCURRED,
    Status.ONGOING,
    Status.CANCELED,
    Status.NEGATED,
    Status.DENIED,
    Status.POSTPONED,
    Status.PLANNED,
    Status.RUMORED,
    Status.PROPOSED,
    Status.CONDITIONAL,
)
#: So many sources, and so many times as many as say otherwise, are not undone by a later word.
_MANY = 3
#: What a later report may not undo: a mere plan, wish or denial does not unmake what happened.
_TOO_WEAK = {
    Status.OCCURRED: AHEAD | {Status.DENIED, Status.POSTPONED},
    Status.ONGOING: AHEAD | {Status.DENIED, Status.POSTPONED},
    Status.CANCELED: AHEAD - {Status.PLANNED},
    Status.POSTPONED: AHEAD - {Status.PLANNED},
    Status.PLANNED: AHEAD - {Status.PLANNED},
}


@dataclass(frozen=True, slots=True)
class Standing:
    """The status that stands in the end, the reports that tell it, and those that speak for the event's days."""

    status: Status
    telling: tuple[Report, ...]
    speaking: tuple[Report, ...]
    day_role: DayRole


def standing_of(reports: Sequence[Report]) -> Standing:
    """What became of the event of ``reports`` (sorted by when they could be known, not empty)."""
    status: Status | None = None
    for _, members in itertools.groupby(reports, key=lambda report: report.order[:2]):
        for article_status in sorted(_article_statuses(list(members)), key=_STRENGTH.index, reverse=True):
            if status is None or article_status not in _TOO_WEAK.get(status, ()):
                status = article_status
    assert status is not None  # noqa: S101 - reports are not empty
    status = _outvoted(status, reports)
    telling = tuple(report for report in reports if report.mention.status is status)
    speaking = _speaking(status, reports)
    return Standing(status, telling, speaking, _role(status, speaking))


def _outvoted(status: Status, reports: Sequence[Report]) -> Status:
    """The word of few sources does not undo what many tell as having happened: it rather means something else."""
    if status not in OFF:
        return status
    families = {one: {r.source.family for r in reports if r.mention.status is one} for one in Status}
    happened = families[Status.OCCURRED] | families[Status.ONGOING]
    if len(happened) < _MANY or len(happened) < _MANY * len(families[status] - happened):
        return status
    return max((Status.OCCURRED, Status.ONGOING), key=lambda one: len(families[one]))


def _article_statuses(reports: Sequence[Report]) -> set[Status]:
    by_article = itertools.groupby(sorted(reports, key=lambda one: one.article.article_id), key=lambda one: one.article)
    return {_in_article(list(members)) for _, members in by_article}


def _in_article(reports: Sequence[Report]) -> Status:
    """What one article says as a whole; a plan for a later day than the one called off is the newer word."""
    strongest = min((report.mention.status for report in reports), key=_STRENGTH.index)
    if strongest not in OFF:
        return strongest
    given_up = [report.told.last for report in reports if report.mention.status is strongest and report.told.last]
    plans = [report.told.first for report in reports if report.mention.status is Status.PLANNED and report.told.first]
    if given_up and plans and max(plans) > max(given_up):
        return Status.PLANNED
    if strongest is Status.POSTPONED and plans and not given_up:
        return Status.PLANNED
    return strongest


def _speaking(status: Status, reports: Sequence[Report]) -> tuple[Report, ...]:
    if status in HAPPENED:
        return tuple(report for report in reports if report.mention.status in HAPPENED)
    return tuple(report for report in reports if report.mention.status is status)


def _role(status: Status, speaking: Sequence[Report]) -> DayRole:
    if status in HAPPENED:
        return DayRole.EVENT
    return speaking[-1].mention.day_role


def latest_agreed(reports: Sequence[Report]) -> Days:
    """The days of a plan: the latest told beat older ones, which only sharpen them where they agree."""
    days: Days | None = None
    for report in reversed(reports):
        common = report.told if days is None else days.intersection(report.told)
        days = common or days
    assert days is not None  # noqa: S101 - reports are not empty
    return days
