"""Where a wire story was filed."""

from __future__ import annotations

import pytest

from extractors.event_mentions.datelines import dateline
from tests.extractors.event_mentions.reading import claim, parties


@pytest.mark.parametrize(
    "filed",
    [
        "VELDEN (AW) — ",
        "PORT ELLIS, Karvonia (AW) -- ",
        "VELDEN, Sept 17 (Almanac Wire) - ",
        "PORT ELLIS, July 18, 2024 -- ",
        "Velden (AW) – ",
        "VELDEN - ",
    ],
)
def test_a_dateline_ends_with_its_dash(filed: str) -> None:
    """Town, region, day and agency, in the spellings of the wires."""
    assert dateline(f"{filed}The council met.") == (0, len(filed))


@pytest.mark.parametrize(
    "text",
    [
        "The council met - at last.",
        "Velden - a small town - voted.",
        "UN - US talks failed.",
        "IBM – The Firm – fell.",
        "NASA -- the agency -- said so.",
    ],
)
def test_a_sentence_with_a_dash_has_none(text: str) -> None:
    """A dash alone makes no dateline, nor does a town before it."""
    assert dateline(text) is None


def test_a_town_of_a_dateline_takes_no_part() -> None:
    """Nor does the agency, and the subject of the first sentence is found."""
    text = "PORT ELLIS (AW) — Harbour Foods on Monday bought two mills."
    assert parties(text, "bought") == ["Harbour Foods"]
    assert claim(text, "bought").phrase == "Harbour Foods bought two mills"
