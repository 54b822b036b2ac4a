"""Kinds of acts that merging treats differently: what recurs, what happens once, what is spoken."""

from __future__ import annotations

from schemas.enumerations import EventType, Status

#: Pairs of different types that can be words for one happening.
KIN = frozenset(
    frozenset(pair)
    for pair in (
        (EventType.CONSULT, EventType.AGREE),
        (EventType.ACCIDENT, EventType.DISASTER),
        (EventType.ASSAULT, EventType.DEATH),
        (EventType.LEGAL, EventType.REQUEST),
        (EventType.STATEMENT, EventType.BUSINESS),
        (EventType.ELECTION, EventType.REFERENDUM),
    )
)
#: Words spoken: one event has one speaker.
SPEECH = frozenset(
    {
        EventType.STATEMENT,
        EventType.ACCUSE,
        EventType.REQUEST,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.SUPPORT,
        EventType.CONCEDE,
    }
)
#: What befalls or is done by one person: two persons are two events.
PERSONAL = frozenset({EventType.DEATH, EventType.INAUGURATION, EventType.OTHER})
#: Of these a shared person is enough.
OF_PERSONS = frozenset({EventType.DEATH, EventType.INAUGURATION})
#: Parties talk, or agree on something there.
TALKS = frozenset({EventType.CONSULT, EventType.AGREE})
#: Forms of talks that a place tells apart, whatever the day.
GATHERINGS = frozenset({"summit", "meet", "negotiate", "mediate"})
#: What a party does again and again: two days are two events.
RECURRENT = frozenset(
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
#: Forms of acts of recurrent types that befall a person once in years: two days near each other are two accounts of it.
ONCE = frozenset({"resign", "birth"})
#: What happens once in a story: there need be no second word for it.
SINGULAR = frozenset(
    {
        EventType.ELECTION,
        EventType.REFERENDUM,
        EventType.INAUGURATION,
        EventType.DISASTER,
        EventType.ACCIDENT,
        EventType.DEATH,
    }
)
#: Votes of a people or a body.
VOTES = frozenset({EventType.ELECTION, EventType.REFERENDUM})
#: Their count is of victims, and tolls of many of them are told.
TOLLED = frozenset({EventType.DEATH})
#: Acts that one party does to another: two others are two events.
AIMED = frozenset(
    {
        EventType.SANCTION,
        EventType.LEGAL,
        EventType.ACCUSE,
        EventType.THREATEN,
        EventType.COERCE,
        EventType.REQUEST,
        EventType.REJECT,
        EventType.SUPPORT,
        EventType.AID,
        EventType.ASSAULT,
        EventType.DEATH,
    }
)
#: It took place.
HAPPENED = frozenset({Status.OCCURRED, Status.ONGOING})
#: It may still take place.
AHEAD = frozenset({Status.PLANNED, Status.PROPOSED, Status.CONDITIONAL, Status.RUMORED})
#: Nothing came of it, for now or for good.
CALLED_OFF = frozenset({Status.POSTPONED, Status.CANCELED, Status.NEGATED})
