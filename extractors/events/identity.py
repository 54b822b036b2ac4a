"""Event ids that last: the ledger of founding mentions, and redirects for ids that no longer stand.

An id is given once, for the mention that founded the event, and is a hash of that mention's id. Wherever the founding
mention is found later, there the id is. When an event holds several founding mentions the id of the smallest stays and
the others lead to it. A correction that takes the founding mention out of an event leaves the id with the rest.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from schemas import Correction, CorrectionKind, EventId, EventRedirect


@dataclass(frozen=True, kw_only=True, slots=True)
class Identities:
    """Groups under their event ids, the ledger that goes with them, and the redirects."""

    groups: dict[str, tuple[str, ...]]
    ledger: tuple[EventId, ...]
    redirects: tuple[EventRedirect, ...]


def event_id_of(founding_mention_id: str, taken: Collection[str] = ()) -> str:
    """The id given to an event founded by this mention, 16 hexadecimal digits; the first that is not taken."""
    for number in count():
        seed = "\n".join(["event", founding_mention_id, *([str(number)] if number else [])])
        event_id = hashlib.sha256(seed.encode()).hexdigest()[:16]
        if event_id not in taken:
            return event_id
    raise AssertionError("count() does not end")


def name_groups(
    groups: Iterable[tuple[str, ...]],
    ledger: Sequence[EventId],
    corrections: Sequence[Correction] = (),
    heirs: Mapping[str, str] | None = None,
) -> Identities:
    """Give every group of mention ids its event id; the ids of each group are sorted.

    A group that holds no founding mention of the ledger is founded by its smallest mention id. ``heirs`` names for some
    event ids another mention that stands for them.
    """
    given = _given(ledger, heirs or {})
    known = {row.event_id for row in ledger}
    named: dict[str, tuple[str, ...]] = {}
    fresh: list[EventId] = []
    redirects: list[EventRedirect] = []
    for mentions in groups:
        ids = [event_id for mention in mentions for event_id in given.get(mention, ())]
        if not ids:
            ids = [event_id_of(mentions[0], known)]
            fresh.append(EventId(event_id=ids[0], founding_mention_id=mentions[0]))
        redirects += (_merged(other, ids[0]) for other in ids[1:])
        named[ids[0]] = mentions
    redirects += _splits(named, known, corrections)
    return Identities(
        groups=dict(sorted(named.items())),
        ledger=(*ledger, *sorted(fresh, key=lambda row: row.event_id)),
        redirects=tuple(sorted(redirects, key=lambda row: (row.old_event_id, row.event_id))),
    )


def _given(ledger: Iterable[EventId], heirs: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """The ids that a mention stands for, first those that are hashes of their own founding mention."""
    found: dict[str, tuple[str, ...]] = {}
    several: dict[str, list[EventId]] = defaultdict(list)
    for row in ledger:
        standing = heirs.get(row.event_id, row.founding_mention_id)
        if found.setdefault(standing, (row.event_id,)) != (row.event_id,):
            several[standing] = []
    for row in ledger if several else ():
        standing = heirs.get(row.event_id, row.founding_mention_id)
        if standing in several:
            several[standing].append(row)
    for standing, rows in several.items():
        rows.sort(key=lambda row: (row.event_id != event_id_of(row.founding_mention_id), row.event_id))
        found[standing] = tuple(row.event_id for row in rows)
    return found


def _merged(old_event_id: str, event_id: str) -> EventRedirect:
    return EventRedirect(
        old_event_id=old_event_id, event_id=event_id, reason="merged: their claims are about one happening"
    )


def _splits(
    groups: Mapping[str, tuple[str, ...]], ledger_ids: Iterable[str], corrections: Sequence[Correction]
) -> Iterable[EventRedirect]:
    """Where a correction takes mentions out of an event, the event's id also leads to their new event."""
    splits = [one for one in corrections if one.kind is CorrectionKind.SPLIT]
    if not splits:
        return
    event_of = {mention: event for event, mentions in groups.items() for mention in mentions}
    known = set(ledger_ids)
    for correction in splits:
        targets = {event_of[one] for one in correction.mention_ids if one in event_of}
        for old in sorted(known.intersection(correction.event_ids)):
            for target in sorted(targets - {old}):
                reason = f"split by {correction.who}: {correction.why}"
                yield EventRedirect(old_event_id=old, event_id=target, reason=reason)
