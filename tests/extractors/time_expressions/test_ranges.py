"""Ends of stretches."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.time_expressions import find, find_ranges


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("They strike from 19 to 21 February.", [("2024-02-19", "2024-02-21")]),
        ("They meet between 3 and 7 March.", [("2024-03-03", "2024-03-07")]),
        ("They struck from Monday to Wednesday.", [("2024-02-12", "2024-02-14")]),
        ("They struck from Monday to Friday last week.", [("2024-02-05", "2024-02-09")]),
        ("It rolled out overnight from Aug. 16 to Aug. 17.", [("2023-08-16", "2023-08-17")]),
        ("They meet Aug. 15-16.", [("2024-08-15", "2024-08-16")]),
        ("Votes were held in 2014 and 2022.", []),
        ("It ran from 9 April to May.", [("2023-04-09", "2023-05-31")]),
    ],
)
def test_ranges(text: str, ranges: list[tuple[str, str]]) -> None:
    """Joined by to or a dash, or by and after between; a list is no range."""
    expressions = find(text, date(2024, 2, 14))
    found = [(str(one.first_day), str(two.last_day)) for one, two in find_ranges(text, expressions)]
    assert found == ranges
