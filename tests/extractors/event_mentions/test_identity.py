"""One identity for many spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.event_mentions.identity import actor_id_of, folded, is_initials_of, known_actor
from schemas.enumerations import ActorKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Oleksiy Bortan", "Alexei Bortan"),
        ("Oleksij Bortan", "Oleksiy Bortan"),
        ("Lugansk", "Luhansk"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
    ],
)
def test_transliterations_are_one_name(one: str, other: str) -> None:
    """Folding makes them equal."""
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("Ana Belov", "Ana Berlov"), ("Lund", "Lind")])
def test_other_names_stay_apart(one: str, other: str) -> None:
    """Folding does not make everything equal."""
    assert folded(one) != folded(other)


def test_ids_prefer_what_is_known_best() -> None:
    """Wikidata item, else country code, else a hash of the folded name."""
    assert actor_id_of("Sergei Lavrov", ActorKind.PERSON) == "Q58217"
    assert actor_id_of("Kenya", ActorKind.COUNTRY) == "KEN"
    assert actor_id_of("Oleksiy Bortan", ActorKind.PERSON) == actor_id_of("Alexei Bortan", ActorKind.PERSON)
    assert actor_id_of("Ana Belov", ActorKind.PERSON).startswith("actor-")


def test_a_known_actor_is_found_under_any_spelling() -> None:
    """Also under an abbreviation that the lexicon gives."""
    actor = known_actor("U.N.")
    assert actor is not None
    assert actor.name == "United Nations"


def test_initials() -> None:
    """With or without the small words."""
    assert is_initials_of("UTW", "Union of Transport Workers")
    assert is_initials_of("UN", "United Nations")
    assert not is_initials_of("UTW", "Union of Dock Workers")
    assert not is_initials_of("Un", "United Nations")


@given(st.text(max_size=40))
def test_folding_is_stable(name: str) -> None:
    """Folding the folded words again changes nothing that tells names apart."""
    words = folded(name)
    assert all(word.isalnum() and word == word.lower() for word in words)
