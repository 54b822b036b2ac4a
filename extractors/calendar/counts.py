"""Told numbers of events ("visited five times since ...") against the events that the articles show."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.calendar.event_rows import EventDays
from extractors.calendar.reports import Report
from extractors.calendar.standing import HAPPENED
from extractors.calendar.telling import Happening
from extractors.calendar.voices import Voice
from extractors.claims import ReferenceClue
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
    """An event as counting sees it; ``neighbours`` are named by its articles, where it has no actors of its own."""

    event_id: str
    modes: frozenset[str | None]
    actors: frozenset[str]
    neighbours: frozenset[str]
    country: str | None
    days: Days


@dataclass(frozen=True, slots=True)
class Ground:
    """What counting stands on: articles by id, events by id with their rows, days and actors."""

    voices: Mapping[str, Voice]
    happenings: Mapping[str, Happening]
    rows: Mapping[str, Event]
    days: Mapping[str, EventDays]
    actors: Mapping[str, Collection[str]]


def counted(ground: Ground, event_of: Mapping[str, str], names: Mapping[str, str]) -> list[Counted]:
    """Every count claim, reconciled; in the order of events and reports. ``names`` are the full names of actors."""
    counting = [
        (event_of[report.mention.mention_id], report)
        for voice in ground.voices.values()
        for report in _counting(voice)
        if report.mention.mention_id in event_of
    ]
    counting.sort(key=lambda one: (one[0], one[1].order))
    parties = known_by_initials(names)
    acting = [_acting(report, parties) for _, report in counting]
    wanted = {
        (report.mention.event_type, actor) for (_, report), who in zip(counting, acting, strict=True) for actor in who
    }
    shown = _shown(ground, wanted, parties)
    aside = {event_id for event_id, _ in counting}
    found = []
    for (event_id, report), who in zip(counting, acting, strict=True):
        voice = ground.voices[report.article.article_id]
        window = _window(report, voice.claims.clues)
        named = _named_members(report, voice.claims.mentions, event_of) - {event_id}
        country = ground.rows[event_id].country_code
        others = {one.event_id: one for actor in who for one in shown[report.mention.event_type, actor]}
        alike = [
            one
            for one in others.values()
            if one.event_id not in named | aside and _is_alike(one, report.mention, who, country)
        ]
        found.append(_reconciled(report, window, sorted(alike, key=lambda one: one.event_id), named, who))
    return found


def known_by_initials(names: Mapping[str, str]) -> dict[str, str]:
    """For parties with a full name the id of the party called by its initials, where only one full name fits."""
    short = {name: actor_id for actor_id, name in names.items() if name.isupper() and len(name) >= _SHORTEST_INITIALS}
    full: dict[str, list[str]] = defaultdict(list)
    for actor_id, name in names.items():
        initials = "".join(word[0] for word in name.split() if word[0].isupper())
        if initials in short and name != initials:
            full[initials].append(actor_id)
    return {members[0]: short[initials] for initials, members in full.items() if len(members) == 1}


def _acting(report: Report, parties: Mapping[str, str]) -> frozenset[str]:
    """Who is said to have acted."""
    ids = (party.actor_id for party in report.parties if party.role is not Role.RECIPIENT)
    return frozenset(parties.get(one, one) for one in ids)


def _counting(voice: Voice) -> Iterator[Report]:
    """The reports that tell a number of events; one word read as several events ("on 11 and 25 May") is the count."""
    for report in voice.reports.values():
        mention = report.mention
        if mention.count is None or mention.count < 2 or mention.count_operator is CountOperator.ORDINAL:
            continue
        is_alone = mention.start_offset not in voice.plural and str(mention.count) not in _numbers(mention.time_text)
        if is_alone and mention.status in HAPPENED and mention.event_type not in _OF_PEOPLE:
            yield report


def _numbers(words: str | None) -> list[str]:
    """The numbers in words for a time: the 4 of "Nov. 4 elections" counts no elections."""
    return re.findall(r"\d+", words or "")


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
    ground: Ground, wanted: Collection[tuple[EventType, str]], parties: Mapping[str, str]
) -> Mapping[tuple[EventType, str], list[_Shown]]:
    """The events that happened, by ``wanted`` type and actor; without actors, by whom their articles name."""
    types: dict[EventType, set[str]] = defaultdict(set)
    for event_type, actor in wanted:
        types[event_type].add(actor)
    renamed = parties.keys()
    shown: dict[tuple[EventType, str], list[_Shown]] = defaultdict(list)
    for event_id, event in ground.happenings.items():
        row = ground.rows[event_id]
        if row.event_type not in types or not event.is_real:
            continue
        actors = ground.actors[event_id]
        if actors and renamed.isdisjoint(actors) and types[row.event_type].isdisjoint(actors):
            continue
        actors = frozenset(parties.get(one, one) for one in actors)
        near = frozenset[str]() if actors else _neighbours(event, ground.voices, parties)
        counting = types[row.event_type] & (actors or near)
        if not counting:
            continue
        one = _Shown(
            event_id=event_id,
            modes=frozenset(one.mention.event_mode for one in event.reports),
            actors=actors,
            neighbours=near,
            country=row.country_code,
            days=ground.days[event_id].days,
        )
        for actor in counting:
            shown[row.event_type, actor].append(one)
    return shown


def _neighbours(event: Happening, voices: Mapping[str, Voice], parties: Mapping[str, str]) -> frozenset[str]:
    articles = {one.article.article_id for one in event.reports}
    return frozenset(parties.get(one, one) for article_id in articles for one in voices[article_id].named)


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
        verdict=_verdict(
            count, operator, len(found), len(possible), sure, is_definite=_is_definite(report, window, acting)
        ),
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


def _is_definite(report: Report, window: Days, acting: frozenset[str]) -> bool:
    """The window has a beginning, and it is clear what is counted: what two parties did, or one did somewhere."""
    names = {party.name for party in report.parties if party.actor_id in acting}
    points = max(len(acting), len(names | {report.mention.place} - {None}) if names else 0)
    return window.first is not None and points > 1


def _verdict(
    count: int, operator: CountOperator, found: int, possible: int, sure: int, *, is_definite: bool
) -> CountVerdict:
    """``sure`` counts the different days of those found: two events on one day may be one that was told twice."""
    if not is_definite or not possible:
        return CountVerdict.UNVERIFIABLE
    if sure > count and operator in _EXACT:
        return CountVerdict.EXCEEDED
    if operator is CountOperator.AT_MOST or found >= count:
        return CountVerdict.MATCHED
    return CountVerdict.FEWER_FOUND if possible < count else CountVerdict.UNVERIFIABLE
