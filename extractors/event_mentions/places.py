"""Where a claimed event took place: the place named beside its trigger, found in the gazetteer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.event_mentions.arguments import objects, obliques, possessors
from extractors.event_mentions.candidates import Candidate
from extractors.event_mentions.cast import Cast
from extractors.event_mentions.gazetteer import country_code, find_place
from extractors.event_mentions.identity import folded
from extractors.event_mentions.syntax import clause_verb
from schemas import Place
from schemas.enumerations import ActorKind, EventType, PlacePrecision

_WHERE = frozenset(
    {"in", "at", "near", "off", "outside", "inside", "through", "across", "around", "over", "on", "into"}
)
_WHITHER = frozenset({"to", "for", "of", "into", "toward", "towards"})
#: Types whose act is done to a place: visited Peru, invaded Kuwait, annexed Austria.
_DONE_TO_PLACES = frozenset({"visit", "invade", "annex", "hold", "fall", "bomb", "travel", "disaster"})


@dataclass(frozen=True, slots=True)
class Where:
    """The words of a place and its row."""

    words: str
    place: Place


def find_where(candidate: Candidate, cast: Cast) -> Where | None:
    """The place of the event that ``candidate`` names, or None when the words around it tell none."""
    for token, preposition in _places_around(candidate):
        words = _place_words(token, preposition, cast)
        if words is not None:
            return Where(words, _row(words, token.sent.text))
    return None


def _places_around(candidate: Candidate) -> Iterator[tuple[Token, str]]:
    head = candidate.head
    mode = candidate.sense.mode if candidate.sense else None
    yield from ((noun, word) for noun, word in obliques(head) if word in _WHERE)
    if mode in _DONE_TO_PLACES:
        yield from ((noun, "visited") for noun in (objects(head) if candidate.is_verb else []))
        yield from ((noun, word) for noun, word in obliques(head) if word in _WHITHER)
    if candidate.is_verb:
        for noun in objects(head):
            yield from ((below, word) for below, word in obliques(noun) if word in _WHERE)
        return
    yield from ((child, "") for child in head.children if child.dep_ in ("compound", "amod") and child.pos_ == "PROPN")
    verb = clause_verb(head)
    if verb.pos_ in ("VERB", "AUX"):
        yield from ((noun, word) for noun, word in obliques(verb) if word in _WHERE)
    if candidate.sense is not None and candidate.sense.event_type in (EventType.ELECTION, EventType.REFERENDUM):
        yield from ((owner, "") for owner in possessors(head))


def _place_words(token: Token, preposition: str, cast: Cast) -> str | None:
    """The words of ``token`` when it names a place, with the region after it; None for people and things."""
    party = cast.at(token)
    if party is None:
        return None
    name = party.name if party.kind is ActorKind.COUNTRY else _name_at(token, cast)
    if party.kind is ActorKind.PERSON and not party.is_place:
        return None
    is_known = party.is_place or party.kind is ActorKind.COUNTRY
    if not is_known and preposition not in ("visited", "to", "in", "at", "near", "off", "outside", "through", "on"):
        return None
    if not is_known and preposition == "on" and "island" not in name.lower():
        return None
    region = next(
        (child for child in token.children if child.dep_ in ("appos", "npadvmod") and child.pos_ == "PROPN"), None
    )
    if (
        region is not None
        and (other := cast.at(region)) is not None
        and other is not party
        and _is_place(other.kind, other.is_place)
    ):
        return f"{name}, {_name_at(region, cast)}"
    return name


def _is_place(kind: ActorKind, is_place: bool) -> bool:
    return is_place or kind is ActorKind.COUNTRY


def _name_at(token: Token, cast: Cast) -> str:
    party = cast.at(token)
    start = end = token.i
    while start > 0 and cast.at(token.doc[start - 1]) is party and party is not None:
        start -= 1
    while end + 1 < len(token.doc) and cast.at(token.doc[end + 1]) is party and party is not None:
        end += 1
    return token.doc[start : end + 1].text


def _row(words: str, context: str) -> Place:
    spot = find_place(words, context=context)
    if spot is None:
        code = "place-" + hashlib.sha256(" ".join(folded(words)).encode()).hexdigest()[:12]
        return Place(
            place_id=code,
            name=words,
            admin=None,
            country_code=country_code(words),
            latitude=None,
            longitude=None,
            place_precision=PlacePrecision.NAME,
        )
    return Place(
        place_id=spot.code,
        name=spot.name,
        admin=spot.admin,
        country_code=spot.country_code,
        latitude=spot.latitude,
        longitude=spot.longitude,
        place_precision=PlacePrecision(spot.kind),
    )
