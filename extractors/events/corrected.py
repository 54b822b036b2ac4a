"""Corrections by people: groups joined and mentions taken out, whatever the rules say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from schemas import Correction, CorrectionKind, EventId

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """Groups after the corrections, and who inherits.

    ``heirs`` maps event ids whose founding mention was taken out to the mention that stands for the event instead.
    """

    groups: list[Group]
    heirs: dict[str, str]


def apply_corrections(
    groups: Iterable[Group], ledger: Sequence[EventId], corrections: Sequence[Correction]
) -> Corrected:
    """``groups`` with every merge and split applied in order; ids that no mention stands for are passed over.

    An event id means the group that holds its founding mention at that point.
    """
    heirs: dict[str, str] = {}
    if not any(each.kind in {CorrectionKind.MERGE, CorrectionKind.SPLIT} for each in corrections):
        return Corrected(sorted(groups), heirs)
    founders = {row.event_id: row.founding_mention_id for row in ledger}
    group_of = {mention: group for group in groups for mention in group}
    for correction in corrections:
        if correction.kind is CorrectionKind.MERGE:
            named = [*(founders.get(event_id, "") for event_id in correction.event_ids), *correction.mention_ids]
            _join({group_of[mention] for mention in named if mention in group_of}, group_of)
        elif correction.kind is CorrectionKind.SPLIT:
            taken = {mention for mention in correction.mention_ids if mention in group_of}
            heirs |= _heirs(correction.event_ids, founders | heirs, taken, group_of)
            _take_out(taken, group_of)
    return Corrected(sorted(set(group_of.values())), heirs)


def _heirs(
    event_ids: Iterable[str], founders: Mapping[str, str], taken: set[str], group_of: Mapping[str, Group]
) -> dict[str, str]:
    found = {}
    for event_id in event_ids:
        founder = founders.get(event_id)
        rest = [mention for mention in group_of.get(founder or "", ()) if mention not in taken]
        if founder in taken and rest:
            found[event_id] = rest[0]
    return found


def _join(groups: set[Group], group_of: dict[str, Group]) -> None:
    joined = tuple(sorted(mention for group in groups for mention in group))
    group_of.update(dict.fromkeys(joined, joined))


def _take_out(mentions: set[str], group_of: dict[str, Group]) -> None:
    for group in {group_of[mention] for mention in mentions}:
        rest = tuple(mention for mention in group if mention not in mentions)
        group_of.update(dict.fromkeys(rest, rest))
    apart = tuple(sorted(mentions))
    group_of.update(dict.fromkeys(apart, apart))
