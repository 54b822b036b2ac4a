"""How many times."""

from __future__ import annotations

import pytest

from schemas.enumerations import CountOperator
from tests.extractors.event_mentions.reading import claim


@pytest.mark.parametrize(
    ("text", "trigger", "number", "operator"),
    [
        ("Ana Belov visited Peru five times in 2022.", "visited", 5, CountOperator.EXACTLY),
        ("Ana Belov has made five trips to Peru since May 2022.", "trips", 5, CountOperator.EXACTLY),
        ("The sides met twice in May.", "met", 2, CountOperator.EXACTLY),
        ("The third round of talks ended on Monday.", "talks", 3, CountOperator.ORDINAL),
        ("A second visit is planned for June.", "visit", 2, CountOperator.ORDINAL),
        ("At least nine people died on Monday.", "died", 9, CountOperator.AT_LEAST),
        ("Some forty people died on Monday.", "died", 40, CountOperator.ABOUT),
        ("There were dozens of attacks on Monday.", "attacks", 24, CountOperator.AT_LEAST),
        ("Divers brought in 84 survivors on Monday.", "brought in", 84, CountOperator.EXACTLY),
    ],
)
def test_numbers_and_their_bounds(text: str, trigger: str, number: int, operator: CountOperator) -> None:
    """Adverbs, cardinals, ordinals, measures, and how each bounds the true number."""
    row = claim(text, trigger)
    assert (row.count, row.count_operator) == (number, operator)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The sides met for three hours on Monday.", "met"),
        ("The firm paid five million crowns on Monday.", "paid"),
        ("Voters turned out for the Nov. 4 elections.", "elections"),
    ],
)
def test_amounts_and_lengths_count_nothing(text: str, trigger: str) -> None:
    """Hours, money and the day of a month are no number of events."""
    assert claim(text, trigger).count is None
