"""Distances from events."""

from __future__ import annotations

import pytest

from extractors.time_expressions import offset_of


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("two days after the vote", (2, 2)),
        ("the day before the accident", (-1, -1)),
        ("the eve of the summit", (-1, -1)),
        ("two weeks after the first round", (14, 14)),
        ("a month later", (28, 31)),
        ("just days later", (1, 6)),
        ("a day after it was struck", (1, 1)),
        ("within hours of it", None),
        ("years later", None),
        ("the vote", None),
    ],
)
def test_offset(text: str, offset: tuple[int, int] | None) -> None:
    """Least and most days; None without a distance or without a bound."""
    assert offset_of(text) == offset
