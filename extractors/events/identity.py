"""Event ids that last: the ledger of founding mentions, and redirects for ids that no longer stand.

An id is given once, for the mention that founded the event, and is a hash of that mention's id. Wherever the founding
mention is found later, there the id is. When an event holds several founding mentions the id that was given first in
the order of founding mention ids stays and the others lead to it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from schemas import Correction, CorrectionKind, EventId, EventRedirect


@dataclass(frozen=True, kw_only=True, slots=True)
class Identities:
    """Groups under their event ids, the ledger that goes with them, and the redirects."""

    groups: dict[str, tuple[str, ...]]
    ledger: tuple[EventId, ...]
    redirects: tuple[EventRedirect, ...]


def event_id_of(founding_mention_id: str) -> str:
    """The id given to an event founded by this mention: 16 hexadecimal digits."""
    return hashlib.sha256(f"event\n{founding_mention_id}".encode()).hexdigest()[:16]


def name_groups(
    groups: Iterable[Sequence[str]], ledger: Sequence[EventId], corrections: Sequence[Correction] = ()
) -> Identities:
    """Give every group of mention ids its event id.

    A group that holds no founding mention of the ledger is founded by its smallest mention id.
    """
    given = {row.founding_mention_id: row.event_id for row in ledger}
    named: dict[str, tuple[str, ...]] = {}
    fresh: list[EventId] = []
    redirects: list[EventRedirect] = []
    for group in groups:
        mentions = tuple(sorted(group))
        founders = [mention for mention in mentions if mention in given]
        event_id = given[founders[0]] if founders else event_id_of(mentions[0])
        if not founders:
            fresh.append(EventId(event_id=event_id, founding_mention_id=mentions[0]))
        redirects += (_merged(given[other], event_id) for other in founders[1:])
        named[event_id] = mentions
    redirects += _splits(named, given.values(), corrections)
    return Identities(
        groups=dict(sorted(named.items())),
        ledger=(*ledger, *sorted(fresh, key=lambda row: row.event_id)),
        redirects=tuple(sorted(redirects, key=lambda row: (row.old_event_id, row.event_id))),
    )


def _merged(old_event_id: str, event_id: str) -> EventRedirect:
    return EventRedirect(
        old_event_id=old_event_id, event_id=event_id, reason="merged: their claims are about one happening"
    )


def _splits(
    groups: Mapping[str, tuple[str, ...]], ledger_ids: Iterable[str], corrections: Sequence[Correction]
) -> Iterable[EventRedirect]:
    """Where a correction takes mentions out of an event, the event's id also leads to their new event."""
    event_of = {mention: event for event, mentions in groups.items() for mention in mentions}
    known = set(ledger_ids)
    for correction in corrections:
        if correction.kind is not CorrectionKind.SPLIT:
            continue
        targets = {event_of[one] for one in correction.mention_ids if one in event_of}
        for old in sorted(known.intersection(correction.event_ids)):
            for target in sorted(targets - {old}):
                reason = f"split by {correction.who}: {correction.why}"
                yield EventRedirect(old_event_id=old, event_id=target, reason=reason)
