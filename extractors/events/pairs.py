"""May two mentions be one event, and how much speaks for it.

First come facts that forbid it. Then points are added up: how the triggers are related, who takes part, where, when,
how alike the sentences are and whether the articles tell the same story. Every number here is a judgement, not learnt;
`docs/merging.md` says what each is for.
"""

from __future__ import annotations

import math

from extractors.events.lexemes import is_family, lasting_acts
from extractors.events.signatures import Chain, Signature
from extractors.events.stories import likeness
from schemas.enumerations import DayRole, EventType, Status

#: Two mentions are linked when their points reach this.
LINK = 4.0
#: Pairs of different types that can be words for one happening.
_KIN = frozenset(
    frozenset(pair)
    for pair in (
        (EventType.CONSULT, EventType.AGREE),
        (EventType.ACCIDENT, EventType.DISASTER),
        (EventType.ACCIDENT, EventType.DEATH),
        (EventType.ASSAULT, EventType.DEATH),
        (EventType.LEGAL, EventType.REQUEST),
        (EventType.STATEMENT, EventType.BUSINESS),
        (EventType.ELECTION, EventType.REFERENDUM),
    )
)
#: What a party does again and again: two days are two events.
_RECURRENT = frozenset(
    {
        EventType.CONSULT,
        EventType.STATEMENT,
        EventType.ASSAULT,
        EventType.ACCUSE,
        EventType.REQUEST,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.SUPPORT,
        EventType.PROTEST,
        EventType.AID,
        EventType.SPORT,
        EventType.OTHER,
    }
)
#: What happens once in a story: there need be no second word for it.
_SINGULAR = frozenset(
    {
        EventType.ELECTION,
        EventType.REFERENDUM,
        EventType.INAUGURATION,
        EventType.DISASTER,
        EventType.ACCIDENT,
        EventType.DEATH,
    }
)
_HAPPENED = frozenset({Status.OCCURRED, Status.ONGOING})
_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED, Status.CONDITIONAL, Status.RUMORED})
_CALLED_OFF = frozenset({Status.POSTPONED, Status.CANCELED, Status.NEGATED})
#: Told days of one happening differ by at most this many days; more is two happenings, not a contradiction.
_SLIP = 7
#: Articles whose names are this much alike tell one story.
_ONE_STORY = 0.4
#: Triggers of one stem, family or act reach this; those of one mode do not.
_RELATED = 1.6


def score(one: Signature, other: Signature) -> float | None:
    """How much speaks for one event; None when the two cannot be one.

    The order of the two does not matter.
    """
    if cannot_link(one, other):
        return None
    return _within(one, other) if one.article_id == other.article_id else _across(one, other)


def _within(one: Signature, other: Signature) -> float | None:
    """Two mentions of one article: the later one must point back, repeat the word, or share days or wording."""
    words, parties, days = _words(one, other), _parties(one, other, 1.0), _days(one, other)
    sentences, moved = _sentences(one, other), _moved(one, other)
    occasion = _occasion(one, other)
    is_pointing = one.is_pointing or other.is_pointing
    repeats = words >= 2.0 and (len(one.actors & other.actors) >= 2 or one.event_type in _SINGULAR)
    if not (is_pointing or repeats or days >= 1.2 or sentences >= 1.2 or moved or occasion):
        return None
    points = words + parties + _place(one, other) + days + sentences + moved + occasion
    return points + (0.4 if is_pointing else 0.0) + (_singular(one, other, 1.0) if words >= _RELATED else 0.0)


def _across(one: Signature, other: Signature) -> float | None:
    """Mentions of two articles: days, a place or wording must be shared, or what happens once in one story."""
    words, place, days = _words(one, other), _place(one, other), _days(one, other)
    likely = likeness(one.story, other.story)
    parties = _parties(one, other, likely)
    if one.event_type is not other.event_type and not _may_cross(one, other, words, parties, place):
        return None
    sentences = _sentences(one, other)
    singular = _singular(one, other, likely) or _lasting(one, other)
    is_dated = days >= 1.2 or (days >= 0.5 and parties >= 2.0)
    if not (is_dated or place >= 1.0 or sentences >= 1.5 or singular):
        return None
    story = min(1.5 * likely, 1.0)
    same_day = 1.0 if days >= 2.0 and likely >= _ONE_STORY and one.mode == other.mode else 0.0
    return words + parties + place + days + sentences + story + same_day + (singular if words >= _RELATED else 0.0)


def cannot_link(one: Signature, other: Signature) -> bool:
    """A fact that two mentions of one event cannot have."""
    return (
        (one.article_id == other.article_id and _differ_in_article(one, other))
        or _counts_differ(one, other)
        or _numbers_differ(one, other)
        or not _persons_agree(one, other)
        or not _tables_agree(one, other)
        or not _places_agree(one.place, other.place)
        or not _days_agree(one, other)
    )


def _differ_in_article(one: Signature, other: Signature) -> bool:
    """What sets two mentions of one article apart.

    One sentence tells of an event once, unless it is planned and called off there. An article speaks from one time:
    what happened is not what is still ahead.
    """
    if one.sentence_number == other.sentence_number:
        return one.stems.isdisjoint(other.stems) or not _is_called_off(one.status, other.status)
    if one.event_type is not other.event_type and one.stems.isdisjoint(other.stems):
        return True
    return _is_past_and_future(one.status, other.status)


