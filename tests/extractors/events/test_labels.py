"""Labels: what a chronicler would write."""

from __future__ import annotations

from datetime import date

import pytest

from extractors import lexicons
from extractors.events.labels import Told, label_of, short_name
from schemas.enumerations import EventType, Role
from tests.extractors.events.telling import Line, actor, article

EXAMPLES: list[list[str]] = lexicons.load("merging_labels")["examples"]


def label(line: Line, roles: tuple[Role, ...]) -> str:
    """The label of the event that one line tells of, its parties in these roles."""
    (mention,) = article("one", [line]).mentions
    parties = tuple((role, actor(name)) for role, name in zip(roles, line.parties, strict=True))
    return label_of([Told(mention, parties)])


@pytest.mark.parametrize(("event_type", "mode", "one", "other", "expected"), EXAMPLES)
def test_the_examples_of_the_lexicon_hold(event_type: str, mode: str, one: str, other: str, expected: str) -> None:
    """Parties side by side for talks, owner and target for what one does to another."""
    line = Line(text="They *acted*.", event_type=EventType(event_type), mode=mode, parties=(one, other))
    assert label(line, (Role.ACTOR, Role.RECIPIENT)) == expected


def test_the_noun_of_the_articles_beats_the_noun_of_the_mode() -> None:
    """A noun trigger names the act, with its place unless the label has it already."""
    line = Line(text="After the *encounter* they left.", parties=("Fenn",), place="Velden", first=date(2031, 5, 6))
    assert label(line, (Role.PARTICIPANT,)) == "Fenn encounter, Velden"


def test_without_parties_the_act_itself_is_the_label() -> None:
    """A flood has no owner."""
    line = Line(text="The *flood* came.", event_type=EventType.DISASTER, mode="disaster", place="Sul valley")
    assert label(line, ()) == "Flood, Sul valley"


def test_short_names_drop_what_follows_a_surname() -> None:
    """Persons go by their surname, others by their whole name."""
    assert short_name(actor("Callum Orde")) == "Orde"
    assert short_name(actor("Fair Trading Bureau")) == "Fair Trading Bureau"


def test_an_election_has_a_year_and_a_kind_and_no_owner() -> None:
    """Who is named most often does not own a vote; who won it owns the victory."""
    line = Line(
        text="Before the presidential *election* they spoke.",
        event_type=EventType.ELECTION,
        mode="vote",
        parties=("Mira Halasz",),
        first=date(2031, 1, 1),
        last=date(2031, 12, 31),
    )
    assert label(line, (Role.ACTOR,)) == "2031 presidential election"


def test_a_storm_goes_by_its_own_name() -> None:
    """Not by the party in whose sentence it stands."""
    text = "Officials in Velden said the *storm* would grow; Hurricane Orla is near."
    line = Line(text=text, event_type=EventType.DISASTER, mode="disaster", parties=("Fenn",))
    assert label(line, (Role.ACTOR,)) == "Hurricane Orla"


def test_a_verb_without_a_noun_is_told_with_the_words_behind_it() -> None:
    """A party and "left" alone would say little."""
    text = "Later Orde *left* the ruling party, he said."
    line = Line(text=text, event_type=EventType.OTHER, parties=("Callum Orde",), mode=None)
    assert label(line, (Role.ACTOR,)) == "Orde left the ruling party"
