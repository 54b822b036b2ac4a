"""Everything merging knows of the articles so far, so that the next call only does what is new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.claims import ArticleClaims
from extractors.events import actors as who
from extractors.events.clusters import cluster, reachable
from extractors.events.comparisons import Comparisons
from extractors.events.corrected import apply_corrections
from extractors.events.identity import name_groups
from extractors.events.labels import Told, label_of
from extractors.events.merging import Merging
from extractors.events.signatures import Signature, signatures_of
from extractors.events.successors import successors
from schemas import Actor, Correction, EventId
from schemas.enumerations import Role

Group = tuple[str, ...]


class EventIndex:
    """Merges the claims it is given; a later call with more articles costs about as much as the new ones.

    The answer is always the same as that of a new index for the same claims, ledger and corrections.
    """

    def __init__(self) -> None:
        """Know no article yet."""
        self._articles: dict[str, ArticleClaims] = {}
        self._actors: dict[str, Actor] = {}
        self._actor_ids: dict[str, str] = {}
        self._comparisons = Comparisons()
        self._group_of: dict[str, Group] = {}
        self._labels: dict[Group, str] = {}

    def merge(
        self,
        claims: Sequence[ArticleClaims],
        ledger: Sequence[EventId],
        corrections: Sequence[Correction] = (),
        superseded: Sequence[ArticleClaims] = (),
    ) -> Merging:
        """Which mentions of exactly these articles are one event; see :func:`extractors.events.merge`."""
        self._learn({each.article.article_id: each for each in claims})
        heirs = successors(ledger, claims, superseded)
        standing = [_inherited(row, heirs) if row.event_id in heirs else row for row in ledger] if heirs else ledger
        corrected = apply_corrections(set(self._group_of.values()), standing, corrections)
        identities = name_groups(corrected.groups, ledger, corrections, heirs | corrected.heirs)
        self._label(identities.groups.values())
        return Merging(
            groups=identities.groups,
            ledger=identities.ledger,
            redirects=identities.redirects,
            labels={event_id: self._labels[group] for event_id, group in identities.groups.items()},
            actor_ids=dict(self._actor_ids),
        )

    def _learn(self, articles: Mapping[str, ArticleClaims]) -> None:
        known = self._articles
        changed = {key for key, each in articles.items() if key not in known or known[key] is not each}
        changed = {key for key in changed if key not in known or not _is_same(known[key], articles[key])}
        missing = known.keys() - articles.keys()
        self._articles = dict(articles)
        changed |= self._identify(changed | missing)
        old = [known[key] for key in sorted((changed | missing) & known.keys())]
        gone = [mention.mention_id for each in old for mention in each.mentions]
        come = [one for key in sorted(changed) for one in self._read(articles[key])]
        self._regroup(gone, come)

    def _identify(self, changed: set[str]) -> set[str]:
        """Say who is who again; the articles that name a party whose identity or row changed."""
        if not changed and self._actors:
            return set()
        rows = _actor_rows(self._articles.values())
        ids = who.identify(rows.values())
        moved = {
            actor_id
            for actor_id in self._actors.keys() & rows.keys()
            if rows[ids[actor_id]] != self._actors.get(self._actor_ids[actor_id])
        }
        self._actors, self._actor_ids = rows, ids
        if not moved:
            return set()
        return {key for key, each in self._articles.items() if any(one.actor_id in moved for one in each.actors)}

    def _read(self, claims: ArticleClaims) -> list[Signature]:
        return signatures_of(claims, self._actor_ids, self._actors)

    def _regroup(self, gone: Sequence[str], come: Sequence[Signature]) -> None:
        left_behind = {other for mention_id in gone for other in self._group_of.pop(mention_id)}
        self._labels = {group: text for group, text in self._labels.items() if left_behind.isdisjoint(group)}
        changed = self._comparisons.update(gone, come)
        left_behind |= {other for mention_id in changed for other in self._group_of.get(mention_id, ())}
        start = (changed | left_behind) & self._comparisons.signatures.keys()
        for part in reachable(start, self._comparisons.links):
            for group in cluster(part, self._comparisons.links, self._comparisons.signatures):
                self._group_of.update(dict.fromkeys(group, group))

    def _label(self, groups: Iterable[Group]) -> None:
        """Give every group that has none its label, article by article, so that little is held at once."""
        group_of = {mention_id: group for group in groups if group not in self._labels for mention_id in group}
        waiting: dict[Group, list[Told]] = defaultdict(list)
        for claims in self._articles.values():
            wanted = {one.mention_id for one in claims.mentions} & group_of.keys()
            for one in self._told(claims, wanted) if wanted else ():
                group = group_of[one.mention.mention_id]
                waiting[group].append(one)
                if len(waiting[group]) == len(group):
                    self._labels[group] = label_of(waiting.pop(group))

    def _told(self, claims: ArticleClaims, wanted: set[str]) -> Iterator[Told]:
        parties: dict[str, list[tuple[Role, Actor]]] = defaultdict(list)
        for row in claims.participants:
            actor = self._actors.get(self._actor_ids.get(row.actor_id or "", ""))
            if actor is not None and row.mention_id in wanted:
                parties[row.mention_id].append((row.role, actor))
        for mention in claims.mentions:
            if mention.mention_id in wanted:
                yield Told(mention, tuple(parties.get(mention.mention_id, ())))


def _inherited(row: EventId, heirs: Mapping[str, str]) -> EventId:
    return replace(row, founding_mention_id=heirs[row.event_id])


def _is_same(one: ArticleClaims, other: ArticleClaims) -> bool:
    """Nothing that merging reads is different."""
    return (
        one.mentions == other.mentions
        and one.participants == other.participants
        and one.actors == other.actors
        and one.aliases == other.aliases
        and one.places == other.places
        and one.text == other.text
    )


def _actor_rows(claims: Iterable[ArticleClaims]) -> dict[str, Actor]:
    """One row for each actor id: the fullest, whatever the order of articles."""
    met: dict[str, Actor] = {}
    for article in claims:
        for actor in article.actors:
            known = met.get(actor.actor_id)
            if known is None or _fullness(actor) < _fullness(known):
                met[actor.actor_id] = actor
    return met


def _fullness(actor: Actor) -> tuple[bool, bool, int, str]:
    return (actor.wikidata_id is None, actor.country_code is None, -len(actor.name), actor.name)
