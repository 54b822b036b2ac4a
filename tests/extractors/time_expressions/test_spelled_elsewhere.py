"""Dates whose month is spelled in another language."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.time_expressions import find


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("12 mars 2023", date(2023, 3, 12)),
        ("5 de mayo de 2021", date(2021, 5, 5)),
        ("3 März 2023", date(2023, 3, 3)),
        ("9 мая 2022", date(2022, 5, 9)),
    ],
)
def test_foreign_months(words: str, day: date) -> None:
    """A day, a month word of another language and a year are a full date."""
    (row,) = find(f"Signed {words} there.", None)
    assert (row.quote, row.first_day) == (words, day)


def test_other_words_are_no_months() -> None:
    """A number, any word and a year are no date."""
    assert not [row for row in find("They sold 12 boats 2023 times.", date(2024, 2, 14)) if "boats" in row.quote]
    assert not [row for row in find("On 31 febrero 2023 nothing.", None) if "febrero" in row.quote]
