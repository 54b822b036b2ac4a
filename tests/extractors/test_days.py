"""Intervals of civil days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.days import (
    ANY_DAY,
    Days,
    add_days,
    day_of,
    month,
    months,
    precision_of,
    week_of,
    year,
)

_MAYBE = st.one_of(st.none(), st.dates())


@st.composite
def _days(draw: st.DrawFn) -> Days:
    first, last = draw(_MAYBE), draw(_MAYBE)
    if first is not None and last is not None and last < first:
        first, last = last, first
    return Days(first, last)


def test_days_that_end_before_they_begin_are_refused() -> None:
    """The message names both days."""
    with pytest.raises(ValueError, match=r"2024-02-02 \.\. 2024-02-01"):
        Days(date(2024, 2, 2), date(2024, 2, 1))


@given(_days(), _days())
def test_hull_holds_both_and_intersection_lies_in_both(one: Days, two: Days) -> None:
    """The hull is the smallest interval that holds both; the intersection is what both hold, if they meet."""
    hull, common = one.hull(two), one.intersection(two)
    assert hull.holds(one)
    assert hull.holds(two)
    assert one.meets(two) == two.meets(one) == (common is not None)
    if common is not None:
        assert one.holds(common)
        assert two.holds(common)


@given(_days())
def test_every_interval_lies_in_any_day(days: Days) -> None:
    """ANY_DAY has no bound on either side."""
    assert ANY_DAY.holds(days)
    assert days.is_open == (days.first is None or days.last is None)


@given(_days(), st.integers(-40_000, 40_000), st.integers(0, 400))
def test_shift_is_interval_arithmetic(days: Days, least: int, span: int) -> None:
    """Open sides stay open; days stay inside the years a date can have."""
    shifted = days.shift(least, least + span)
    assert (shifted.first is None, shifted.last is None) == (days.first is None, days.last is None)
    if days.first is not None:
        assert shifted.first == add_days(days.first, least)


@given(_days(), st.dates())
def test_the_nearest_day_is_the_day_itself_or_an_end(days: Days, day: date) -> None:
    """A day that is one of the days stays, another one becomes the end on its side."""
    nearest = days.nearest(day)
    assert days.holds(day_of(nearest))
    assert nearest == day if days.holds(day_of(day)) else nearest in {days.first, days.last}


def test_add_days_stays_inside_the_years_of_dates() -> None:
    """The first and the last day there is are never left."""
    assert add_days(date.min, -1) == date.min
    assert add_days(date.max, 10**9) == date.max


def test_calendar_units() -> None:
    """A week from Monday to Sunday, months with leap days, months over the turn of a year."""
    assert week_of(date(2024, 2, 14)) == Days(date(2024, 2, 12), date(2024, 2, 18))
    assert month(2024, 2) == Days(date(2024, 2, 1), date(2024, 2, 29))
    assert months(2019, 12, 3) == Days(date(2019, 12, 1), date(2020, 2, 29))
    assert year(2023) == Days(date(2023, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("days", "precision"),
    [
        (day_of(date(2024, 2, 14)), "day"),
        (week_of(date(2024, 2, 14)), "week"),
        (month(2024, 2), "month"),
        (months(2024, 3, 3), "season"),
        (months(2024, 4, 3), "quarter"),
        (year(2024), "year"),
        (Days(date(1990, 1, 1), date(1999, 12, 31)), "decade"),
        (Days(date(1901, 1, 1), date(2000, 12, 31)), "century"),
        (Days(date(2024, 2, 1), date(2024, 2, 10)), "range"),
        (months(2024, 2, 3), "range"),
        (Days(None, date(2024, 2, 10)), "open"),
    ],
)
def test_precision_is_the_unit_that_the_days_fill(days: Days, precision: str) -> None:
    """Exactly a unit of the calendar, else a range, or open."""
    assert str(precision_of(days)) == precision
    assert days.is_day == (precision == "day")
