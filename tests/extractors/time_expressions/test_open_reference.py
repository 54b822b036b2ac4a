"""What is told in full does not depend on the day it is told."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.days import ANY_DAY, Days
from extractors.time_expressions import find

TEXT = "He was arrested in November 2023 and charged on 12 March 2024."


@pytest.mark.parametrize(
    "reference",
    [
        None,
        ANY_DAY,
        Days(date(2023, 11, 1), None),
        Days(None, date(2024, 5, 1)),
        Days(date(2024, 4, 1), date(2024, 5, 1)),
    ],
)
def test_full_dates_need_no_reference(reference: Days | None) -> None:
    """A reference that is open on one side or both, or absent, leaves them as they are."""
    days = [(each.first_day, each.last_day) for each in find(TEXT, reference)]
    assert days == [(date(2023, 11, 1), date(2023, 11, 30)), (date(2024, 3, 12), date(2024, 3, 12))]


def test_relative_days_stay_open_where_the_reference_is() -> None:
    """A weekday told on or after a day has no last possible day."""
    (monday,) = find("It rained on Monday.", Days(date(2023, 11, 1), None))
    assert (monday.first_day, monday.last_day) == (date(2023, 10, 30), None)
