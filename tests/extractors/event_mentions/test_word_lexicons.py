"""The examples of the lexicons of names, titles, reporting words and numbers."""

from __future__ import annotations

import re

import pytest

from extractors.event_mentions.gazetteer import country_code, demonym_code, find_place
from extractors.event_mentions.identity import known_actor
from extractors.language import lemma_of
from extractors.lexicons import load

_MARKED = re.compile(r"\*(.+?)\*")
LISTS = [(name, key) for name in ("titles", "reporting") for key in load(name)]


def forms(word: str) -> set[str]:
    lower = word.lower()
    return {lower, *(lemma_of(lower, tag) for tag in ("VBD", "VBG", "VBZ", "VBN", "NNS"))}


@pytest.mark.parametrize(("name", "key"), LISTS)
def test_lists_hold_their_examples(name: str, key: str) -> None:
    """The marked word of each example is on its list."""
    entry = load(name)[key]
    assert entry["examples"]
    for example in entry["examples"]:
        for words in _MARKED.findall(example):
            assert forms(words) & set(entry["words"]), (key, words)


@pytest.mark.parametrize("row", load("actors")["actors"], ids=lambda row: str(row["names"][0]))
def test_known_actors_are_found_by_their_examples(row: dict[str, list[str]]) -> None:
    """Every actor of the lexicon is found under the marked name and under each of its names."""
    for words in [*_MARKED.findall(" ".join(row["examples"])), *row["names"]]:
        actor = known_actor(words)
        assert actor is not None
        assert actor.name == row["names"][0]


def test_places_hold_their_examples() -> None:
    """Demonyms, names of countries, other spellings of cities, regions."""
    table = load("places")
    marked = {key: _MARKED.findall(" ".join(table[key]["examples"])) for key in table}
    assert all(demonym_code(word) for word in marked["demonyms"])
    assert all(country_code(word) for word in marked["country_names"])
    assert all(find_place(word) for word in (*marked["city_names"], *marked["regions"]))


@pytest.mark.parametrize("key", [key for key in load("counts") if key != "operators"])
def test_numbers_hold_their_examples(key: str) -> None:
    """The marked word is a number of the list."""
    entry = load("counts")[key]
    for words in _MARKED.findall(" ".join(entry["examples"])):
        assert forms(words) & set(entry["numbers"]), (key, words)
