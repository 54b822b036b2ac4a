"""Told numbers of events ("visited five times since ...") against the events that the articles show."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.calendar.event_rows import Cast, EventDays
from extractors.calendar.reports import Report
from extractors.calendar.standing import HAPPENED
from extractors.calendar.telling import Happening
from extractors.claims import ArticleClaims, ReferenceClue
from extractors.days import Days
from schemas import CountClaim, Event
from schemas.enumerations import CountOperator, CountVerdict, EventType, Role

#: In these a number counts people, not events.
_OF_PEOPLE = frozenset({EventType.DEATH, EventType.ACCIDENT, EventType.DISASTER, EventType.AID, EventType.ASSAULT})
_EXACT = frozenset({CountOperator.EXACTLY, CountOperator.AT_MOST})


@dataclass(frozen=True, slots=True)
class Counted:
    """A count claim with the report that makes it, its window, and the events that surely lie in that window."""

    claim: CountClaim
    report: Report
    window: Days
    found: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Shown:
    """An event as counting sees it."""

    event_id: str
    actors: frozenset[str]
    neighbours: frozenset[str]
    country: str | None
    days: Days


def counted(
    claims: Iterable[ArticleClaims],
    happenings: Mapping[str, Happening],
    days: Mapping[str, EventDays],
    events: Mapping[str, Event],
    cast: Cast,
) -> list[Counted]:
    """Every count claim, reconciled; in the order of events and reports."""
    ordered = list(claims)
    clues = {one.article.article_id: one.clues for one in ordered}
    shown = _shown_by_type(ordered, happenings, days, events, cast)
    found = []
    for event_id, event in happenings.items():
        for report in _counting(event):
            window = _window(report, clues.get(report.article.article_id, ()))
            others = [one for one in shown[report.mention.event_type] if one.event_id != event_id]
            found.append(_reconciled(report, window, others, events[event_id], cast))
    return found


def _counting(event: Happening) -> Iterator[Report]:
    """The reports that tell a number of events; where one word is read as several events the rows are the count."""
    at = Counter((one.article.article_id, one.mention.start_offset) for one in event.reports)
    for report in event.reports:
        mention = report.mention
        is_number = (
            mention.count is not None and mention.count > 1 and mention.count_operator is not CountOperator.ORDINAL
        )
        is_alone = at[report.article.article_id, mention.start_offset] == 1
        if is_number and is_alone and mention.status in HAPPENED and mention.event_type not in _OF_PEOPLE:
            yield report


def _window(report: Report, clues: Iterable[ReferenceClue]) -> Days:
    """The days counted over: those told, from the day that the sentence counts ``since``, to the day of the words."""
    mention, article = report.mention, report.article
    spoken = Days(None, article.reference_last_day)
    days = spoken.intersection(report.told) or report.told
    if days.first is not None:
        return days
    start = mention.start_offset - max(mention.sentence.find(mention.trigger), 0)
    end = start + len(mention.sentence)
    since = [
        clue.days for clue in clues if start <= clue.start_offset < end and clue.quote.casefold().startswith("since")
    ]
    known = [one.first for one in since if one.first is not None and days.meets(one)]
    return Days(max(known), days.last) if known else days


def _shown_by_type(
    claims: Iterable[ArticleClaims],
    happenings: Mapping[str, Happening],
    days: Mapping[str, EventDays],
    events: Mapping[str, Event],
    cast: Cast,
) -> Mapping[EventType, list[_Shown]]:
    named: dict[str, frozenset[str]] = {
        one.article.article_id: frozenset(cast.known(row.actor_id) for row in one.participants if row.actor_id)
        for one in claims
    }
    shown: dict[EventType, list[_Shown]] = defaultdict(list)
    for event_id, event in happenings.items():
        if not event.is_real or any(True for _ in _counting(event)):
            continue
        neighbours = frozenset[str]().union(*(named.get(one.article.article_id, ()) for one in event.reports))
        shown[events[event_id].event_type].append(
            _Shown(
                event_id=event_id,
                actors=frozenset(cast.actors_of(event.reports)),
                neighbours=neighbours,
                country=events[event_id].country_code,
                days=days[event_id].days,
            )
        )
    return shown


def _reconciled(report: Report, window: Days, others: Sequence[_Shown], event: Event, cast: Cast) -> Counted:
    mention = report.mention
    acting = frozenset(
        cast.known(row.actor_id)
        for row in cast.participants.get(mention.mention_id, ())
        if row.actor_id is not None and row.role is not Role.RECIPIENT
    )
    alike = [one for one in others if _is_alike(one, acting, event.country_code)]
    found = tuple(one.event_id for one in alike if window.holds(one.days))
    possible = [one.event_id for one in alike if window.meets(one.days)]
    count, operator = mention.count or 0, mention.count_operator or CountOperator.EXACTLY
    claim = CountClaim(
        mention_id=mention.mention_id,
        event_type=mention.event_type,
        actor_id=min(acting, default=None),
        place_id=mention.place_id,
        count=count,
        count_operator=operator,
        window_first_day=window.first,
        window_last_day=window.last,
        found_count=len(found),
        possible_count=len(possible),
        verdict=_verdict(count, operator, len(found), len(possible), is_bounded=window.first is not None),
    )
    return Counted(claim, report, window, found)


def _is_alike(one: _Shown, acting: frozenset[str], country: str | None) -> bool:
    """The event has the actors of the claim, or names none in an article that is about them; places do not differ."""
    if not acting or (country and one.country and country != one.country):
        return False
    return acting <= one.actors if one.actors else acting <= one.neighbours


def _verdict(count: int, operator: CountOperator, found: int, possible: int, *, is_bounded: bool) -> CountVerdict:
    if not is_bounded or not possible:
        return CountVerdict.UNVERIFIABLE
    if found > count and operator in _EXACT:
        return CountVerdict.EXCEEDED
    if operator is CountOperator.AT_MOST or found >= count:
        return CountVerdict.MATCHED
    return CountVerdict.FEWER_FOUND if possible < count else CountVerdict.UNVERIFIABLE
