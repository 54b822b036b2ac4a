"""Ids over versions of a page: which mention of the newest version says what a founding mention said before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from extractors.claims import ArticleClaims
from extractors.events.lexemes import stem, words
from extractors.events.remembering import remembered
from schemas import EventId, EventMention

#: Share of the words of both sentences that a reworded claim keeps at least.
_KEPT = 0.5


def successors(
    ledger: Iterable[EventId], claims: Sequence[ArticleClaims], superseded: Sequence[ArticleClaims]
) -> dict[str, str]:
    """For event ids whose founding mention stands in an older version: the mention that stands for them now.

    Args:
        ledger: the ids given so far.
        claims: the articles that speak.
        superseded: older versions of these, by the same ``source_uri``, in the order in which they were received.

    An id is left out when the newest version no longer tells of its event.
    """
    if not superseded:
        return {}
    ids: dict[str, list[str]] = defaultdict(list)
    for row in ledger:
        ids[row.founding_mention_id].append(row.event_id)
    newest = {each.article.source_uri: each for each in claims}
    found: dict[str, str] = {}
    for old in superseded:
        new = newest.get(old.article.source_uri)
        founders = [one for one in old.mentions if one.mention_id in ids]
        if new is None or not founders:
            continue
        for founder, heir in _matched(founders, new.mentions).items():
            found.update(dict.fromkeys(ids[founder], heir))
    return found


def _matched(old: Sequence[EventMention], new: Sequence[EventMention]) -> Mapping[str, str]:
    """Old mention ids with the new ones that say the same, the most alike first, every new one once."""
    ranked = sorted(
        (-alike, abs(one.sentence_number - other.sentence_number), one.mention_id, other.mention_id)
        for one in old
        for other in new
        if (alike := _alike(one, other)) >= _KEPT
    )
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, before, after in ranked:
        if before not in found and after not in taken:
            found[before] = after
            taken.add(after)
    return found


def _alike(one: EventMention, other: EventMention) -> float:
    """How much of both sentences is the same, 0 to 1; 0 for different acts."""
    if one.event_type is not other.event_type or not _stems(one.trigger) & _stems(other.trigger):
        return 0.0
    mine, theirs = _stems(one.sentence), _stems(other.sentence)
    return len(mine & theirs) / max(len(mine | theirs), 1)


@remembered(1 << 16)
def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, words(text)))
