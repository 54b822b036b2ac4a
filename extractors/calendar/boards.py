"""Events and articles on one board: who is tied to whom, and the rounds in which articles without a day get one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.calendar.bounds import ORIGIN, Bound
from extractors.calendar.corrected import redated_bounds
from extractors.calendar.lore import lore_bounds
from extractors.calendar.memory import Memory
from extractors.calendar.offsets import Offset
from extractors.calendar.recalling import Same
from extractors.calendar.reports import Report
from extractors.calendar.settling import Settled, settle
from extractors.calendar.telling import Happening, Sources, occasions, tell
from extractors.calendar.undated import clue_bounds, is_undated, reference_days, sharpened, thumb_days
from extractors.calendar.voices import Voice
from extractors.claims import ArticleClaims, Reference
from extractors.days import Days
from extractors.events import Merging
from schemas import Correction

#: Rounds of telling days again for sharper reference days; each round only takes days away.
_MOST_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Board:
    """The articles with their final reference days, the events, and the network of what is tied to each other.

    ``lone`` are the events that no bound ties to others; ``bounds`` and ``replaced`` (by newer plans) are those of the
    others, ``settled`` what they come to.
    """

    voices: Sequence[Voice]
    reports: Mapping[str, Report]
    happenings: Mapping[str, Happening]
    lone: Sequence[Happening]
    tied: Sequence[Happening]
    bounds: Sequence[Bound]
    replaced: Sequence[Bound]
    settled: Settled


@dataclass(frozen=True, slots=True)
class Setting:
    """What stays the same from round to round."""

    given: Sequence[ArticleClaims]
    merging: Merging
    sources: Sources
    corrections: Sequence[Correction]
    offsets: Mapping[str, Sequence[Offset]]
    memory: Memory


def settled_board(
    given: Sequence[ArticleClaims],
    merging: Merging,
    sources: Sources,
    corrections: Sequence[Correction],
    memory: Memory,
) -> Board:
    """Settle, tell days again for sharper reference days, and so on until nothing moves."""
    setting = Setting(given, merging, sources, corrections, _offsets(given, merging, memory), memory)
    thumbs: dict[str, Days] = {}
    current = list(given)
    for _ in range(_MOST_ROUNDS):
        board = _board(current, setting, thumbs)
        sharper = _sharper(setting, board, thumbs)
        moved = {
            number: reference
            for number, one in enumerate(current)
            if (reference := sharper.get(one.article.article_id)) and reference.days != reference_days(one)
        }
        if not moved:
            break
        keys = ((Same(current[number]), reference) for number, reference in moved.items())
        for number, one in zip(moved, memory.redated(keys), strict=True):
            current[number] = one
    return board


def _offsets(given: Iterable[ArticleClaims], merging: Merging, memory: Memory) -> dict[str, Sequence[Offset]]:
    """How far from the day of each undated article its claims lie, where other articles or an occasion tie them."""
    undated = [one for one in given if is_undated(one)]
    found = memory.offsets((Same(one), _told_elsewhere(one, merging) | occasions(one)) for one in undated)
    return {one.article.article_id: offsets for one, offsets in zip(undated, found, strict=True)}


def _told_elsewhere(claims: ArticleClaims, merging: Merging) -> frozenset[str]:
    """The mentions of events that other articles tell of, too: only they tie an article to others."""
    own = {mention.mention_id for mention in claims.mentions}
    return frozenset(
        one for one in own if one in merging.event_of and not own.issuperset(merging.groups[merging.event_of[one]])
    )


def _board(claims: Sequence[ArticleClaims], setting: Setting, thumbs: Mapping[str, Days]) -> Board:
    merging, sources, memory = setting.merging, setting.sources, setting.memory
    voices = memory.choir.hear(claims, merging.actor_ids, sources)
    reports = {mention_id: report for voice in voices for mention_id, report in voice.reports.items()}
    happenings = {one.event_id: one for one in memory.happenings(_grouped(reports, merging))}
    grounds = [*clue_bounds(setting.given, thumbs, sources), *redated_bounds(setting.corrections)]
    for voice in voices:
        article_id = voice.claims.article.article_id
        grounds.extend(lore_bounds(article_id, voice.lore, happenings, merging.event_of, sources))
    telling = tell(claims, happenings, merging.event_of, sources, setting.offsets)
    touched = {node for bound in (*grounds, *telling.bounds) for node in (bound.left, bound.right)}
    tied = [one for one in happenings.values() if one.first in touched or one.last in touched]
    told = memory.told(tied)
    bounds = [*grounds, *(bound for own, _ in told for bound in own), *telling.bounds]
    return Board(
        voices=voices,
        reports=reports,
        happenings=happenings,
        lone=[one for one in happenings.values() if one.first not in touched and one.last not in touched],
        tied=tied,
        bounds=bounds,
        replaced=[bound for _, replaced in told for bound in replaced],
        settled=settle(bounds, telling.mondays),
    )


def _grouped(reports: Mapping[str, Report], merging: Merging) -> Iterator[tuple[str, tuple[Report, ...]]]:
    """The reports of each event, by event id; events without any report are left out."""
    for event_id, mentions in merging.groups.items():
        members = tuple(reports[one] for one in mentions if one in reports)
        if members:
            yield event_id, members


def _sharper(setting: Setting, board: Board, thumbs: dict[str, Days]) -> dict[str, Reference]:
    """Sharper references by article id; what rules of thumb leave goes into ``thumbs`` for the next round."""
    undated = [one for one in setting.given if is_undated(one)]
    beside: dict[str, list[Bound]] = defaultdict(list)
    if undated:
        for bound in board.bounds:
            if bound.left != ORIGIN:
                beside[bound.left].append(bound)
    found: dict[str, Reference] = {}
    for one in undated:
        article_id = one.article.article_id
        thumb = thumb_days(one, board.settled.of(article_id))
        if thumb is not None:
            thumbs[article_id] = thumb
        bounds = (*beside[article_id], *beside[f"monday:{article_id}"])
        reference = sharpened(one, board.settled, bounds, setting.merging.labels)
        if reference is not None:
            found[article_id] = reference
    return found
