"""Predicates with a time of their own."""

from __future__ import annotations

import pytest

from tests.extractors.event_mentions.reading import triggers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prizes were handed out on Sunday.", ["handed"]),
        ("Prizes are handed out on Sundays.", []),
        ("A distress call reached the port on Monday.", ["distress call"]),
        ("You parked there on Monday.", []),
    ],
)
def test_what_is_told_of_a_day_is_told_whoever_it_was(text: str, expected: list[str]) -> None:
    """A certain day makes an occasion of what nobody in particular did, unless a noun tells it or it is a habit."""
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The chain painted three branches in 2019.", ["painted"]),
        ("The chain painted 300 branches in 2019.", []),
        ("The chain earned three million in 2019.", []),
    ],
)
def test_a_handful_is_counted_and_more_is_measured(text: str, expected: list[str]) -> None:
    """Three branches of a year are acts; three hundred and millions are figures."""
    assert triggers(text) == expected


def test_what_something_is_said_to_be_until_a_day() -> None:
    """Predicates that are no verbs tell with a date only, but the dead with their number."""
    assert triggers("The banks will stay shut until Monday.") == ["shut"]
    assert triggers("Nine miners are dead, the ministry said.") == ["dead"]
    assert triggers("The idea is dead.") == []


def test_so_many_people_are_certain_ones() -> None:
    """Eleven people are those whom somebody carried; a crowd of thousands is anybody."""
    assert triggers("They carried eleven people across the river on Monday.") == ["carried"]
    assert triggers("They counted 3,000 people there on Monday.") == []
