from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from extractors.days import Days, day_of
from extractors.lexicons import load
from schemas.enumerations import DayRole, EventType, IntervalKind, Precision, Status
from tests.extractors.event_mentions.bracketed import SPOKEN, dated, days_of
from tests.extractors.event_mentions.reading import claim

_LEXICON = load("dating")
_OPERATOR_EXAMPLES: list[dict[str, str]] = [
    example
    for kind, entries in _LEXICON.items()
    if kind != "anchors"
    for entry in entries
    for example in entry["examples"]
]


def _day(month: int, day: int, year: int = 2024) -> Days:
    return day_of(date(year, month, day))


@pytest.mark.parametrize("example", _OPERATOR_EXAMPLES, ids=[e["text"] for e in _OPERATOR_EXAMPLES])
def test_every_connective_is_read_as_its_example_says(example: dict[str, str]) -> None:
    """The time in angle brackets dates the event in square brackets under the operator of the entry."""
    text = example["text"].replace("<", "").replace(">", "")
    start = example["text"].replace("[", "").replace("]", "").index("<")
    rows = dated(text)[0][0]
    assert {row.dating.operator for row in rows} == {example["operator"]}
    assert any(row.time_expression is not None and row.time_expression.start_offset == start for row in rows)


def test_not_until_tells_the_day_on_which_it_came_about() -> None:
    """What was not done until a day was done on it; what will not be done until a day is planned for it."""
    (row,) = dated("The town did not [declare] an emergency until Friday.")[0][0]
    assert (row.days, row.status) == (_day(5, 10), Status.OCCURRED)
    (row,) = dated("The town will not [open] the bridge until Friday.")[0][0]
    assert (row.days, row.status) == (_day(5, 17), Status.PLANNED)


def test_every_entry_carries_an_example() -> None:
    """An entry without an example is unfinished."""
    assert all(entry["examples"] for entries in _LEXICON.values() for entry in entries)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The mayor [resigned] on Monday.", _day(5, 13)),
        ("The mayor will [resign] on Monday.", _day(5, 20)),
        ("The court [opened] an inquiry in April.", Days(date(2024, 4, 1), date(2024, 4, 30))),
        ("The club will [pay] by Friday.", Days(SPOKEN, date(2024, 5, 17))),
        ("The club has [played] four times since Friday.", Days(date(2024, 5, 10), SPOKEN)),
        ("The [strike] lasted from 6 to 8 May.", Days(date(2024, 5, 6), date(2024, 5, 8))),
        ("The court will [hear] him between 3 and 5 June.", Days(date(2024, 6, 3), date(2024, 6, 5))),
        ("The firm must [pay] within ten days.", Days(SPOKEN, SPOKEN + timedelta(days=10))),
        ("The [congress] was put off from 9 May to 12 June.", _day(6, 12)),
        ("The [debate] set for 17 May was canceled.", _day(5, 17)),
        ("Sunday's [vote] was calm.", _day(5, 12)),
        ("The [inquiry] will be opened this month.", Days(SPOKEN, date(2024, 5, 31))),
        ("She resigned before Sunday's [vote].", _day(5, 12)),
        ("The [flight] was delayed until Saturday.", _day(5, 18)),
        ("A [hearing], originally set for 20 May, was postponed to June.", Days(date(2024, 6, 1), date(2024, 6, 30))),
        ("A [ruling], postponed in March, is due on Friday.", _day(5, 17)),
        ("The [result] was declared shortly after noon on Friday.", _day(5, 10)),
        ("The captain fled in April after the court had [fined] him.", Days(None, date(2024, 4, 30))),
        ("Police raided the hall on Friday but have [arrested] nobody.", Days(None, SPOKEN)),
        ("The riot broke out after the mayor [dismissed] the clerk, Paul Lund, on Saturday.", _day(5, 11)),
        ("The club said on Monday it had [sold] the ground.", Days(None, date(2024, 5, 13))),
        ("Members will vote on a [takeover] on Friday.", Days(SPOKEN, None)),
        ("The [stoppage], the fourth since April, will begin on Sunday.", _day(5, 19)),
        ("Investors will [receive] a premium to Friday's closing price.", Days(SPOKEN, None)),
        (
            "A [referendum], which the mayor had promised for September, is now unlikely to be held.",
            Days(date(2024, 9, 1), date(2024, 9, 30)),
        ),
        ("She [resigned] before Sunday's vote.", Days(None, date(2024, 5, 12))),
        ("The army [withdrew] after Sunday's attack.", Days(date(2024, 5, 12), SPOKEN)),
        ("The bank has [given] the firm until 30 June.", Days(None, SPOKEN)),
        ("As of 2 May, ten claims had been [filed].", Days(None, date(2024, 5, 2))),
        ("As of 20 May, the route will be [closed].", _day(5, 20)),
        ("The city could not [pay] April's wages.", Days(SPOKEN, None)),
        ("The party [won] April's vote.", Days(date(2024, 4, 1), date(2024, 4, 30))),
        ("The bank [reported] a loss for the three months to 31 March.", Days(None, SPOKEN)),
    ],
)
def test_prepositions_and_tense_bound_the_event(text: str, days: Days) -> None:
    """Rule 7 of the design: what a preposition and the tense make of a time expression."""
    assert days_of(text) == [days]


