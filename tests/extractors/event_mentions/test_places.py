"""Where it took place."""

from __future__ import annotations

import pytest

from schemas.enumerations import PlacePrecision
from tests.extractors.event_mentions.reading import claim, read


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("The ministers met in Oslo on Monday.", "met", "Oslo"),
        ("The talks took place in Anchorage, Alaska, on Monday.", "talks", "Anchorage, Alaska"),
        ("Ana Belov visited Peru on Monday.", "visited", "Peru"),
        ("The Lisbon summit ended on Monday.", "summit", "Lisbon"),
        ("A bomb went off near Kirkmuir on Monday.", "went off", "Kirkmuir"),
        ("Denzel Washington married in June 1983.", "married", None),
    ],
)
def test_the_place_beside_the_trigger(text: str, trigger: str, place: str | None) -> None:
    """Named after a preposition, as object, before the noun; a person is no place."""
    assert claim(text, trigger).place == place


def test_anchorage_is_in_alaska() -> None:
    """The gazetteer gives the region, the country and coordinates."""
    (place,) = read("The talks took place in Anchorage, Alaska, on Monday.").places
    assert (place.name, place.admin, place.country_code) == ("Anchorage", "Alaska", "USA")
    assert place.latitude == pytest.approx(61.2, abs=0.1)
    assert place.place_precision is PlacePrecision.CITY


def test_an_unknown_place_keeps_its_name() -> None:
    """No coordinates are made up."""
    (place,) = read("A bomb went off near Kirkmuir on Monday.").places
    assert (place.name, place.latitude, place.place_precision) == ("Kirkmuir", None, PlacePrecision.NAME)
