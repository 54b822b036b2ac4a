"""Wordings that come back every year pick from what other clues leave."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.calendar.recurrences import named, narrowed, rule_of
from extractors.claims import ReferenceClue
from extractors.days import ANY_DAY, Days


def clue(kind: str, month: int, day: int = 1) -> ReferenceClue:
    return ReferenceClue(days=ANY_DAY, rule=rule_of(kind, kind, month, day), quote="", start_offset=0, end_offset=0)


def days(first: tuple[int, int, int], last: tuple[int, int, int] | None) -> Days:
    return Days(date(*first), None if last is None else date(*last))


@pytest.mark.parametrize(
    ("given", "clues", "is_recent", "expected"),
    [
        # not said in November
        (days((2024, 11, 5), (2025, 1, 19)), [clue("bare_month", 11)], False, days((2024, 12, 1), (2025, 1, 19))),
        # news of that month, or of the week after
        (days((2025, 8, 25), (2026, 2, 24)), [clue("fresh_day", 11, 9)], False, days((2025, 11, 9), (2025, 11, 30))),
        (days((2025, 8, 25), (2026, 2, 24)), [clue("fresh_day", 11, 28)], False, days((2025, 11, 28), (2025, 12, 5))),
        (days((2024, 6, 1), (2025, 5, 1)), [clue("year_end", 12)], False, days((2024, 12, 1), (2025, 1, 31))),
        # two clues sharpen each other
        (
            days((2025, 8, 25), (2026, 8, 24)),
            [clue("bare_month", 10), clue("fresh_day", 11, 9)],
            False,
            days((2025, 11, 9), (2025, 11, 30)),
        ),
        # an open interval is closed only after a fresh incident
        (days((2026, 1, 3), None), [clue("bare_month", 12)], True, days((2026, 1, 3), (2026, 11, 30))),
        (days((2022, 2, 1), None), [clue("bare_month", 12)], False, days((2022, 2, 1), None)),
        # what fits no year says nothing
        (days((2025, 3, 1), (2025, 3, 20)), [clue("fresh_day", 11, 9)], False, days((2025, 3, 1), (2025, 3, 20))),
    ],
)
def test_years_are_picked(given: Days, clues: list[ReferenceClue], *, is_recent: bool, expected: Days) -> None:
    """The days of the interval that some year of each wording allows."""
    assert narrowed(given, clues, is_recent=is_recent)[0] == expected


def test_rules_have_names_for_people() -> None:
    """What explanations show."""
    assert named(rule_of("bare_month", "a past month", 12, 1)) == "a past month"
    assert named("in office") == "in office"