def _is_called_off(one: Status, other: Status) -> bool:
    """Exactly one of the two says that nothing came of it, for now or for good."""
    return (one in _CALLED_OFF) != (other in _CALLED_OFF)


def _is_past_and_future(one: Status, other: Status) -> bool:
    return (one in _HAPPENED and other in _AHEAD) or (other in _HAPPENED and one in _AHEAD)


def _counts_differ(one: Signature, other: Signature) -> bool:
    """Several happenings told in one word are not one of them; victims may be counted differently."""
    if one.count == other.count:
        return False
    return 1 in {one.count, other.count} and one.event_type in _RECURRENT


def _numbers_differ(one: Signature, other: Signature) -> bool:
    if one.ordinals and other.ordinals and one.ordinals.isdisjoint(other.ordinals):
        return True
    return any(
        one.numbered[name].isdisjoint(other.numbered[name]) for name in one.numbered.keys() & other.numbered.keys()
    )


def _persons_agree(one: Signature, other: Signature) -> bool:
    """Where both name persons for a side, some person is the same."""
    return not any(
        one.persons[side].isdisjoint(other.persons[side]) for side in one.persons.keys() & other.persons.keys()
    )


def _tables_agree(one: Signature, other: Signature) -> bool:
    """Two meetings that both name two sides and more: all sides of one are at the other."""
    if EventType.CONSULT not in {one.event_type, other.event_type} or min(len(one.sides), len(other.sides)) < 2:
        return True
    return one.sides <= other.sides or other.sides <= one.sides


def _places_agree(one: Chain, other: Chain) -> bool:
    return not one or not other or one[0] in other or other[0] in one


def _days_agree(one: Signature, other: Signature) -> bool:
    gap = max(one.first, other.first) - min(one.last, other.last)
    if gap <= 0:
        return True
    if DayRole.STATUS in {one.role, other.role} or not _CALLED_OFF.isdisjoint({one.status, other.status}):
        return True
    if one.role is DayRole.PLAN or other.role is DayRole.PLAN:
        return one.article_id != other.article_id and one.is_told and other.is_told and _is_rare(one, other)
    return one.article_id != other.article_id and _is_rare(one, other) and gap <= _SLIP


def _is_rare(one: Signature, other: Signature) -> bool:
    """Neither is of a kind that happens again and again."""
    return _RECURRENT.isdisjoint({one.event_type, other.event_type})


def _may_cross(one: Signature, other: Signature, words: float, parties: float, place: float) -> bool:
    """Whether two types can be readings of one happening: different articles, and much else in common."""
    if one.article_id == other.article_id:
        return False
    if frozenset((one.event_type, other.event_type)) in _KIN:
        return words > 0 or (parties >= 2.0 and place > 0) or place >= 2.0
    return words >= _RELATED and parties >= 1.2 and _days(one, other) >= 1.0


def _words(one: Signature, other: Signature) -> float:
    """How the triggers are related."""
    if one.stems & other.stems:
        return 2.0
    if any(is_family(mine, theirs) for mine in one.stems for theirs in other.stems):
        return 1.8
    if one.acts & other.acts:
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


def _place(one: Signature, other: Signature) -> float:
    """A town or region in common counts more than a country."""
    if one.place and other.place:
        return 1.6 if min(len(one.place), len(other.place)) > 1 else 0.8
    common = any(
        mine[0] in theirs or theirs[0] in mine
        for mine in one.places
        for theirs in other.places
        if len(mine) > 1 and len(theirs) > 1
    )
    return 1.0 if common else 0.0


def _days(one: Signature, other: Signature) -> float:
    """The narrower the days that both allow together, the more they say."""
    first, last = max(one.first, other.first), min(one.last, other.last)
    if first > last:
        return -0.5
    width = max(one.last, other.last) - min(one.first, other.first)
    if width <= 1:
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
    return 1.5 if _is_called_off(one.status, other.status) else 0.0


def _occasion(one: Signature, other: Signature) -> float:
    """Words spoken and the public occasion on which they were spoken, one sentence apart at most."""
    is_near = abs(one.sentence_number - other.sentence_number) <= 1
    if not is_near or {one.event_type, other.event_type} != {EventType.STATEMENT}:
        return 0.0
    has_speaker = not (one.actors and other.actors) or bool(one.actors & other.actors)
    return 3.0 if has_speaker and {one.mode, other.mode} == {"occasion", "say"} else 0.0


def _sentences(one: Signature, other: Signature) -> float:
    """Words of the sentences in common."""
    shared = (one.context & other.context).bit_count()
    return 3.0 * shared / math.sqrt(max(one.context.bit_count() * other.context.bit_count(), 1)) if shared else 0.0


def _singular(one: Signature, other: Signature, likely: float) -> float:
    """What happens once needs no second sign where the story or a party is the same."""
    if one.event_type not in _SINGULAR or other.event_type not in _SINGULAR:
        return 0.0
    return 1.0 if likely >= _ONE_STORY or one.actors & other.actors else 0.0


def _lasting(one: Signature, other: Signature) -> float:
    """A war is one event between its sides, whatever day it is told for."""
    if one.acts.isdisjoint(other.acts & lasting_acts()):
        return 0.0
    return 1.5 if len(one.nearby_sides & other.nearby_sides) >= 2 or one.sides & other.sides else 0.0
