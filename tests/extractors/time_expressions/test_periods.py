"""Periods whose end is told beside them."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.days import Days
from extractors.time_expressions import find

REFERENCE = date(2024, 10, 30)


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("In the quarter ended July 31 it lost money.", "2024-Q2", date(2024, 5, 1), date(2024, 7, 31)),
        ("Its fourth quarter ended June 30.", "2024-Q4", date(2024, 4, 1), date(2024, 6, 30)),
        ("In the third quarter ended Sept. 30 sales rose.", "2024-Q3", date(2024, 7, 1), date(2024, 9, 30)),
        ("In the nine months ended Sept. 28 sales rose.", "P9M", date(2023, 12, 29), date(2024, 9, 28)),
        ("In the year that ended in March 2024 sales rose.", "2024", date(2023, 4, 1), date(2024, 3, 31)),
        ("In the quarter it lost money. On July 31 it closed.", "2024-Q4", date(2024, 10, 1), date(2024, 12, 31)),
    ],
)
def test_days_are_counted_back_from_the_told_end(text: str, value: str, first: date, last: date) -> None:
    """Where no end is told beside it, a period keeps its days."""
    row = find(text, REFERENCE)[0]
    assert (row.timex_value, row.first_day, row.last_day) == (value, first, last)


def test_an_end_without_days_leaves_the_period_as_it_is() -> None:
    """Nothing is known of a Friday from an unknown day of speaking."""
    row = find("In the nine months ended Friday sales rose.", None)[0]
    assert (row.timex_value, row.first_day) == ("P9M", None)


def test_a_wider_reference_gives_wider_periods() -> None:
    """The hull of what each day of speaking gives."""
    wide = find("In the year ended Friday sales rose.", Days(date(2024, 10, 21), date(2024, 10, 30)))[0]
    assert (wide.first_day, wide.last_day) == (date(2023, 10, 19), date(2024, 10, 25))
