"""Calendar arithmetic."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.days import Days
from extractors.time_expressions.calendar_days import days_of, is_possible, precision_of_part, value_of, whole_days
from extractors.time_expressions.meanings import Calendar


@pytest.mark.parametrize(
    ("told", "first", "last", "value", "precision"),
    [
        (Calendar(year=2024, month=2), date(2024, 2, 1), date(2024, 2, 29), "2024-02", "month"),
        (Calendar(year=2024, month=2, part="late"), date(2024, 2, 21), date(2024, 2, 29), "2024-02", "range"),
        (Calendar(year=2019, season="WI"), date(2019, 12, 1), date(2020, 2, 29), "2019-WI", "season"),
        (Calendar(year=2016, part="end"), date(2016, 12, 1), date(2016, 12, 31), "2016", "month"),
        (Calendar(decade=199), date(1990, 1, 1), date(1999, 12, 31), "199", "decade"),
        (Calendar(century=19), date(1801, 1, 1), date(1900, 12, 31), "18", "century"),
        (Calendar(week=date(2024, 3, 11)), date(2024, 3, 11), date(2024, 3, 17), "2024-W11", "week"),
        (
            Calendar(year=2022, is_fiscal=True, fiscal_end=6),
            date(2021, 7, 1),
            date(2022, 6, 30),
            "2022",
            "year",
        ),
        (
            Calendar(year=2022, is_fiscal=True, fiscal_end=6, quarter=1),
            date(2021, 7, 1),
            date(2021, 9, 30),
            "2022-Q1",
            "quarter",
        ),
    ],
)
def test_parts_of_the_calendar(told: Calendar, first: date, last: date, value: str, precision: str) -> None:
    """Days, TimeML value and unit of a complete calendar part."""
    assert days_of(told) == Days(first, last)
    assert (value_of(told), str(precision_of_part(told))) == (value, precision)


def test_impossible_days_are_refused() -> None:
    """30 February never is; 29 February is in leap years."""
    assert not is_possible(Calendar(month=2, day=30))
    assert not is_possible(Calendar(year=2023, month=2, day=29))
    assert is_possible(Calendar(year=2024, month=2, day=29))
    assert not is_possible(Calendar(year=0))


def test_before_our_era_there_are_no_days() -> None:
    """A year before our era has a value only."""
    told = Calendar(year=490, is_before_christ=True)
    assert whole_days(told) is None
    assert value_of(told) == "BC0490"


@pytest.mark.parametrize("part", ["early", "begin", "mid", "late", "end"])
def test_a_part_of_a_weekend_is_a_day_of_it(part: str) -> None:
    """Two days have no thirds; each part is one of them, in order."""
    days = days_of(Calendar(week=date(2024, 5, 6), is_weekend=True, part=part))
    assert days is not None
    assert days.is_day
    assert days.first in (date(2024, 5, 11), date(2024, 5, 12))
