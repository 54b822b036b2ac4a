"""Told numbers of events ("visited five times since ...") against the events that the articles show."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.calendar.event_rows import Cast, EventDays
from extractors.calendar.reports import Report
from extractors.calendar.standing import HAPPENED
from extractors.calendar.telling import Happening
from extractors.claims import ArticleClaims, ReferenceClue
from extractors.days import Days
from schemas import CountClaim, Event, EventMention
from schemas.enumerations import CountOperator, CountVerdict, EventType, Role

#: In these a number counts people, not events.
_OF_PEOPLE = frozenset({EventType.DEATH, EventType.ACCIDENT, EventType.DISASTER, EventType.AID, EventType.ASSAULT})
_EXACT = frozenset({CountOperator.EXACTLY, CountOperator.AT_MOST})


#: Forms of meeting that one writer counts as another's.
_TALKS = frozenset({"meet", "negotiate", "summit", "host", "mediate", None})
#: Shorter initials fit too many names.
_SHORTEST_INITIALS = 3


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
    modes: frozenset[str | None]
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
    shared = _shared_words(ordered)
    counting = [(event_id, one) for event_id, event in happenings.items() for one in _counting(event, shared)]
    parties = parties_of(cast.names)
    shown = _shown(ordered, {one.mention.event_type for _, one in counting}, happenings, days, events, cast, parties)
    mentions = {one.article.article_id: one.mentions for one in ordered}
    clues = {one.article.article_id: one.clues for one in ordered}
    event_of = {one.mention.mention_id: event_id for event_id, event in happenings.items() for one in event.reports}
    aside = {event_id for event_id, _ in counting}
    found = []
    for event_id, report in counting:
        window = _window(report, clues.get(report.article.article_id, ()))
        named = _named_members(report, mentions[report.article.article_id], event_of) - {event_id}
        acting, country = _acting(report, cast, parties), events[event_id].country_code
        others = {one.event_id: one for actor in acting for one in shown[report.mention.event_type, actor]}
        alike = [
            one
            for one in others.values()
            if one.event_id not in named | aside and _is_alike(one, report.mention, acting, country)
        ]
        found.append(_reconciled(report, window, sorted(alike, key=lambda one: one.event_id), named, acting))
    return found


def parties_of(names: Mapping[str, str]) -> dict[str, str]:
    """For parties with a full name the id of the party called by its initials, where only one full name fits."""
    short = {name: actor_id for actor_id, name in names.items() if name.isupper() and len(name) >= _SHORTEST_INITIALS}
    full: dict[str, list[str]] = defaultdict(list)
    for actor_id, name in names.items():
        initials = "".join(word[0] for word in name.split() if word[0].isupper())
        if initials in short and name != initials:
            full[initials].append(actor_id)
    return {members[0]: short[initials] for initials, members in full.items() if len(members) == 1}


def _acting(report: Report, cast: Cast, parties: Mapping[str, str]) -> frozenset[str]:
    """Who is said to have acted."""
    ids = (
        cast.known(row.actor_id)
        for row in cast.participants.get(report.mention.mention_id, ())
        if row.actor_id is not None and row.role is not Role.RECIPIENT
    )
    return frozenset(parties.get(one, one) for one in ids)


def _shared_words(claims: Iterable[ArticleClaims]) -> frozenset[tuple[str, int]]:
    """Where one word is read as several events ("rounds on 11 and 25 January"): the rows are the count."""
    at = Counter((one.article_id, one.start_offset) for each in claims for one in each.mentions)
    return frozenset(place for place, count in at.items() if count > 1)


def _counting(event: Happening, shared: frozenset[tuple[str, int]]) -> Iterator[Report]:
    """The reports that tell a number of events."""
    for report in event.reports:
        mention = report.mention
        is_number = (
            mention.count is not None and mention.count > 1 and mention.count_operator is not CountOperator.ORDINAL
        )
        is_alone = (mention.article_id, mention.start_offset) not in shared
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


def _shown(
    claims: Iterable[ArticleClaims],
    wanted: Collection[EventType],
    happenings: Mapping[str, Happening],
    days: Mapping[str, EventDays],
    events: Mapping[str, Event],
    cast: Cast,
    parties: Mapping[str, str],
) -> Mapping[tuple[EventType, str], list[_Shown]]:
    """The events of ``wanted`` types that happened, by type and actor; without actors, by whom their articles name."""
    named: dict[str, frozenset[str]] = {
        one.article.article_id: frozenset(cast.known(row.actor_id) for row in one.participants if row.actor_id)
        for one in claims
    }
    shown: dict[tuple[EventType, str], list[_Shown]] = defaultdict(list)
    for event_id, event in happenings.items():
        event_type = events[event_id].event_type
        if not event.is_real or event_type not in wanted:
            continue
        actors = frozenset(parties.get(one, one) for one in cast.actors_of(event.reports))
        near = frozenset[str]().union(*(named.get(one.article.article_id, ()) for one in event.reports))
        one = _Shown(
            event_id=event_id,
            modes=frozenset(one.mention.event_mode for one in event.reports),
            actors=actors,
            neighbours=frozenset(parties.get(one, one) for one in near),
            country=events[event_id].country_code,
            days=days[event_id].days,
        )
        for actor in one.actors or one.neighbours:
            shown[event_type, actor].append(one)
    return shown


_ONE_OF_THEM = re.compile(
    r"\b(?:latest|most recent|last|first|second|third|final)(?:\W+\w+(?:-\w+)*){0,2}\W*$", re.IGNORECASE
)


def _named_members(report: Report, mentions: Iterable[EventMention], event_of: Mapping[str, str]) -> frozenset[str]:
    """Events that the sentence of the claim itself picks out of those counted: "five visits, the latest talk ..."."""
    claim = report.mention
    return frozenset(
        event_of[one.mention_id]
        for one in mentions
        if one.sentence_number == claim.sentence_number
        and one.start_offset > claim.end_offset
        and one.event_type is claim.event_type
        and one.status in HAPPENED
        and one.mention_id in event_of
        and _ONE_OF_THEM.search(one.sentence[: max(one.sentence.find(one.trigger), 0)])
    )


def _reconciled(
    report: Report, window: Days, alike: Sequence[_Shown], named: frozenset[str], acting: frozenset[str]
) -> Counted:
    mention = report.mention
    found = (*sorted(named), *(one.event_id for one in alike if window.holds(one.days)))
    possible = [*named, *(one.event_id for one in alike if window.meets(one.days))]
    sure = len({one.days for one in alike if window.holds(one.days) and one.days.is_day})
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
        verdict=_verdict(count, operator, len(found), len(possible), sure, is_bounded=window.first is not None),
    )
    return Counted(claim, report, window, found)


def _is_alike(one: _Shown, mention: EventMention, acting: frozenset[str], country: str | None) -> bool:
    """The event is of the kind counted, has the actors of the claim, and its place does not differ.

    An event without actors of its own may be theirs where its article is about two or more of them.
    """
    if not acting or (country and one.country and country != one.country):
        return False
    modes = _TALKS if mention.event_mode in _TALKS else {mention.event_mode}
    if not modes & one.modes:
        return False
    if one.actors:
        return acting <= one.actors
    return len(acting) > 1 and 2 * len(acting & one.neighbours) >= len(acting)


def _verdict(
    count: int, operator: CountOperator, found: int, possible: int, sure: int, *, is_bounded: bool
) -> CountVerdict:
    """``sure`` counts the different days of those found: two events on one day may be one that was told twice."""
    if not is_bounded or not possible:
        return CountVerdict.UNVERIFIABLE
    if sure > count and operator in _EXACT:
        return CountVerdict.EXCEEDED
    if operator is CountOperator.AT_MOST or found >= count:
        return CountVerdict.MATCHED
    return CountVerdict.FEWER_FOUND if possible < count else CountVerdict.UNVERIFIABLE
