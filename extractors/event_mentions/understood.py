"""Parties that a sentence leaves out because the text has named them with the same event before."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.event_mentions.candidates import Candidate
from extractors.event_mentions.cast import Cast, Party
from extractors.event_mentions.participants import Part
from schemas.enumerations import ActorKind, EventType, Role

#: Types whose victims and helpers mostly have no name: nobody is understood with them.
_NAMELESS = frozenset({EventType.DEATH, EventType.DISASTER, EventType.AID, EventType.STATEMENT})
#: Types that take two sides: one that names a single party may borrow the other.
_TWO_SIDED = frozenset({EventType.CONSULT, EventType.AGREE})


def add_understood(candidates: Sequence[Candidate], found: Sequence[list[Part]], cast: Cast) -> list[list[Part]]:
    """``found`` with parties added to the candidates that name none.

    They are those of the nearest mention with the same word, else of the same type, before or else after; a launch
    falls to the organization that the text is about.
    """
    return [
        parts or [Part(party, role, None, None) for party, role in _understood(i, candidates, found, cast)]
        for i, parts in enumerate(found)
    ]


def _understood(
    i: int, candidates: Sequence[Candidate], found: Sequence[list[Part]], cast: Cast
) -> list[tuple[Party, Role]]:
    event_type = _type(candidates[i])
    if event_type is None or event_type in _NAMELESS:
        return []
    if event_type is EventType.LAUNCH:
        return [(party, Role.ACTOR) for party in _protagonist(cast)]
    order = [*reversed(range(i)), *range(i + 1, len(candidates))]
    lemma = candidates[i].head.lemma_.lower()
    same_word = [j for j in order if found[j] and candidates[j].head.lemma_.lower() == lemma]
    same_type = [j for j in order if found[j] and _type(candidates[j]) is event_type]
    for j in (*same_word, *same_type):
        return [(part.party, part.role) for part in found[j]]
    return []


def _type(candidate: Candidate) -> EventType | None:
    return candidate.sense.event_type if candidate.sense is not None else None


def _protagonist(cast: Cast) -> list[Party]:
    """The organization or country named most."""
    acting = [
        party
        for party in cast.parties
        if party.kind is ActorKind.ORGANIZATION and not party.is_place and not party.is_vehicle
    ]
    return sorted(acting, key=lambda party: -len(party.positions))[:1]
