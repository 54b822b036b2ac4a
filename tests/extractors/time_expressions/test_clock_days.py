"""Times of day told in two zones share the day behind both."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.time_expressions import find

_DAY = date(2013, 3, 22)


@pytest.mark.parametrize(
    "text",
    [
        "It shook at 3:05am (1905 GMT) on Thursday.",
        "It shook at about 8:45 p.m. local time (2:45 p.m. ET) on Thursday.",
        "It is on air at 9 p.m. ET/6 p.m. PT on Thursday, they said last week.",
        "It shook at noon, or 5 p.m. GMT, on Thursday.",
    ],
)
def test_both_times_are_of_the_told_day(text: str) -> None:
    """The first as well as the second."""
    times = [row for row in find(text, _DAY) if "T" in row.timex_value]
    assert len(times) == 2
    assert len({row.first_day for row in times}) == 1
    assert {row.first_day for row in times} <= {date(2013, 3, 21), date(2013, 3, 28)}


def test_a_time_whose_day_is_not_told_beside_it_is_of_the_day_of_speaking() -> None:
    """Words between the times and a day part them."""
    rows = find("It shook at 3:05am (1905 GMT) and was felt on Thursday.", _DAY)
    assert [row.first_day for row in rows] == [_DAY, _DAY, date(2013, 3, 21)]
