"""The days that everybody knows are found where texts name them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from extractors import lexicons
from extractors.known_days import known_day_in, known_wars

KNOWN_DAYS = lexicons.load("known_days")["known_days"]


@pytest.mark.parametrize("entry", KNOWN_DAYS, ids=lambda entry: entry["name"])
def test_known_day_is_found_where_it_is_named(entry: dict[str, Any]) -> None:
    """Each example names the day, no counter-example does, and a reader can look it up."""
    assert entry["examples"]
    for text in entry["examples"]:
        known = known_day_in(text)
        assert known is not None
        assert known.name == entry["name"], text
    for text in entry.get("counter_examples", ()):
        known = known_day_in(text)
        assert known is None or known.name != entry["name"], text
    assert entry["source"].startswith("https://")


def test_known_days_are_listed_once() -> None:
    """No two entries have one name, and phrases are valid regular expressions."""
    names = [entry["name"] for entry in KNOWN_DAYS]
    assert len(names) == len(set(names))
    for entry in KNOWN_DAYS:
        for phrase in entry["phrases"]:
            re.compile(phrase)


def test_a_known_war_has_two_sides_and_a_first_day() -> None:
    """What reads wars gets both countries and the day; no other known day is taken for a war."""
    wars = known_wars()
    assert {war.name for war in wars} == {entry["name"] for entry in KNOWN_DAYS if "began_war_of" in entry}
    for war in wars:
        assert len(set(war.sides)) == 2
        assert known_day_in(str(next(e for e in KNOWN_DAYS if e["name"] == war.name)["examples"][0])) is war
