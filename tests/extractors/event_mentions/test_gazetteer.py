"""Countries, regions and cities."""

from __future__ import annotations

import pytest

from extractors.event_mentions.gazetteer import (
    capital_code,
    country_code,
    country_name,
    demonym_code,
    find_place,
    is_place_name,
)
from extractors.lexicons import load


@pytest.mark.parametrize(
    ("name", "code"), [("Russia", "RUS"), ("Britain", "GBR"), ("the US", "USA"), ("Ivory Coast", "CIV"), ("Riga", None)]
)
def test_country_codes(name: str, code: str | None) -> None:
    """Usual names and short forms; a city is no country."""
    assert country_code(name) == code


def test_demonyms_are_of_countries() -> None:
    """Every code of the list is one that has a name."""
    for code in load("places")["demonyms"]:
        if code != "examples":
            assert country_name(code) != code
    assert demonym_code("Kenyan") == "KEN"


def test_capitals_under_older_spellings() -> None:
    """Kiev is Kyiv."""
    assert capital_code("Kyiv") == capital_code("Kiev") == "UKR"
    assert capital_code("Lyon") is None


def test_the_larger_city_wins_unless_the_text_says_otherwise() -> None:
    """Paris is in France, but Paris, Texas is not."""
    paris, texan = find_place("Paris"), find_place("Paris, Texas")
    assert paris is not None
    assert texan is not None
    assert (paris.country_code, texan.admin) == ("FRA", "Texas")


def test_names_of_nothing() -> None:
    """An invented name is no place."""
    assert find_place("Xanadurria") is None
    assert not is_place_name("Xanadurria")
