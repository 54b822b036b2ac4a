"""Facts that two mentions of one event cannot have."""

from __future__ import annotations

from extractors.events.kinds import AHEAD, AIMED, CALLED_OFF, HAPPENED, ONCE, PERSONAL, RECURRENT, SPEECH, TOLLED
from extractors.events.signatures import Chain, Signature
from schemas.enumerations import DayRole, EventType, Status

#: Told days of one happening differ by at most this many days; more is two happenings, not a contradiction.
SLIP = 7
#: The same victims are counted differently by at most this factor.
_GROWTH = 2.5


def cannot_link(one: Signature, other: Signature) -> bool:
    """A fact that two mentions of one event cannot have."""
    return (
        (one.article_id == other.article_id and _differ_in_article(one, other))
        or _counts_differ(one, other)
        or _targets_differ(one, other)
        or _numbers_differ(one, other)
        or not _persons_agree(one, other)
        or not _speakers_agree(one, other)
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
        return one.stems.isdisjoint(other.stems) or not is_called_off(one.status, other.status)
    if one.event_type is not other.event_type and one.stems.isdisjoint(other.stems):
        return True
    return _is_past_and_future(one.status, other.status)


def is_called_off(one: Status, other: Status) -> bool:
    """Exactly one of the two says that nothing came of it, for now or for good."""
    return (one in CALLED_OFF) != (other in CALLED_OFF)


def _is_past_and_future(one: Status, other: Status) -> bool:
    return (one in HAPPENED and other in AHEAD) or (other in HAPPENED and one in AHEAD)


def _counts_differ(one: Signature, other: Signature) -> bool:
    """Several happenings told in one word are not one of them; victims may be counted differently."""
    if one.is_total != other.is_total:
        return True
    if one.count == other.count:
        return False
    if one.event_type in TOLLED and other.event_type in TOLLED and 1 not in {one.count, other.count}:
        return max(one.count, other.count) > _GROWTH * min(one.count, other.count)
    return not is_rare(one, other)


def _targets_differ(one: Signature, other: Signature) -> bool:
    """What is done to one party is not what is done to another, unless both stand in one of the sentences."""
    if not (one.targets and other.targets) or not {one.event_type, other.event_type} <= AIMED:
        return False
    return one.targets.isdisjoint(other.targets | other.nearby | other.nearby_sides) and other.targets.isdisjoint(
        one.nearby | one.nearby_sides
    )


def _numbers_differ(one: Signature, other: Signature) -> bool:
    if one.ordinals and other.ordinals and one.ordinals.isdisjoint(other.ordinals):
        return True
    if one.kinds and other.kinds and one.kinds.isdisjoint(other.kinds):
        return True
    if not (one.numbered and other.numbered):
        return False
    return any(
        one.numbered[name].isdisjoint(other.numbered[name]) for name in one.numbered.keys() & other.numbered.keys()
    )


def _persons_agree(one: Signature, other: Signature) -> bool:
    """Where both name persons for a side, some person is the same."""
    if not (one.persons and other.persons):
        return True
    return not any(
        one.persons[side].isdisjoint(other.persons[side]) for side in one.persons.keys() & other.persons.keys()
    )


def _speakers_agree(one: Signature, other: Signature) -> bool:
    """Words have one speaker; what befalls a person befalls one person."""
    types = {one.event_type, other.event_type}
    if types <= SPEECH or {one.mode, other.mode} == {"win"}:
        return not (one.actors and other.actors) or not one.actors.isdisjoint(other.actors)
    if not types <= PERSONAL or not (one.persons and other.persons):
        return True
    mine, theirs = one.persons.values(), other.persons.values()
    return not frozenset().union(*mine).isdisjoint(frozenset().union(*theirs))


def _tables_agree(one: Signature, other: Signature) -> bool:
    """Two meetings that both name two countries and more: all of one are at the other; private persons are the same.

    Persons are often read into a meeting from the words around it, so a common place outweighs them.
    """
    if EventType.CONSULT not in {one.event_type, other.event_type}:
        return True
    if not _fit(one.countries, other.countries):
        return False
    mine, theirs = _private(one), _private(other)
    return not (mine and theirs) or not mine.isdisjoint(theirs) or shares_town(one, other)


def _private(one: Signature) -> frozenset[str]:
    """Persons who act for no known country; where more than one party is told."""
    return frozenset(side for side, persons in one.persons.items() if side in persons and len(one.sides) > 1)


def shares_town(one: Signature, other: Signature) -> bool:
    """Some town or region told or named close by is the same, or one lies in the other."""
    return any(
        mine[0] in theirs or theirs[0] in mine
        for mine in one.places
        for theirs in other.places
        if len(mine) > 1 and len(theirs) > 1
    )


def _fit(one: frozenset[str], other: frozenset[str]) -> bool:
    return min(len(one), len(other)) < 2 or one <= other or other <= one


def _places_agree(one: Chain, other: Chain) -> bool:
    return not one or not other or one[0] in other or other[0] in one


def _days_agree(one: Signature, other: Signature) -> bool:
    gap = max(one.first, other.first) - min(one.last, other.last)
    if gap <= 0 or not is_apart(one, other):
        return True
    if one.role is DayRole.PLAN or other.role is DayRole.PLAN:
        return False
    return one.article_id != other.article_id and is_rare(one, other) and gap <= SLIP


def is_apart(one: Signature, other: Signature) -> bool:
    """Days of the two that do not meet are days of two events.

    They are not where one of them was called off, for then they may be the old day and the new, nor where two articles
    tell of plans, or of what came before and after, for what seldom happens.
    """
    if DayRole.STATUS in (one.role, other.role) or one.status in CALLED_OFF or other.status in CALLED_OFF:
        return False
    if one.article_id == other.article_id or not is_rare(one, other):
        return True
    is_moved = DayRole.PLAN in (one.role, other.role) and one.is_told and other.is_told
    return not (is_moved or one.is_ordered or other.is_ordered)


def is_rare(one: Signature, other: Signature) -> bool:
    """Neither is of a kind that happens again and again."""
    return not (is_recurrent(one) or is_recurrent(other))


def is_recurrent(one: Signature) -> bool:
    """A party does the like again and again: two days are two events."""
    return one.event_type in RECURRENT and one.mode not in ONCE
