"""What people said against the calendar: corrected days, dismissed findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.calendar.bounds import ORIGIN, Bound, number_of, source_trust
from extractors.days import Days, precision_of
from schemas import Correction
from schemas.corrections import CorrectionKind

METHOD = "explicit"


def corrected_days(corrections: Iterable[Correction]) -> dict[str, Days]:
    """The days that people gave to events, by event id; the last correction of an event stands."""
    ordered = sorted(corrections, key=lambda one: one.day)
    return {
        event_id: Days(one.first_day, one.last_day)
        for one in ordered
        if one.kind is CorrectionKind.REDATE
        for event_id in one.event_ids[:1]
    }


def redated_bounds(corrections: Iterable[Correction]) -> Iterator[Bound]:
    """Corrected days as bounds that stand above every article."""
    said = {event_id: one for one in corrections for event_id in one.event_ids[:1]}
    for event_id, days in sorted(corrected_days(corrections).items()):
        correction = said[event_id]
        yield Bound(
            left=ORIGIN,
            right=f"{event_id}.first",
            least=number_of(days.first),
            most=number_of(days.last),
            method=METHOD,
            precision=precision_of(days),
            reason=f"corrected by {correction.who}: {correction.why}",
            mention_id=None,
            article_id=None,
            family="",
            source_trust=source_trust("correction"),
        )


def dismissed(corrections: Iterable[Correction]) -> frozenset[str]:
    """Ids of the findings that people have seen and dismissed."""
    return frozenset(
        one.finding_id for one in corrections if one.kind is CorrectionKind.DISMISS and one.finding_id is not None
    )
