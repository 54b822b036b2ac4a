"""Distances from events."""

from __future__ import annotations

import pytest

from extractors import lexicons
from extractors.time_expressions import offset_of
from extractors.time_expressions.meanings import Base, Count, Duration, Shift
from extractors.time_expressions.offsets import distance_told


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("two days after the vote", (2, 2)),
        ("the day before the accident", (-1, -1)),
        ("the eve of the summit", (-1, -1)),
        ("two weeks after the first round", (14, 14)),
        ("a month later", (28, 31)),
        ("a fortnight before the vote", (-14, -14)),
        ("the last two fortnights after", (28, 28)),
        ("just days later", (1, 6)),
        ("a day after it was struck", (1, 1)),
        ("about two weeks after the vote", (10, 18)),
        ("less than a week after the vote", (0, 7)),
        ("nearly a month before the vote", (-31, -21)),
        ("more than a day after the vote", (1, 2)),
        ("within hours of it", None),
        ("years later", None),
        ("the vote", None),
    ],
)
def test_offset(text: str, offset: tuple[int, int] | None) -> None:
    """Least and most days; None without a distance or without a bound."""
    assert offset_of(text) == offset


@pytest.mark.parametrize(
    "unit",
    [
        unit
        for group in lexicons.load("time_words")["group"]
        if group["symbol"] == "UNIT"
        for unit, *_ in group["values"]
    ],
)
def test_every_unit_has_a_length(unit: str) -> None:
    """Whatever unit the lexicon knows, a length in it is a distance that ends."""
    assert offset_of(f"a {unit} later") is not None


@pytest.mark.parametrize(
    ("before", "after", "sign"),
    [
        (("seized",), ("after", "the", "fall"), 1),
        (("seized",), ("before", "the", "fall"), -1),
        (("lasted", "for"), ("after", "the", "fall"), None),
        (("seized", "within"), ("after", "the", "fall"), None),
        (("took",), ("after", "1862"), None),
        (("took",), ("of", "the", "siege"), None),
    ],
)
def test_a_length_beside_an_event_is_a_distance(
    before: tuple[str, ...], after: tuple[str, ...], sign: int | None
) -> None:
    """Not where it is how long something went on."""
    told = distance_told(before, Duration(count=Count(8, 8), unit="day"), after)
    expected = None if sign is None else Shift(count=Count(8, 8), unit="day", sign=sign, base=Base.EVENT)
    assert told == expected
