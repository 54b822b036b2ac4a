"""Days and quotes read like what a person would write."""

from __future__ import annotations

from datetime import date

import pytest

from flows.wording import days, distance, quoted, since

FIRST, LAST = date(2025, 8, 1), date(2025, 8, 15)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, "no day"),
        (FIRST, FIRST, "2025-08-01"),
        (None, LAST, "until 2025-08-15"),
        (FIRST, None, "from 2025-08-01"),
        (FIRST, LAST, "2025-08-01 .. 2025-08-15"),
    ],
)
def test_days(first: date | None, last: date | None, words: str) -> None:
    """An open side is said in words, not left blank."""
    assert days(first, last) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, "since a day not told"),
        (FIRST, FIRST, "since 2025-08-01"),
        (None, LAST, "by 2025-08-15"),
        (FIRST, None, "since 2025-08-01 or later"),
        (FIRST, LAST, "since a day from 2025-08-01 to 2025-08-15"),
    ],
)
def test_since(first: date | None, last: date | None, words: str) -> None:
    """The days are those on which it can have begun, not those through which it lasted."""
    assert since(first, last) == words


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (None, None, "any day from"),
        (0, None, "not before"),
        (None, 0, "not after"),
        (0, 0, "the same day as"),
        (1, None, "at least 1 day after"),
        (1, 6, "1 to 6 days after"),
        (2, 2, "2 days after"),
        (-6, -1, "1 to 6 days before"),
        (None, -2, "at least 2 days before"),
        (None, 3, "at most 3 days after"),
        (-3, None, "at most 3 days before"),
        (-3, 4, "at most 3 days before and at most 4 days after"),
    ],
)
def test_distance(least: int | None, most: int | None, words: str) -> None:
    """Every sign and openness of a bound has words that a reader can check."""
    assert distance(least, most) == words


def test_quotation_marks_are_not_doubled() -> None:
    """Words that bring their own marks keep them; line ends inside become blanks."""
    assert quoted("on\n Monday") == "“on Monday”"
    assert quoted("“We will come.”") == "“We will come.”"
