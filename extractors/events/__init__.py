"""Mentions to events, within one article and across all: which claims are about one happening, and its lasting id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from extractors.claims import ArticleClaims
from extractors.events import actors as who
from extractors.events.clusters import Link, cluster
from extractors.events.identity import name_groups
from extractors.events.labels import label
from extractors.events.merging import Merging
from extractors.events.pairs import LINK, score
from extractors.events.signatures import Signature, signatures_of
from schemas import Actor, Correction, EventId, Participant

__all__ = ["Merging", "merge"]


def merge(
    claims: Sequence[ArticleClaims], ledger: Sequence[EventId], corrections: Sequence[Correction] = ()
) -> Merging:
    """Which mentions of all articles are one event.

    On an empty ledger the answer does not depend on the order of ``claims``; with a ledger ids are kept.
    """
    actor_rows = _actor_rows(claims)
    actor_ids = who.identify(actor_rows.values())
    signatures = {one.mention_id: one for article in claims for one in signatures_of(article, actor_ids, actor_rows)}
    groups = cluster(signatures, _links(signatures.values()))
    identities = name_groups(groups, ledger, corrections)
    mentions = {mention.mention_id: mention for article in claims for mention in article.mentions}
    participants: dict[str, list[Participant]] = defaultdict(list)
    for article in claims:
        for row in article.participants:
            participants[row.mention_id].append(row)
    labels = {
        event_id: label([mentions[one] for one in group], participants, actor_ids, actor_rows)
        for event_id, group in identities.groups.items()
    }
    return Merging(
        groups=identities.groups,
        ledger=identities.ledger,
        redirects=identities.redirects,
        labels=labels,
        actor_ids=actor_ids,
    )


def _actor_rows(claims: Iterable[ArticleClaims]) -> dict[str, Actor]:
    rows: dict[str, Actor] = {}
    for article in claims:
        for actor in article.actors:
            rows[actor.actor_id] = min(
                rows.get(actor.actor_id, actor), actor, key=lambda one: (-len(one.name), one.name)
            )
    return rows


def _links(signatures: Iterable[Signature]) -> Iterable[Link]:
    ordered = sorted(signatures, key=lambda one: one.mention_id)
    blocks: dict[object, list[Signature]] = defaultdict(list)
    for one in ordered:
        for key in {
            ("article", one.article_id),
            *(("actor", actor) for actor in one.sides),
            *(("stem", word) for word in one.stems),
        }:
            blocks[key].append(one)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for number, left in enumerate(block):
            for right in block[number + 1 :]:
                pair = (left.mention_id, right.mention_id)
                if pair in seen:
                    continue
                seen.add(pair)
                found = score(left, right)
                if found is not None and found >= LINK:
                    yield (found, *pair)
