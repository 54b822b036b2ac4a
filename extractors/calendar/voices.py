"""Articles as the calendar hears them: all that follows from one article, given who is who and which is a copy."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractors.calendar.evidence import Shown
from extractors.calendar.lore import Lore, lore_of
from extractors.calendar.page_findings import publication_findings, repeat_findings
from extractors.calendar.recalling import Recall, Same
from extractors.calendar.reports import Party, Report, Source, reports_of
from extractors.calendar.telling import Sources
from extractors.claims import ArticleClaims
from schemas import Place


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """One article: its reports by mention id, the parties it names, what is known of its claims, findings of its own.

    ``plural`` are the offsets of words that are read as several events.
    """

    claims: ArticleClaims
    reports: Mapping[str, Report]
    named: frozenset[str]
    plural: frozenset[int]
    lore: tuple[Lore, ...]
    findings: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """The ids of actors and places that an article names, each once."""

    actor_ids: tuple[str, ...]
    place_ids: tuple[str, ...]


#: An article, its source, each of its actor ids with the id and the name that stand, and its places.
_Key = tuple[Same[ArticleClaims], Source, tuple[tuple[str, str, str], ...], tuple[Place, ...]]


class Choir:
    """The voices of articles, remembered by what they depend on."""

    def __init__(self) -> None:
        """Know no article yet."""
        self._named: Recall[Same[ArticleClaims], _Named] = Recall(lambda keys: [_named(key.value) for key in keys])
        self._voices: Recall[_Key, Voice] = Recall(lambda keys: [_voice(*key) for key in keys])

    def turn(self) -> None:
        """Forget what was not asked for since the last turn."""
        self._named.turn()
        self._voices.turn()

    def hear(self, claims: Sequence[ArticleClaims], actor_ids: Mapping[str, str], sources: Sources) -> list[Voice]:
        """The voices of ``claims``; ``actor_ids`` leads to the ids under which parties are known over all articles."""
        names = full_names(claims)
        places = {place.place_id: place for one in claims for place in one.places}
        same = [Same(one) for one in claims]
        keys = []
        for key, named in zip(same, self._named(same), strict=True):
            known = [(one, actor_ids.get(one, one)) for one in named.actor_ids]
            parties = tuple((one, stands, names.get(stands, stands)) for one, stands in known)
            sites = tuple(places[one] for one in named.place_ids if one in places)
            keys.append((key, sources.of(key.value.article.article_id), parties, sites))
        return self._voices(keys)


def full_names(claims: Iterable[ArticleClaims]) -> dict[str, str]:
    """The longest name of every actor."""
    names: dict[str, str] = {}
    for actor in (actor for one in claims for actor in one.actors):
        known = names.get(actor.actor_id)
        if known is None or (len(actor.name), actor.name) > (len(known), known):
            names[actor.actor_id] = actor.name
    return names


def _named(claims: ArticleClaims) -> _Named:
    actor_ids = {row.actor_id for row in claims.participants if row.actor_id is not None}
    place_ids = {row.place_id for row in claims.mentions if row.place_id is not None}
    return _Named(tuple(sorted(actor_ids)), tuple(sorted(place_ids)))


def _voice(
    same: Same[ArticleClaims], source: Source, names: Iterable[tuple[str, str, str]], places: Iterable[Place]
) -> Voice:
    claims = same.value
    known = {one: (stands, name) for one, stands, name in names}
    parties: dict[str, list[Party]] = defaultdict(list)
    for row in claims.participants:
        if row.actor_id is not None:
            parties[row.mention_id].append(Party(*known[row.actor_id], row.role))
    told = Counter(row.start_offset for row in claims.mentions)
    return Voice(
        claims=claims,
        reports=reports_of(
            claims,
            source,
            {mention_id: tuple(members) for mention_id, members in parties.items()},
            {place.place_id: place for place in places},
        ),
        named=frozenset(stands for stands, _ in known.values()),
        plural=frozenset(offset for offset, count in told.items() if count > 1),
        lore=lore_of(claims),
        findings=(*publication_findings(claims), *repeat_findings(claims)),
    )
