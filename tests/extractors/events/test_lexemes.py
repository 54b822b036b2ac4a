"""Words of triggers: stems, families, acts, and the examples that the lexicons carry."""

from __future__ import annotations

from typing import Any

import pytest

from extractors import lexicons
from extractors.events.actors import keys
from extractors.events.lexemes import acts_of, is_family, stem, word_list, words
from extractors.events.signatures import ordinal_of

ACTS: list[dict[str, Any]] = lexicons.load("merging_acts")["acts"]


def acts(trigger: str) -> frozenset[str]:
    """The acts a trigger as written can name."""
    return acts_of([stem(word) for word in words(trigger)])


@pytest.mark.parametrize("entry", ACTS, ids=[entry["name"] for entry in ACTS])
def test_the_examples_of_every_act_share_it_and_its_counter_examples_share_none(entry: dict[str, Any]) -> None:
    """An entry joins its examples and no entry joins its counter-examples."""
    for one, other in entry["examples"]:
        assert entry["name"] in acts(one) & acts(other)
    for one, other in entry["counter_examples"]:
        assert not acts(one) & acts(other)


def test_irregular_forms_have_the_stem_of_their_verb() -> None:
    """What the lexicon gives as examples of irregular stems holds."""
    entry = lexicons.load("merging_acts")["irregular"]
    assert all(stem(one) == stem(other) for one, other in entry["examples"])
    assert all(stem(one) != stem(other) for one, other in entry["counter_examples"])


def test_a_word_family_shares_its_beginning_and_ends_in_known_endings() -> None:
    """Derivation joins, chance likeness does not."""
    entry = lexicons.load("merging_words")["endings"]
    assert all(is_family(stem(one), stem(other)) for one, other in entry["examples"])
    assert not any(is_family(stem(one), stem(other)) for one, other in entry["counter_examples"])


@pytest.mark.parametrize(
    "name", ["plain", "newsy", "titles", "calendar", "pointing", "kinds", "light", "announcing", "vague"]
)
def test_word_lists_hold_their_examples(name: str) -> None:
    """Examples are in the list, counter-examples are not."""
    entry = lexicons.load("merging_words")[name]
    assert {word.lower() for word in entry["examples"]} <= word_list(name)
    assert word_list(name).isdisjoint(word.lower() for word in entry["counter_examples"])


def test_ordinals_are_known_by_every_form() -> None:
    """Third is 3rd and not fourth."""
    entry = lexicons.load("merging_words")["ordinals"]
    assert all(ordinal_of(one) == ordinal_of(other) for one, other in entry["examples"])
    assert all(ordinal_of(one) != ordinal_of(other) for one, other in entry["counter_examples"])


def test_spellings_of_one_name_have_one_key() -> None:
    """Transliterations, short given names and old place names."""
    data = lexicons.load("merging_names")
    entries = [data["transliteration"], *data["given"], *data["places"]]
    for entry in entries:
        assert all(keys(one) == keys(other) for one, other in entry["examples"])
        assert all(keys(one) != keys(other) for one, other in entry.get("counter_examples", ()))