def test_each_event_takes_the_time_of_its_own_clause() -> None:
    """Two clauses, two days; a reporting verb keeps its own."""
    assert days_of("The court [freed] him on 3 May, and he [fled] on 7 May.") == [_day(5, 3), _day(5, 7)]
    told, left = days_of("The mayor [said] on Monday that she would [leave] on Friday.")
    assert (told, left) == (_day(5, 13), _day(5, 17))


def test_nothing_gets_a_day_that_it_does_not_deserve() -> None:
    """Without a time only the direction of time bounds an event; causes and relative clauses share no day."""
    assert days_of("The mayor [resigned].") == [Days(None, SPOKEN)]
    assert days_of("The mayor will [resign].") == [Days(SPOKEN, None)]
    assert days_of("The match took place on 3 May because of the [flood].") == [Days(None, SPOKEN)]
    assert days_of("The firm has [named] no heir for the plant, which is to open in 2026.")[0].first is None


def test_a_wide_reference_gives_wide_days() -> None:
    """An article that can be of any day of May bounds its undated events by the month."""
    may = Days(date(2024, 5, 1), date(2024, 5, 31))
    assert days_of("The mayor [resigned].", may) == [Days(None, date(2024, 5, 31))]
    assert days_of("The mayor will [resign].", may) == [Days(date(2024, 5, 1), None)]


def test_listed_days_are_as_many_events() -> None:
    """A plural with two days is two events with one trigger."""
    rows = dated("[Attempts] on 3 May and on 7 May failed.")[0][0]
    assert [row.days for row in rows] == [_day(5, 3), _day(5, 7)]


def test_a_stretch_tells_its_inner_bounds() -> None:
    """``throughout``: hull, latest begin and earliest end; ``within`` has no inner bounds."""
    (strike,) = dated("The [strike] lasted from 6 to 8 May.")[0][0]
    assert strike.interval_kind is IntervalKind.THROUGHOUT
    assert (strike.begin_last_day, strike.end_first_day) == (date(2024, 5, 6), date(2024, 5, 8))
    (closed,) = dated("The pass has been [closed] since 6 May.")[0][0]
    assert closed.begin_last_day in (date(2024, 5, 6), None)
    (talks,) = dated("The [talks] were held in April.")[0][0]
    assert (talks.interval_kind, talks.begin_last_day, talks.end_first_day) == (IntervalKind.WITHIN, None, None)


def test_what_was_called_off_keeps_its_planned_day_or_the_day_of_the_news() -> None:
    """The day of the event is a plan; the day on which it was called off is of the status."""
    (planned,) = dated("The mayor canceled a [visit] planned for 20 May.")[0][0]
    assert (planned.day_role, planned.days) == (DayRole.PLAN, _day(5, 20))
    (news,) = dated("The mayor canceled a [visit] on Monday.")[0][0]
    assert (news.day_role, news.days) == (DayRole.STATUS, _day(5, 13))


def test_the_present_of_a_day_to_come_is_a_plan() -> None:
    """Members vote on Sunday: they will."""
    (vote,) = dated("Members [vote] on it between 20 and 24 May.")[0][0]
    assert vote.status is Status.PLANNED


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("He will work at one of the two Christmas [games].", Status.PLANNED),
        ("The ministers prepared for the 3 December [summit].", Status.PLANNED),
        ("Relatives laid wreaths at a [service] on 3 December.", Status.OCCURRED),
        ("The [summit] was held on 3 December.", Status.OCCURRED),
    ],
)
def test_what_no_past_verb_brings_about_is_still_to_come(text: str, status: Status) -> None:
    """A noun of a day to come is a plan; told as past it stays a contradiction that everybody can see."""
    rows = dated(text)[0][0]
    assert [row.status for row in rows] == [status]


