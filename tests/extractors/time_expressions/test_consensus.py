"""What a page says again and again settles what one clause leaves open."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.time_expressions import find

_DAY = date(2025, 11, 17)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They clashed in May. Her words in May could cost her the seat.", "2025-05"),
        ("It will open in May. Words in May could cost her the seat.", "2026-05"),
        ("He was fired in May. His term would begin in May.", "2026-05"),
        ("It will meet in May. It will vote in May. It will go in May. It was paid for use in May.", "2026-05"),
        ("It met in May. It voted in May. It went in May. It will go on in May.", "2026-05"),
    ],
)
def test_a_month_follows_the_others_of_its_page(text: str, value: str) -> None:
    """An open clause follows one other, a told one three; what surely lies ahead stays there."""
    assert find(text, _DAY)[-1].timex_value == value


def test_an_open_weekday_follows_two_others() -> None:
    """One other is too little: a page often speaks of the last and of the next."""
    open_clause = "The races on Thursday in Leeds are close."
    assert find(open_clause, _DAY)[-1].first_day == date(2025, 11, 20)
    assert find("They voted Thursday. " + open_clause, _DAY)[-1].first_day == date(2025, 11, 20)
    twice = "They voted Thursday. They lost on Thursday. "
    assert find(twice + open_clause, _DAY)[-1].first_day == date(2025, 11, 13)
