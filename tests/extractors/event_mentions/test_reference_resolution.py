"""Whom nouns and pronouns mean."""

from __future__ import annotations

import pytest

from tests.extractors.event_mentions.reading import parties

MEN_AND_WOMEN = "Finance Minister Ana Belov spoke to the banker Ola Berg. "


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("Ana Belov was in Riga. She resigned on Monday.", "resigned", ["Ana Belov"]),
        ("Ana Belov was in Riga. Belov resigned on Monday.", "resigned", ["Ana Belov"]),
        (MEN_AND_WOMEN + "The minister resigned on Monday.", "resigned", ["Ana Belov"]),
        (MEN_AND_WOMEN + "The banker resigned on Monday.", "resigned", ["Ola Berg"]),
        ("Peter Lund, the mediator, was in Riga. The mediator resigned on Monday.", "resigned", ["Peter Lund"]),
        ("The Fair Trading Bureau was slow. The bureau sued on Monday.", "sued", ["Fair Trading Bureau"]),
        (
            "The Union of Dock Workers (UDW) was slow. The UDW walked out on Monday.",
            "walked out",
            ["Union of Dock Workers"],
        ),
        ("Moscow refused on Monday to sign the treaty.", "refused", ["Russia"]),
        ("The ferry Lady Inver was late. She capsized on Monday.", "capsized", ["Lady Inver"]),
        ("Harbour Foods was late. It bought two mills in 2022.", "bought", ["Harbour Foods"]),
        ("Ana Belov and Peter Lund were in Riga. They met on Monday.", "met", ["Ana Belov", "Peter Lund"]),
        ("Ana Belov saw Peter Lund. The two leaders met on Monday.", "met", ["Ana Belov", "Peter Lund"]),
        ("The Greens were glad. They sued on Monday.", "sued", ["Greens"]),
        ("The grower Halvorsen said it bought two farms in 2022.", "bought", ["Halvorsen"]),
        (
            "Delta Foods, a Norwegian grower, spoke to Kestrel Partners. The Norwegian company sued on Monday.",
            "sued",
            ["Delta Foods"],
        ),
        ("Ana Belov was in Riga. The 24-year-old resigned on Monday.", "resigned", ["Ana Belov"]),
        ("Their union sued on Monday. The Union of Dock Workers was slow.", "sued", ["Union of Dock Workers"]),
        ("The UDW was slow. The union sued on Monday.", "sued", ["UDW"]),
    ],
)
def test_safe_references_are_resolved(text: str, trigger: str, names: list[str]) -> None:
    """Surnames, offices, descriptions, initials, capitals and pronouns."""
    assert sorted(parties(text, trigger)) == sorted(names)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The man resigned on Monday.", "resigned"),
        ("Party leader Ana Belov was in Riga. A new leader resigned on Monday.", "resigned"),
        ("The union sued on Monday. Harbour Foods was slow.", "sued"),
        ("Belov's sister, Dana Holt, wept. They visited the docks on Monday.", "visited"),
        ("She resigned on Monday.", "resigned"),
        ("Peter Lund was in Riga. She resigned on Monday.", "resigned"),
    ],
)
def test_unsafe_references_are_left_open(text: str, trigger: str) -> None:
    """Nobody is made up."""
    assert parties(text, trigger) == []


def test_an_object_is_another_one_than_its_subject() -> None:
    """A pronoun never means the subject of its own clause."""
    text = "Adam Orde led the court for years. In 2016 President Karl Fenn appointed him to the bench."
    assert parties(text, "appointed") == ["Karl Fenn", "Adam Orde"]


def test_who_owns_the_subject_is_spoken_of() -> None:
    """An owner in the same sentence comes before a person of the sentence before."""
    text = "George Hale watched. Roland Orde's rating fell sharply after he pardoned Karl Fenn in 2014."
    assert parties(text, "pardoned") == ["Roland Orde", "Karl Fenn"]


def test_a_title_makes_a_person_of_a_name() -> None:
    """Before it, the name might have been that of a town; "she" means her and not the daughter named between."""
    text = (
        "Marta Kovel, whose surveys changed the field, died in May. Her daughter Ilse said so. "
        "Dr. Kovel left school early. She retired in 2001."
    )
    assert parties(text, "retired") == ["Marta Kovel"]
