"""May two mentions be one event, and how much speaks for it.

First come facts that forbid it. Then points are added up: how the triggers are related, who takes part, where, when,
how alike the sentences are and whether the articles tell the same story. Every number here is a judgement, not learnt;
`docs/merging.md` says what each is for.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from extractors.events.barriers import SLIP, cannot_link, is_apart, is_called_off, is_rare, shares_town
from extractors.events.kinds import GATHERINGS, KIN, OF_PERSONS, ONCE, SINGULAR, SPEECH, TALKS, TOLLED, VOTES
from extractors.events.lexemes import is_family, lasting_acts, word_list
from extractors.events.signatures import Signature
from extractors.events.stories import likeness
from schemas.enumerations import EventType

#: Two mentions are linked when their points reach this.
LINK = 4.0
#: What days are worth that do not meet but nearly do: one happening told with two dates.
_NEAR_MISS = 0.2
#: Articles whose names are this much alike tell one story.
_ONE_STORY = 0.4
#: Articles this much alike are surely about one thing; those below the other may share the country.
_SURE_STORY, _KIN_STORY = 0.55, 0.15
#: Articles of one war are this much alike at least.
_WAR_STORY = 0.3
#: Triggers of one stem, family or act reach this; those of one mode do not.
_RELATED = 1.6
#: Sentences with this many points are one wording.
_SAME_WORDING = 1.8


def score(one: Signature, other: Signature) -> float | None:
    """How much speaks for one event; None when the two cannot be one.

    The order of the two does not matter.
    """
    if max(one.first, other.first) - min(one.last, other.last) > SLIP and is_apart(one, other):
        return None
    words = _words(one, other)
    same_article = one.article_id == other.article_id
    if not words and not (same_article or frozenset((one.event_type, other.event_type)) in KIN):
        return None
    if cannot_link(one, other):
        return None
    return _within(one, other, words) if same_article else _across(one, other, words)


def _within(one: Signature, other: Signature, words: float) -> float | None:
    """Two mentions of one article: the later one must point back, repeat the word, or share days or wording."""
    types = {one.event_type, other.event_type}
    if types & TALKS and not _is_one_table(one, other):
        return None
    parties, days = _parties(one, other, 1.0), _days(one, other)
    sentences, moved = _sentences(one, other), _moved(one, other)
    occasion = _occasion(one, other)
    if not (words or occasion):
        return None
    is_pointing = (one.is_pointing or other.is_pointing) and not types & TOLLED
    repeats = words >= 2.0 and (len(one.actors & other.actors) >= 2 or _is_one_of_its_kind(one, other))
    if not (is_pointing or repeats or days >= 1.2 or sentences >= 1.2 or moved or occasion):
        return None
    points = words + parties + _place(one, other) + days + sentences + moved + occasion
    return points + (0.4 if is_pointing else 0.0) + (1.0 if words >= _RELATED and types <= SINGULAR else 0.0)


def _is_one_of_its_kind(one: Signature, other: Signature) -> bool:
    """An article that tells of it twice means the same one; killings need the victim or the number of victims."""
    types = {one.event_type, other.event_type}
    if not types <= SINGULAR:
        return False
    return not types & TOLLED or one.count == other.count != 1 or _shares_person(one, other)


def _shares_person(one: Signature, other: Signature) -> bool:
    persons = frozenset().union(*one.persons.values(), *other.persons.values())
    return not persons.isdisjoint(one.actors & other.actors)


def _is_one_table(one: Signature, other: Signature) -> bool:
    """Nobody told is missing from both tables; two sides and more of each fit into one another."""
    if not (one.sides and other.sides):
        return True
    if min(len(one.sides), len(other.sides)) < 2:
        return not one.sides.isdisjoint(other.sides)
    return one.sides <= other.sides or other.sides <= one.sides


@dataclass(frozen=True, slots=True)
class _Evidence:
    """The points of two mentions of different articles, each for one thing in common."""

    words: float
    parties: float
    place: float
    days: float
    sentences: float
    likely: float
    shared: int

    @property
    def is_one_story(self) -> bool:
        return self.likely >= _ONE_STORY


def _across(one: Signature, other: Signature, words: float) -> float | None:
    """Mentions of two articles: something must anchor them to one day, place, wording or story."""
    place, days = _place(one, other), _days(one, other)
    if days <= 0 and place < 1.0 and not _is_tied(one, other):
        return None
    likely = likeness(one.story, other.story)
    seen = _Evidence(
        words,
        _shown_parties(one, other, likely),
        place,
        days,
        _sentences(one, other),
        likely,
        len(one.actors & other.actors),
    )
    if one.event_type is not other.event_type and not _may_cross(one, other, seen):
        return None
    singular = 0.0
    if words >= _RELATED:
        singular = _numbered(one, other, seen) or _lasting(one, other) or _once(one, other, seen)
    if not (singular or _is_anchored(one, other, seen)):
        return None
    points = words + seen.parties + seen.place + seen.days + seen.sentences + min(1.5 * likely, 1.0)
    same_day = 1.0 if seen.days >= 2.0 and seen.is_one_story and one.mode == other.mode else 0.0
    return points + same_day + singular


def _is_tied(one: Signature, other: Signature) -> bool:
    """Where neither days nor a town speak for one event something else must: the least that all that follows asks."""
    return (
        not one.actors.isdisjoint(other.actors)
        or not one.ordinals.isdisjoint(other.ordinals)
        or not one.acts.isdisjoint(other.acts & lasting_acts())
        or one.event_type is other.event_type is EventType.DISASTER
        or _sentences(one, other) >= _SAME_WORDING
    )


def _numbered(one: Signature, other: Signature, seen: _Evidence) -> float:
    """The third round of one story is the third round."""
    return 1.0 if seen.is_one_story and one.ordinals & other.ordinals and seen.words >= 2.0 else 0.0


def _once(one: Signature, other: Signature, seen: _Evidence) -> float:
    """What happens once in a story, when a day or a person ties it down."""
    types = {one.event_type, other.event_type}
    if {one.mode, other.mode} <= ONCE:
        return 1.0 if seen.days > 0 and _shares_person(one, other) else 0.0
    if not types <= SINGULAR:
        return 0.0
    if types <= VOTES:
        return 1.0 if _is_one_vote(one, other, seen) else 0.0
    if not (seen.is_one_story or seen.shared):
        return 0.0
    if types <= OF_PERSONS:
        return 1.0 if _is_of_one_person(one, other, seen) else 0.0
    is_near = seen.days >= 1.2 or (seen.days > 0 and (seen.is_one_story or seen.place >= 1.0))
    is_one_storm = types == {EventType.DISASTER} and seen.likely >= 0.5 and abs(one.last - other.last) <= SLIP
    return 1.0 if is_near or is_one_storm else 0.0


def _is_one_vote(one: Signature, other: Signature, seen: _Evidence) -> bool:
    """Votes of one kind, place or story at about one time; an undated one needs more than the story."""
    is_one_kind = bool(one.kinds & other.kinds) and seen.likely >= _KIN_STORY
    if seen.days >= 0.8:
        return is_one_kind or seen.is_one_story or seen.shared > 0
    if seen.days <= 0:
        return False
    return (is_one_kind or seen.place >= 1.0 or seen.likely >= _SURE_STORY) and (seen.is_one_story or seen.shared > 0)


def _is_of_one_person(one: Signature, other: Signature, seen: _Evidence) -> bool:
    if _shares_person(one, other):
        return True
    if {one.event_type, other.event_type} <= TOLLED:
        return _is_one_toll(one, other, seen)
    return seen.days >= 1.2


def _is_one_toll(one: Signature, other: Signature, seen: _Evidence) -> bool:
    """Killings of one story: on one day, or of as many, or in about the same words on about the same day."""
    if not seen.is_one_story:
        return seen.days >= 2.0 and seen.place >= 1.0
    if seen.days >= 2.0 or (one.count == other.count != 1 and seen.days > 0):
        return True
    return seen.days == _NEAR_MISS and seen.sentences >= 0.5


def _is_anchored(one: Signature, other: Signature, seen: _Evidence) -> bool:
    types = {one.event_type, other.event_type}
    if types <= SPEECH:
        return _is_one_speech(one, other, seen)
    if EventType.OTHER in types:
        return _is_one_vague_act(seen)
    return _is_dated(one, other, seen) or _is_placed(one, other, seen) or seen.sentences >= _SAME_WORDING


def _is_one_speech(one: Signature, other: Signature, seen: _Evidence) -> bool:
    """One speaker, and the same words or the same public occasion."""
    occasions = {one.mode, other.mode} == {"occasion"} and seen.words >= _RELATED
    if not seen.shared:
        return seen.sentences >= _SAME_WORDING or (occasions and seen.days >= 2.0 and seen.is_one_story)
    if _content(one, other) >= (0.8 if seen.days >= 2.0 else 1.0):
        return True
    is_dated = seen.days >= 2.0 or (seen.days > 0 and one.is_told and other.is_told)
    return occasions and seen.is_one_story and is_dated


def _is_one_vague_act(seen: _Evidence) -> bool:
    """Acts without a type of their own: the same wording, or the same word on the same day by the same party."""
    if seen.sentences >= _SAME_WORDING:
        return True
    return seen.days >= 2.0 and seen.words >= 2.0 and (seen.shared > 0 or seen.is_one_story)


def _is_dated(one: Signature, other: Signature, seen: _Evidence) -> bool:
    rare = is_rare(one, other)
    if _is_common(one, other, seen):
        return False
    if seen.days >= 2.0:
        is_open = seen.words >= 2.0 and seen.is_one_story and not (one.actors and other.actors)
        known = seen.parties > 0 or seen.place >= 1.0 or seen.sentences >= 0.8
        return known or is_open or (rare and seen.is_one_story)
    if seen.days >= 0.8:
        is_near = seen.parties >= 2.0 and (rare or seen.days >= 1.2)
        return is_near or (rare and (seen.parties >= 1.2 or seen.is_one_story))
    if seen.days == _NEAR_MISS:
        return seen.is_one_story and seen.parties > 0
    is_same_act = rare and seen.is_one_story and seen.words >= 2.0 and seen.shared > 0
    if seen.days < 0.5:
        return is_same_act and ((one.is_ordered and other.is_told) or (other.is_ordered and one.is_told))
    return rare and seen.words >= _RELATED and (seen.parties >= 2.0 or (is_same_act and one.is_told and other.is_told))


def _is_common(one: Signature, other: Signature, seen: _Evidence) -> bool:
    """Of these many are told of one day: killings, rulings, attacks. The day alone does not tell which."""
    types = {one.event_type, other.event_type}
    if TOLLED & types and seen.days < 2.0:
        return True
    if types == {EventType.LEGAL}:
        return not (seen.is_one_story or seen.sentences >= 0.8)
    return types == {EventType.ASSAULT} and seen.words < _RELATED and seen.place < 1.0


def _is_placed(one: Signature, other: Signature, seen: _Evidence) -> bool:
    if seen.place < 1.0:
        return False
    if {one.event_type, other.event_type} <= TALKS:
        gather = (one.mode in GATHERINGS or other.mode in GATHERINGS) and "visit" not in {one.mode, other.mode}
        return seen.parties > 0 and (gather or seen.days >= 1.2)
    return seen.days >= 1.2


def _may_cross(one: Signature, other: Signature, seen: _Evidence) -> bool:
    """Whether two types can be readings of one happening: related types, or much else in common."""
    if {one.event_type, other.event_type} == {EventType.STATEMENT, EventType.BUSINESS} and not seen.shared:
        return False
    if frozenset((one.event_type, other.event_type)) in KIN:
        return seen.words > 0 or (seen.place > 0 and (seen.parties >= 1.0 or seen.days >= 0.5))
    return seen.words >= _RELATED and seen.shared > 0 and seen.days >= 2.0


def _words(one: Signature, other: Signature) -> float:
    """How the triggers are related."""
    if not one.stems.isdisjoint(other.stems):
        is_other_object = one.around and other.around and not one.around & other.around & ~(one.names | other.names)
        return 0.8 if is_other_object else 2.0
    if not one.openings.isdisjoint(other.openings) and any(
        is_family(mine, theirs) for mine in one.stems for theirs in other.stems
    ):
        return 1.8
    if not one.acts.isdisjoint(other.acts):
        return 1.6
    if one.mode is not None and one.mode == other.mode:
        return 1.2
    if one.own_words & other.context == one.own_words or other.own_words & one.context == other.own_words:
        return 0.8 if one.event_type is other.event_type else 0.0
    return 0.0


def _parties(one: Signature, other: Signature, likely: float) -> float:
    """Told participants count in full, countries they act for and names in the sentence in part."""
    shared = len(one.actors & other.actors)
    sides = len(one.sides & other.sides)
    near = len((one.actors & other.nearby) | (other.actors & one.nearby)) - shared
    near_sides = len((one.sides & other.nearby_sides) | (other.sides & one.nearby_sides)) - sides
    if one.actors and other.actors and not (shared or sides or near or near_sides):
        return -0.8 if likely >= _ONE_STORY else -2.0
    points = 1.2 * shared + 0.8 * max(sides - shared, 0) + 0.5 * max(near, near_sides, 0)
    return min(points, 2.4)


def _shown_parties(one: Signature, other: Signature, likely: float) -> float:
    """Who wins or wants an election differs from article to article: other names do not tell against one vote."""
    points = _parties(one, other, likely)
    return max(points, 0.0) if {one.event_type, other.event_type} <= VOTES else points


def _place(one: Signature, other: Signature) -> float:
    """A town or region in common counts more than a country."""
    if one.place and other.place:
        return 1.6 if min(len(one.place), len(other.place)) > 1 else 0.8
    return 1.0 if shares_town(one, other) else 0.0


def _days(one: Signature, other: Signature) -> float:
    """The narrower the days that both allow together, the more they say."""
    first, last = max(one.first, other.first), min(one.last, other.last)
    if first > last:
        return _NEAR_MISS if first - last <= SLIP and (one.is_told or other.is_told) else -0.5
    width = max(one.last, other.last) - min(one.first, other.first)
    if width <= 1 or (width <= 3 and one.first == other.first and one.last == other.last):
        return 2.0
    if width <= 31:
        return 1.2
    if width <= 366:
        return 0.8
    return 0.5 if last - first <= (366 if one.is_told and other.is_told else 31) else 0.0


def _moved(one: Signature, other: Signature) -> float:
    """What was called off, and its new date or what became of it, told with the same parties."""
    if one.event_type is not other.event_type or not one.stems & other.stems or not one.actors & other.actors:
        return 0.0
    return 1.5 if is_called_off(one.status, other.status) else 0.0


def _occasion(one: Signature, other: Signature) -> float:
    """Words spoken and the public occasion on which they were spoken, one sentence apart at most."""
    is_near = abs(one.sentence_number - other.sentence_number) <= 1
    if not is_near or {one.event_type, other.event_type} != {EventType.STATEMENT}:
        return 0.0
    has_speaker = not (one.actors and other.actors) or bool(one.actors & other.actors)
    return 3.0 if has_speaker and {one.mode, other.mode} == {"occasion", "say"} else 0.0


def _sentences(one: Signature, other: Signature) -> float:
    """Words of the sentences in common."""
    return _alike(one.context, other.context)


def _content(one: Signature, other: Signature) -> float:
    """Words of the sentences in common that name nobody who takes part."""
    named = one.names | other.names
    return _alike(one.context & ~named, other.context & ~named)


def _alike(one: int, other: int) -> float:
    shared = (one & other).bit_count()
    return 3.0 * shared / math.sqrt(max(one.bit_count() * other.bit_count(), 1)) if shared else 0.0


def _lasting(one: Signature, other: Signature) -> float:
    """A war is one event between its sides, whatever day it is told for."""
    if one.acts.isdisjoint(other.acts & lasting_acts()) or one.sides.isdisjoint(other.sides):
        return 0.0
    if len(one.nearby_sides & other.nearby_sides) >= 2:
        return 0.0 if (one.stems & other.stems) & word_list("vague") else 1.5
    is_named = not (one.stems & other.stems) and one.sides == other.sides
    return 1.5 if is_named and likeness(one.story, other.story) >= _WAR_STORY else 0.0
