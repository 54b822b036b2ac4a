"""Explicit dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.lexicons import load
from extractors.readers.written_days import find_written_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Tuesday, June 17, 2025", [date(2025, 6, 17)]),
        ("the 3rd of September 2022", [date(2022, 9, 3)]),
        ("15/02/2024", [date(2024, 2, 15)]),
        ("03/05/2023", [date(2023, 5, 3), date(2023, 3, 5)]),
        ("3.5.2023", [date(2023, 5, 3)]),
        ("3. 5. 2023", [date(2023, 5, 3)]),
        ("2023-03-18", [date(2023, 3, 18)]),
        ("12 de mayo de 2023", [date(2023, 5, 12)]),
        ("Aug. 4", []),
    ],
)
def test_every_reading_is_given(text: str, days: list[date]) -> None:
    """One reading, two where day and month could be swapped, none without a year."""
    (found,) = find_written_days(text)
    assert list(found.days) == days


@pytest.mark.parametrize("text", ["31 June 2022", "version 1.2.3", "10:15", "2019-20", "19% of 2022", "18th century"])
def test_numbers_are_no_dates(text: str) -> None:
    """Impossible days, versions, times and seasons of two years."""
    assert [day for day in find_written_days(text) if day.days] == []


def test_offsets_point_at_the_words() -> None:
    """text[start:end] is the date, also far into a long text."""
    text = "x" * 500 + " On Saturday 18 March 2023 the river rose; it fell by 2 April. " + "y" * 500
    found = find_written_days(text)
    assert [text[day.start : day.end] for day in found] == [day.text for day in found]
    assert [day.weekday for day in found] == [5, None]


def test_the_lexicon_reads_its_examples() -> None:
    """Every example of the lexicon of names is a whole date."""
    assert all(find_written_days(example)[0].day is not None for example in load("pages_calendar")["examples"])
