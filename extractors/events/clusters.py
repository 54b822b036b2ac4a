"""Links to groups: the strongest links first, and no group that holds two mentions which cannot be one event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from extractors.events.barriers import cannot_link
from extractors.events.signatures import Signature

Links = Mapping[str, Mapping[str, float]]


def reachable(start: Iterable[str], links: Links) -> list[list[str]]:
    """The connected parts of the links that hold a mention of ``start``, each sorted."""
    seen: set[str] = set()
    parts = []
    for first in sorted(start):
        if first in seen:
            continue
        seen.add(first)
        part = [first]
        for mention_id in part:
            fresh = [other for other in links.get(mention_id, ()) if other not in seen]
            seen.update(fresh)
            part += fresh
        parts.append(sorted(part))
    return parts


def cluster(part: Sequence[str], links: Links, signatures: Mapping[str, Signature]) -> list[tuple[str, ...]]:
    """Groups of the mention ids of one connected part, every mention in exactly one.

    The result depends on the mentions and their links alone.
    """
    group_of: dict[str, list[str]] = {mention_id: [mention_id] for mention_id in part}
    ordered = sorted(
        (-points, left, right) for left in part for right, points in links.get(left, {}).items() if left < right
    )
    for _, left, right in ordered:
        mine, theirs = group_of[left], group_of[right]
        if mine is theirs or not _can_join(signatures, mine, theirs):
            continue
        if len(mine) < len(theirs):
            mine, theirs = theirs, mine
        mine += theirs
        for mention_id in theirs:
            group_of[mention_id] = mine
    distinct = {id(group): group for group in group_of.values()}
    return sorted(tuple(sorted(group)) for group in distinct.values())


def _can_join(signatures: Mapping[str, Signature], mine: Sequence[str], theirs: Sequence[str]) -> bool:
    return not any(cannot_link(signatures[left], signatures[right]) for left in mine for right in theirs)