def test_what_was_told_on_a_day_was_over_by_then() -> None:
    """A claim bounds what it claims by its own day."""
    assert days_of("The mayor told reporters on Monday that the bridge had [collapsed].") == [
        Days(None, date(2024, 5, 13))
    ]


def test_every_day_explains_itself() -> None:
    """Rule and words stand beside each interval."""
    (row,) = dated("The mayor [resigned] on Monday.")[0][0]
    assert row.precision is Precision.DAY
    assert row.time_text == "Monday"
    assert "Monday" in row.explanation
    assert row.dating.rule


def test_moving_the_reference_by_a_week_moves_relative_days_by_a_week() -> None:
    """Interval arithmetic: the same words a week later mean days a week later."""
    text = "The mayor [resigned] on Monday. She will [speak] on Friday."
    later = days_of(text, day_of(SPOKEN + timedelta(days=7)))
    assert later == [days.shift(7, 7) for days in days_of(text)]


_ANCHORS: list[dict[str, Any]] = [
    {**example, "types": entry["types"]} for entry in _LEXICON["anchors"] for example in entry["examples"]
]


@pytest.mark.parametrize("example", _ANCHORS, ids=[e["text"] for e in _ANCHORS])
def test_a_noun_calls_up_an_event_of_its_type(example: dict[str, Any]) -> None:
    """A later sentence counts days from an event that it names by another word."""
    text = example["text"].replace(example["anchor"], f"[{example['anchor']}]", 1)
    rows, relations = dated(text, types=[EventType(example["types"][0])])
    assert [(r.trigger, r.anchor) for r in relations] == [(1, 0)]
    assert rows[1][0].days.is_day


@pytest.mark.parametrize(
    ("text", "trigger", "days"),
    [
        ("He was convicted in October by a court in Velden.", "convicted", (date(2023, 10, 1), date(2023, 10, 31))),
        ("The firm stopped the line around Christmas.", "stopped", (date(2023, 12, 25), date(2023, 12, 25))),
        # a day that lies little ahead is a contradiction, which must be seen
        ("He was convicted on 21 May by a court in Velden.", "convicted", (date(2024, 5, 21), date(2024, 5, 21))),
    ],
)
def test_what_a_past_verb_tells_lies_behind(text: str, trigger: str, days: tuple[date, date]) -> None:
    """A month or feast to come without a year is that of the year before."""
    row = claim(text, trigger)
    assert (row.first_day, row.last_day) == days


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The council voted to sit once more on 5 June.", "voted"),
        ("The board announced a dividend that is payable on 2 June.", "announced"),
    ],
)
def test_a_day_to_come_belongs_to_what_was_decided(text: str, trigger: str) -> None:
    """Not to the decision, which lies behind."""
    row = claim(text, trigger)
    assert (row.first_day, row.last_day) == (None, date(2024, 5, 15))


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The fighting has lasted since March 2022.", "fighting", Status.ONGOING),
        ("They want to end the war that has raged since March 2022.", "war", Status.ONGOING),
        ("There have been three meetings since March.", "meetings", Status.OCCURRED),
    ],
)
def test_what_lasts_since_a_day_is_still_going_on(text: str, trigger: str, status: Status) -> None:
    """Acts that are counted are over, each of them."""
    assert claim(text, trigger).status is status


def test_the_day_of_a_funeral_is_not_that_of_the_disaster() -> None:
    """What is told of a victim has its own day."""
    assert claim("The last victim of the explosion was buried on Monday.", "explosion").time_text is None


def test_a_semicolon_parts_times() -> None:
    """Two statements of one sentence keep their times."""
    text = "The senate is expected to vote on it; the assembly will debate it in September."
    assert claim(text, "vote").time_text is None


def test_the_first_time_has_a_day() -> None:
    """A day behind "for the first time" is that of the act, also one that is still to come."""
    assert claim("The parliament of Halvia met for the first time on 20 May.", "met").time_text == "20 May"


def test_what_is_called_for_a_day_is_ahead() -> None:
    """The call is past, its day is not."""
    found = claim("The premier called an election for Sunday.", "election")
    assert (found.status, found.first_day) == (Status.PLANNED, date(2024, 5, 19))
