"""What can and what cannot be counted from."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.time_expressions import find

_DAY = date(2025, 11, 18)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It won in 2020, the first win since 1992. It had lost four years earlier.", "2016"),
        ("The book of 1982 is in print today. Four decades later, it sells.", "202"),
        ("The prison is shut since April 2023. On October 26 it burned.", "2025-10-26"),
        ("She was minister from 2021 until July when she left.", "2025-07"),
        ("It rained on Monday. In March 2008 they met. A week later he resigned.", "2008-XX-XX"),
        ("It rained on Monday. A week later he resigned.", "2025-11-24"),
    ],
)
def test_what_is_counted_from(text: str, value: str) -> None:
    """Not since when something holds, not today for decades, not a day told before a month."""
    assert find(text, _DAY)[-1].timex_value == value


def test_a_week_after_some_day_of_a_month_is_in_that_month_or_the_next() -> None:
    """The days are all that the month leaves open."""
    row = find("It rained on Monday. In March 2008 they met. A week later he resigned.", _DAY)[-1]
    assert (row.first_day, row.last_day) == (date(2008, 3, 8), date(2008, 4, 7))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("There were 700 attacks in the first half of 2025, more than in the same period last year.", "2024-H1"),
        ("There were 700 flights in October, more than in the same period last year.", "2024-10"),
        ("He lost in 2014 and has been running since June.", "2025-06"),
        ("It ran out a week ago. Earlier in the week they paid.", "2025-W47"),
    ],
)
def test_what_it_is_compared_with(text: str, value: str) -> None:
    """The same period is that told just before; a month since when it goes on is of this year."""
    assert find(text, _DAY)[-1].timex_value == value
