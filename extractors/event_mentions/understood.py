"""Parties that a sentence leaves out because the text has named them with the same event before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from extractors.event_mentions.arguments import objects, subjects
from extractors.event_mentions.candidates import Candidate
from extractors.event_mentions.cast import Cast, Party
from extractors.event_mentions.names import title_words
from extractors.event_mentions.participants import Part
from extractors.event_mentions.syntax import children, clause_verb
from extractors.event_mentions.telling import is_definite
from extractors.event_mentions.times import Times
from extractors.known_days import KnownDay, known_wars
from schemas.enumerations import ActorKind, EventType, Role

#: Types whose victims and helpers mostly have no name: nobody is understood with them.
_NAMELESS = frozenset({EventType.DEATH, EventType.DISASTER, EventType.AID, EventType.STATEMENT})
#: Types of which one story mostly tells a single chain: another mention has the same parties.
_SHARED = frozenset(
    {
        EventType.CONSULT,
        EventType.AGREE,
        EventType.PROTEST,
        EventType.BUSINESS,
        EventType.ELECTION,
        EventType.REFERENDUM,
        EventType.CONTROL,
        EventType.ASSAULT,
        EventType.INAUGURATION,
        EventType.SPORT,
    }
)
#: A text that names no more parties than this tells one story.
_FEW = 10
#: So many words back a definite noun means an act of its type that had another word.
_NEAR = 60
_SIDES = 2
#: Types that take two sides: one that names a single party may borrow the other.
_TWO_SIDED = frozenset({EventType.CONSULT, EventType.AGREE})


def add_understood(
    candidates: Sequence[Candidate], found: Sequence[list[Part]], cast: Cast, times: Times
) -> list[list[Part]]:
    """``found`` with parties added to the candidates that name none, or one side of two.

    They are those of the nearest mention with the same word, else of the same type, before or else after; a launch
    falls to the organization that the text is about, a strike to its union. In a text of many parties only a definite
    noun takes them, from a mention just before it or with the same word.
    """
    completed = []
    for i, parts in enumerate(found):
        known = [part.party for part in parts]
        more = _of_known_war(candidates[i], cast, times)
        if not more:
            more = _other_side(i, candidates, found) if parts else _understood(i, candidates, found, cast)
        extra = [Part(party, role, None, None) for party, role in more if party not in known]
        completed.append([*parts, *extra])
    return completed


def _understood(
    i: int, candidates: Sequence[Candidate], found: Sequence[list[Part]], cast: Cast
) -> list[tuple[Party, Role]]:
    event_type = _type(candidates[i])
    if event_type is EventType.LAUNCH or _moves_vessel(candidates[i]):
        party = cast.protagonist()
        return [(party, Role.ACTOR)] if party is not None else []
    if event_type is None or event_type in _NAMELESS:
        return []
    if event_type is EventType.PROTEST and _mode(candidates[i]) == "strike":
        return [(party, Role.ACTOR) for party in cast.parties if _is_union(party)][:1]
    return _told_before(i, candidates, found, cast)


def _of_known_war(candidate: Candidate, cast: Cast, times: Times) -> list[tuple[Party, Role]]:
    """The two sides of a known war when the text names both.

    It is one that is told to last since the day on which it began, or the beginning itself by one of its names.
    """
    if _type(candidate) is not EventType.ASSAULT or candidate.is_verb:
        return []
    head = candidate.head
    told = times.of([head, clause_verb(head), *children(head, "relcl")])
    for war in known_wars():
        is_lasting = any(t.first_day and t.last_day and t.first_day <= war.first_day <= t.last_day for t in told)
        sides = [p for code in war.sides for p in cast.parties if _is_country(p, code)]
        if len(sides) == _SIDES and (is_lasting or _is_named(head, war)):
            return list(zip(sides, (Role.ACTOR, Role.RECIPIENT), strict=True))
    return []


def _is_country(party: Party, code: str) -> bool:
    return party.kind is ActorKind.COUNTRY and party.country_code == code


def _is_named(head: Token, war: KnownDay) -> bool:
    at, sentence = head.idx - head.sent.start_char, head.sent.text.replace("’", "'")
    return any(match.start() <= at < match.end() for match in war.pattern.finditer(sentence))


def _told_before(
    i: int, candidates: Sequence[Candidate], found: Sequence[list[Part]], cast: Cast
) -> list[tuple[Party, Role]]:
    """The parties of a mention that this one can be another telling of."""
    is_one_story = _acting_count(cast) <= _FEW
    if not (is_one_story or _points_back(candidates[i])):
        return []
    order = [j for j in (*reversed(range(i)), *range(i + 1, len(candidates))) if found[j]]
    for j in _alike(i, order, candidates, found, is_one_story=is_one_story):
        return [(part.party, part.role) for part in found[j]]
    if _type(candidates[i]) in _TWO_SIDED and is_one_story and not candidates[i].is_verb:
        return [(party, Role.PARTICIPANT) for party in _both_sides(cast, found)]
    return []


def _acting_count(cast: Cast) -> int:
    return sum(1 for party in cast.parties if party.named_count and not party.is_vehicle and not party.is_place)


def _points_back(candidate: Candidate) -> bool:
    """A definite noun: "the talks" that the text has told of, not "talks"."""
    return not candidate.is_verb and is_definite(candidate.head)


def _alike(
    i: int,
    order: Sequence[int],
    candidates: Sequence[Candidate],
    found: Sequence[list[Part]],
    *,
    is_one_story: bool,
) -> Iterator[int]:
    """Mentions with the same word, then, in one story, of the same type; of acts with two sides one that names both."""
    event_type, lemma = _type(candidates[i]), candidates[i].head.lemma_.lower()
    same_type = [j for j in order if _type(candidates[j]) is event_type and event_type is not EventType.OTHER]
    if event_type in _TWO_SIDED:
        same_type = [j for j in same_type if _mode(candidates[j]) != "visit"]
        same_type.sort(key=lambda j: candidates[j].head.lemma_.lower() != lemma)
        yield from (j for j in same_type if len(found[j]) > 1 and (is_one_story or _is_near(i, j, candidates)))
    if event_type in _SHARED:
        yield from _one_chain([j for j in order if candidates[j].head.lemma_.lower() == lemma], found)
        if is_one_story:
            yield from _one_chain(same_type, found)


def _is_near(i: int, j: int, candidates: Sequence[Candidate]) -> bool:
    """The mention at ``j`` was told just before the one at ``i``."""
    return 0 < candidates[i].head.i - candidates[j].head.i <= _NEAR


def _one_chain(alike: list[int], found: Sequence[list[Part]]) -> list[int]:
    """``alike``, if what these mentions name is the parties of one story; a war or a market has many."""
    parties = [{id(part.party) for part in found[j]} for j in alike]
    return alike if all(parties[0] & other for other in parties) else []


def _both_sides(cast: Cast, found: Sequence[list[Part]]) -> list[Party]:
    """The two organizations, people or countries that the text names most, of those that do something in it.

    Who is only asked, or whose envoy somebody is, may be no side at all.
    """
    acting = {id(part.party) for parts in found for part in parts}
    named = [p for p in cast.parties if p.named_count and not p.is_vehicle and id(p) in acting]
    named = [party for party in named if not party.is_place or party.kind is ActorKind.COUNTRY]
    for kind in (ActorKind.ORGANIZATION, ActorKind.PERSON, ActorKind.COUNTRY):
        sides = sorted((party for party in named if party.kind is kind), key=lambda party: -party.named_count)
        if len(sides) == 2 or (len(sides) > 2 and sides[1].named_count > 1):
            return sides[:2]
    return []


def _other_side(i: int, candidates: Sequence[Candidate], found: Sequence[list[Part]]) -> list[tuple[Party, Role]]:
    """The second party of an act of two sides, from an earlier mention of the same form that names this one too."""
    if len(found[i]) != 1 or _type(candidates[i]) not in _TWO_SIDED or candidates[i].is_verb:
        return []
    party = found[i][0].party
    for j in reversed(range(i)):
        if (
            _type(candidates[j]) is _type(candidates[i])
            and len(found[j]) == 2
            and any(p.party is party for p in found[j])
        ):
            return [(part.party, part.role) for part in found[j]]
    return []


def _moves_vessel(candidate: Candidate) -> bool:
    """An act of a rocket or capsule that has no name here: its operator's."""
    if not candidate.is_verb or candidate.sense is not None:
        return False
    moved = [*objects(candidate.head), *subjects(candidate.head)]
    return any(token.lemma_.lower() in title_words("spacecraft") for token in moved)


def _is_union(party: Party) -> bool:
    words = {word.lower() for alias in party.aliases for word in alias.split()} | party.descriptions
    return party.kind is ActorKind.ORGANIZATION and bool(words & {"union", "guild", "syndicate", "unions"})


def _mode(candidate: Candidate) -> str | None:
    return candidate.sense.mode if candidate.sense is not None else None


def _type(candidate: Candidate) -> EventType | None:
    return candidate.sense.event_type if candidate.sense is not None else None
