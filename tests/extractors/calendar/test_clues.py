"""Clues to the day an article speaks from, and what they leave together."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import calendar, time_expressions
from extractors.claims import ReferenceClue
from extractors.days import ANY_DAY, Days


def clues(text: str) -> tuple[ReferenceClue, ...]:
    return calendar.find_clues(None, text, time_expressions.find(text, None))


def reference(text: str) -> Days:
    return calendar.reference_of(None, clues(text)).days


def days(first: str | None, last: str | None) -> Days:
    return Days(
        None if first is None else date.fromisoformat(first), None if last is None else date.fromisoformat(last)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # between election and inauguration; the year because 2022 is past, the month because it is not November
        (
            "Aides of US President-elect Donald Trump met her in November. The rules have changed since 2022.",
            days("2024-12-01", "2025-01-19"),
        ),
        # a known day, years since, and a day of the current month
        (
            "Almost two years have gone by since Russia's all-out invasion. She said on the 9th of January that "
            "the bridge was open.",
            days("2024-01-09", "2024-01-31"),
        ),
        # the president is not named, but only one is near
        (
            "Biden's envoy has made four trips since the American president's inauguration. The base closed in 2021.",
            days("2021-01-20", "2025-01-19"),
        ),
        # what is to come bounds nothing
        ("The market will grow until 2033.", ANY_DAY),
        ("Nothing at all is said of any time.", ANY_DAY),
    ],
)
def test_words_bound_the_day_they_were_spoken_on(text: str, expected: Days) -> None:
    """The interval that the content alone allows."""
    assert reference(text) == expected


def test_contradicting_clue_is_left_out() -> None:
    """A clue that cannot hold with more exact ones says nothing."""
    text = "US President-elect Joe Biden spoke. The bridge was opened in 2023."
    assert reference(text) == days("2020-11-03", "2021-01-19")


def test_published_day_needs_no_clue() -> None:
    """The day of publication is the day the words were spoken."""
    found = calendar.reference_of(date(2024, 5, 2), clues("US President-elect Joe Biden spoke."))
    assert found.days == Days(date(2024, 5, 2), date(2024, 5, 2))
    assert "2024-05-02" in found.explanation


def test_explanation_quotes_the_words() -> None:
    """A reader can check why."""
    found = calendar.reference_of(None, clues("US President-elect Joe Biden spoke."))
    assert "US President-elect Joe Biden" in found.explanation


@given(
    st.lists(
        st.sampled_from(["US President-elect Joe Biden", "In May he left. ", "’", "since 2022 ", "it was so. ", "\n"])
    )
)
def test_quotes_are_exact(parts: list[str]) -> None:
    """``text[start:end]`` is the quote, whatever quotation marks stand around it; clues come in their order."""
    text = " ".join(parts)
    found = clues(text)
    assert all(text[clue.start_offset : clue.end_offset] == clue.quote for clue in found)
    assert list(found) == sorted(found, key=lambda clue: clue.start_offset)
