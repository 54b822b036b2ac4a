"""Parts of names and idioms are no times."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.time_expressions import find

_DAY = date(2025, 11, 12)


def _quotes(text: str) -> list[str]:
    return [row.quote for row in find(text, _DAY)]


@pytest.mark.parametrize(
    "text",
    [
        "She was a guest of “This Week” again.",
        "He told 60 Minutes so.",
        "She works for the Century Fund.",
        "Ann Weeks left.",
        "At the end of the day, they want to win.",
        "It is rare in this day and age.",
        "He has fields that fall under the law.",
        "The star lies ten light years away.",
        "They stayed at a day care centre.",
        "It was the theft of the century.",
        "It lies a quarter mile away.",
        "They built it for 23-year-olds.",
    ],
)
def test_names_and_idioms_are_no_times(text: str) -> None:
    """Nothing is found in them."""
    assert _quotes(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("A Mill Town Counts Its Dead After Weeks of Hard Rain", "Weeks"),
        ("Days after the vote it closed.", "Days"),
        ("Union says that “Weeks of talks were in vain”.", "Weeks"),
        ("He will be back one day.", "one day"),
        ("It was closed one day after the vote.", "one day"),
        ("It fell in the first years of the century.", "the century"),
        ("It reported that October saw more.", "October"),
    ],
)
def test_the_same_words_elsewhere_are(text: str, quote: str) -> None:
    """Headlines, sentences and quotations begin with capitals."""
    assert quote in _quotes(text)


def test_a_stretch_ahead_begins_today() -> None:
    """Over the next year: from now on, also where another year was told before."""
    *_, last = find("It was sold in 2012. It will be shown over the next year.", _DAY)
    assert (last.timex_value, last.first_day, last.last_day) == ("P1Y", _DAY, date(2026, 11, 12))
    *_, last = find("It was sold in 2012. It was shown over the next year.", _DAY)
    assert last.timex_value == "2013"
