"""Every act of the lexicon proves itself by its own examples."""

from __future__ import annotations

import re
from typing import Any

import pytest

from extractors.event_mentions.lexicon import can_trigger, noun_senses, verb_senses, word_list
from extractors.language import lemma_of
from extractors.lexicons import load
from schemas.enumerations import EventType
from tests.extractors.event_mentions.reading import read

ACTS: list[dict[str, Any]] = load("events")["acts"]
_MARKED = re.compile(r"\*(.+?)\*")


def name_of(act: dict[str, Any]) -> str:
    return f"{act['type']}-{act.get('mode')}"


def found_types(example: str) -> list[set[str]]:
    """For each marked stretch of ``example`` the types of the claims whose trigger it holds or meets."""
    text, claims = example.replace("*", ""), read(example.replace("*", "")).mentions
    types = []
    for words in _MARKED.findall(example):
        start = text.index(words)
        end = start + len(words)
        types.append({c.event_type.value for c in claims if c.start_offset < end and c.end_offset > start})
    return types


@pytest.mark.parametrize("act", ACTS, ids=name_of)
def test_examples_are_found_with_their_type(act: dict[str, Any]) -> None:
    """What is marked in an example is a claim of the entry's type."""
    assert act["examples"]
    for example in act["examples"]:
        marked = found_types(example)
        assert marked, f"nothing is marked in {example!r}"
        assert all(act["type"] in types for types in marked), (example, marked)


@pytest.mark.parametrize("act", [act for act in ACTS if act.get("not_examples")], ids=name_of)
def test_counter_examples_are_not_found(act: dict[str, Any]) -> None:
    """What is marked in a counter-example is no claim of the entry's type."""
    for example in act["not_examples"]:
        assert all(act["type"] not in types for types in found_types(example)), example


def test_every_type_has_an_act() -> None:
    """The guide's types are all known to the lexicon."""
    assert {act["type"] for act in ACTS} == {event_type.value for event_type in EventType}


def test_cameo_codes_are_strings_of_digits() -> None:
    """A code keeps its leading zeros."""
    assert all(re.fullmatch(r"\d{3,4}", act["cameo"]) for act in ACTS if "cameo" in act)


def test_framed_and_longer_senses_come_first() -> None:
    """A phrase beats its head, a sense that the syntax must confirm beats a bare one."""
    for senses in (*verb_senses().values(), *noun_senses().values()):
        order = [(-len(sense.words), not sense.is_framed) for sense in senses]
        assert order == sorted(order)


@pytest.mark.parametrize("word", ["talks", "met", "Signed", "elections", "strikes", "Lift-off"])
def test_forms_of_heads_can_trigger(word: str) -> None:
    """The gate knows inflected and capitalized forms."""
    assert can_trigger(word)


@pytest.mark.parametrize("name", sorted(load("predicates")))
def test_word_lists_hold_their_examples(name: str) -> None:
    """The marked word of each example is on its list, in the form of the list."""
    for example in load("predicates")[name]["examples"]:
        for words in _MARKED.findall(example):
            lower = words.lower()
            forms = {lower, *(lemma_of(lower, tag) for tag in ("VBD", "VBG", "VBZ", "NNS"))}
            assert forms & word_list(name), (name, words)
