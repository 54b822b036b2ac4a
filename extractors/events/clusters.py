"""Pairs to groups: the strongest links first, and no group that holds two mentions which cannot be one event."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from extractors.events.pairs import cannot_link
from extractors.events.signatures import Signature

#: A link: score, and the ids of the two mentions, smaller first.
Link = tuple[float, str, str]


def cluster(signatures: Mapping[str, Signature], links: Iterable[Link]) -> list[tuple[str, ...]]:
    """Groups of mention ids, every mention in exactly one; deterministic whatever the order of ``links``."""
    group_of: dict[str, list[str]] = {mention_id: [mention_id] for mention_id in signatures}
    for _, left, right in sorted(links, key=lambda link: (-link[0], link[1], link[2])):
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


def _can_join(signatures: Mapping[str, Signature], mine: Sequence[str], theirs: Collection[str]) -> bool:
    return not any(cannot_link(signatures[left], signatures[right]) for left in mine for right in theirs)
