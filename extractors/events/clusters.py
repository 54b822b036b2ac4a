"""Links to groups: the strongest links first.

No group holds two mentions which cannot be one event, and no group hangs together by one chance link: of the articles
that speak for two groups most must agree with each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from extractors.events.barriers import cannot_link
from extractors.events.pairs import LINK, score
from extractors.events.signatures import Signature

#: As many articles of a group, those joined by the strongest links, speak for it.
_SPEAKERS = 5
#: As many mentions of an article are looked at where two articles are compared.
_LOOKED_AT = 3
#: Share of the pairs of speaking articles that must be linked.
_AGREEING = 0.5

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


Unit = list[str]


class _Group:
    """Mentions of one event, by article in the order in which the articles joined.

    ``apart`` are the groups that it can never join, ``refused`` the sizes of both when it last did not join a group:
    groups only grow, so that nothing is asked twice.
    """

    def __init__(self, mention_id: str, article_id: str) -> None:
        self.mentions = [mention_id]
        self.units: dict[str, Unit] = {article_id: [mention_id]}
        self.apart: set[_Group] = set()
        self.refused: dict[_Group, tuple[int, int]] = {}

    def keep_apart(self, other: _Group) -> None:
        self.apart.add(other)
        other.apart.add(self)

    def take(self, other: _Group) -> None:
        for rival in other.apart:
            self.keep_apart(rival)
        self.mentions += other.mentions
        for article_id, unit in other.units.items():
            self.units[article_id] = self.units.get(article_id, []) + unit

    @property
    def speakers(self) -> list[tuple[str, Unit]]:
        return list(islice(self.units.items(), _SPEAKERS))


def cluster(part: Sequence[str], links: Links, signatures: Mapping[str, Signature]) -> list[tuple[str, ...]]:
    """Groups of the mention ids of one connected part, every mention in exactly one.

    The result depends on the mentions and their links alone.
    """
    group_of = {mention_id: _Group(mention_id, signatures[mention_id].article_id) for mention_id in part}
    ordered = sorted(
        (-points, left, right) for left in part for right, points in links.get(left, {}).items() if left < right
    )
    for _, left, right in ordered:
        one, other = group_of[left], group_of[right]
        if len(one.mentions) < len(other.mentions):
            one, other = other, one
        if one is not other and _may_join(one, other, links, signatures):
            one.take(other)
            group_of.update(dict.fromkeys(other.mentions, one))
    distinct = {id(group): group.mentions for group in group_of.values()}
    return sorted(tuple(sorted(mentions)) for mentions in distinct.values())


def _may_join(one: _Group, other: _Group, links: Links, signatures: Mapping[str, Signature]) -> bool:
    sizes = len(one.mentions), len(other.mentions)
    if other in one.apart or one.refused.get(other) == sizes:
        return False
    if _is_kept_apart(signatures, one.mentions, other.mentions):
        one.keep_apart(other)
        return False
    if _is_told_again(one, other, signatures) or _agree(one, other, links, signatures):
        return True
    one.refused[other] = sizes
    return False


def _is_told_again(one: _Group, other: _Group, signatures: Mapping[str, Signature]) -> bool:
    """One of the two is undated words of articles that speak in the other already, and know what they mean."""
    return any(
        few.units.keys() <= many.units.keys() and not any(signatures[mention_id].is_told for mention_id in few.mentions)
        for few, many in ((one, other), (other, one))
    )


def _is_kept_apart(signatures: Mapping[str, Signature], mine: Sequence[str], theirs: Sequence[str]) -> bool:
    return any(cannot_link(signatures[left], signatures[right]) for left in mine for right in theirs)


def _agree(one: _Group, other: _Group, links: Links, signatures: Mapping[str, Signature]) -> bool:
    pairs = [
        (mine[:_LOOKED_AT], theirs[:_LOOKED_AT])
        for article_id, mine in one.speakers
        for other_id, theirs in other.speakers
        if article_id != other_id
    ]
    if len(pairs) < 2:
        return True
    return sum(_is_linked(*pair, links, signatures) for pair in pairs) >= _AGREEING * len(pairs)


def _is_linked(mine: Unit, theirs: Unit, links: Links, signatures: Mapping[str, Signature]) -> bool:
    """Some mentions of two articles are linked, or would be had they been compared."""
    pairs = [(left, right) for left in mine for right in theirs]
    if any(right in links.get(left, ()) for left, right in pairs):
        return True
    return any((score(signatures[left], signatures[right]) or 0.0) >= LINK for left, right in pairs)
