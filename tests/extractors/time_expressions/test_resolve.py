"""From meanings and bases to days."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.days import Days, day_of
from extractors.time_expressions.meanings import Calendar, Count, Relative, Shift
from extractors.time_expressions.resolve import BACK_WEIGHT, settle

WEDNESDAY = date(2024, 2, 14)
PAST, UNKNOWN, FUTURE = BACK_WEIGHT[-2], BACK_WEIGHT[0], BACK_WEIGHT[2]


@pytest.mark.parametrize(
    ("selector", "weight", "day"),
    [
        (None, PAST, date(2024, 2, 14)),
        (None, FUTURE, date(2024, 2, 14)),
        ("last", PAST, date(2024, 2, 7)),
        ("next", FUTURE, date(2024, 2, 21)),
        ("this", UNKNOWN, date(2024, 2, 14)),
    ],
)
def test_the_weekday_of_the_day_of_speaking(selector: str | None, weight: float, day: date) -> None:
    """A bare weekday includes today; last and next do not."""
    told = Calendar(weekday=2, selector=selector)
    assert settle(told, day_of(WEDNESDAY), weight).days == day_of(day)


def test_a_29_february_is_found_in_a_leap_year() -> None:
    """The nearest year that has the day, however far."""
    told = Calendar(month=2, day=29)
    assert settle(told, day_of(date(2021, 6, 1)), PAST).days == day_of(date(2020, 2, 29))
    assert settle(told, day_of(date(2021, 6, 1)), FUTURE).days == day_of(date(2024, 2, 29))


def test_a_month_without_tense_is_ahead_only_when_it_is_near() -> None:
    """News without a verb look back further than ahead: "the theft in April", "the vote in December"."""
    november = day_of(date(2025, 11, 6))
    assert settle(Calendar(month=12), november, UNKNOWN).value == "2025-12"
    assert settle(Calendar(month=4), november, UNKNOWN).value == "2025-04"
    assert settle(Calendar(month=12, day=19), november, UNKNOWN).value == "2025-12-19"


def test_the_end_of_the_year_is_the_nearer_one() -> None:
    """In November "by year's end" is ahead, whatever the tense of a verb beside it."""
    end = Calendar(part="end")
    assert settle(end, day_of(date(2025, 11, 6)), PAST).value == "2025"
    assert settle(end, day_of(date(2025, 1, 10)), PAST).value == "2024"


def test_a_named_weekday_helps_to_choose_the_year() -> None:
    """Friday 20 December, its tense unknown, is of the year that fits; a wrong weekday near by is a slip."""
    told = Calendar(month=12, day=20, weekday=4)
    assert settle(told, day_of(WEDNESDAY), UNKNOWN).days == day_of(date(2024, 12, 20))
    assert settle(told, day_of(date(2024, 1, 2)), PAST).days == day_of(date(2023, 12, 20))


def test_units_ago() -> None:
    """Days and weeks to the day, months and years to the month and the year."""
    two = Count(2, 2)
    assert settle(Shift(count=two, unit="week", sign=-1), day_of(WEDNESDAY), PAST).days == day_of(date(2024, 1, 31))
    month = settle(Shift(count=two, unit="month", sign=-1), day_of(WEDNESDAY), PAST)
    assert month.days == Days(date(2023, 12, 1), date(2023, 12, 31))


def test_relative_units_over_an_interval() -> None:
    """Last month, said in January or February, is December or January."""
    reference = Days(date(2024, 1, 20), date(2024, 2, 10))
    settled = settle(Relative(unit="month", steps=-1), reference, UNKNOWN)
    assert settled.days == Days(date(2023, 12, 1), date(2024, 1, 31))
    assert str(settled.precision) == "range"


@pytest.mark.parametrize(
    ("slack", "first", "last"),
    [
        ("=", date(2024, 1, 31), date(2024, 1, 31)),
        ("~", date(2024, 1, 27), date(2024, 2, 4)),
        ("-", date(2024, 1, 31), date(2024, 2, 4)),
        ("<", date(2024, 1, 31), date(2024, 2, 14)),
        (">", date(2024, 1, 24), date(2024, 1, 31)),
    ],
)
def test_a_number_that_is_only_near_leaves_days_open(slack: str, first: date, last: date) -> None:
    """The value stays that of the number; the days are all that the words allow."""
    settled = settle(Shift(count=Count(2, 2), unit="week", sign=-1, slack=slack), day_of(WEDNESDAY), UNKNOWN)
    assert (settled.value, settled.days) == ("2024-01-31", Days(first, last))
