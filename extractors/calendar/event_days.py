"""The days of events and of their mentions, once the network is settled."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date

from extractors.calendar.bounds import DAY_BEARING
from extractors.calendar.event_rows import EventDays
from extractors.calendar.repairing import Contradiction
from extractors.calendar.reports import Report
from extractors.calendar.standing import latest_agreed
from extractors.calendar.telling import Happening
from extractors.days import Days, precision_of
from schemas import EventMention
from schemas.enumerations import IntervalKind, Status


def disputed(contradictions: Iterable[Contradiction]) -> frozenset[str]:
    """The mentions whose days are in dispute: they contradict each other and the source set aside is as good as any.

    What many more sources outvote is in no dispute: the event has their days.
    """
    return frozenset(
        bound.mention_id
        for one in contradictions
        if one.set_aside.method in DAY_BEARING
        and not one.is_outvoted
        and all(bound.source_trust <= one.set_aside.source_trust for bound in one.bounds)
        for bound in one.bounds
        if bound.mention_id and (bound.is_told_day or bound is one.set_aside)
    )


def days_of(event: Happening, first: Days, last: Days, in_dispute: Iterable[str]) -> EventDays:
    """The days of ``event``; told days ``in_dispute`` are added, so that no side is taken.

    ``first`` and ``last`` are what the network leaves to the event's two nodes.
    """
    if not event.is_real:
        newest = event.standing.speaking[-1].mention
        return EventDays(
            days=latest_agreed(event.standing.speaking),
            kind=newest.interval_kind,
            begin_last=newest.begin_last_day,
            end_first=newest.end_first_day,
        )
    if event.is_stretch:
        return _stretch(event, first, last)
    days = first
    for mention_id in in_dispute:
        report = next(one for one in event.reports if one.mention.mention_id == mention_id)
        if not report.told.is_open:
            days = days.hull(report.told)
    return EventDays(days=days, kind=IntervalKind.WITHIN)


def _stretch(event: Happening, begin: Days, end: Days) -> EventDays:
    last = end.last
    if last is None and event.standing.status is Status.ONGOING:
        last = _last_if_told_once(event)
    first = begin.first
    if first is not None and last is not None and last < first:
        last = None
    return EventDays(
        days=Days(first, last),
        kind=IntervalKind.THROUGHOUT,
        begin_last=begin.last,
        end_first=end.first,
    )


def _last_if_told_once(event: Happening) -> date | None:
    """Of a stretch that goes on: the day up to which its only claim tells of it."""
    return event.standing.speaking[0].told.last if len(event.standing.speaking) == 1 else None


def mention_days(report: Report, event: Happening | None, days: EventDays | None) -> EventMention:
    """The mention with its final days: its own where the article gives a time, else those of its event.

    The days of what was called off are not those of the plan that a claim tells, nor the other way round. What is
    counted from an article's own day is as exact as the network knows that day.
    """
    mention, told = report.mention, report.told
    final = told
    is_own = report.is_timed or report.is_related
    is_counted = report.is_timed and report.is_relative and report.article.published_day is None
    if days is not None and event is not None and (is_counted or not is_own):
        is_foreign = not event.is_real and mention.status is not event.standing.status
        if not is_foreign:
            final = told.intersection(days.days) or told
    return dataclasses.replace(
        mention,
        first_day=final.first,
        last_day=final.last,
        begin_last_day=_inside(final, mention.begin_last_day),
        end_first_day=_inside(final, mention.end_first_day),
        precision=mention.precision if final == told else precision_of(final),
    )


def _inside(days: Days, told: date | None) -> date | None:
    """The latest begin or earliest end of a stretch, kept inside the days that are left to it."""
    return None if told is None else days.nearest(told)
