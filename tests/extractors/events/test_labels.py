"""Labels: what a chronicler would write."""

from __future__ import annotations

from datetime import date

import pytest

from extractors import lexicons
from extractors.events.labels import Told, label_of, short_name
from schemas.enumerations import EventType, PartOfSpeech, Role
from tests.extractors.events.telling import Line, actor, article

OTHER, NOUN = EventType.OTHER, PartOfSpeech.NOUN
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
    line = Line(
        text="After the *encounter* they left.",
        parties=("Fenn",),
        place="Velden",
        first=date(2031, 5, 6),
        part_of_speech=NOUN,
    )
    assert label(line, (Role.PARTICIPANT,)) == "Fenn's encounter, Velden"


def test_without_parties_the_act_itself_is_the_label() -> None:
    """A flood has no owner."""
    line = Line(
        text="The *flood* came.",
        event_type=EventType.DISASTER,
        mode="disaster",
        place="Sul valley",
        part_of_speech=NOUN,
    )
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
        part_of_speech=NOUN,
        first=date(2031, 1, 1),
        last=date(2031, 12, 31),
    )
    assert label(line, (Role.ACTOR,)) == "2031 presidential election"


def test_a_storm_goes_by_its_own_name() -> None:
    """Not by the party in whose sentence it stands."""
    text = "Officials in Velden said the *storm* would grow; Hurricane Orla is near."
    line = Line(text=text, event_type=EventType.DISASTER, mode="disaster", parties=("Fenn",))
    assert label(line, (Role.ACTOR,)) == "Hurricane Orla"


def test_a_verb_without_a_noun_is_told_in_the_words_of_its_sentence() -> None:
    """A party and "left" alone would say little."""
    text = "Later the leader *left* the ruling party, he said."
    line = Line(
        text=text, event_type=EventType.OTHER, parties=("Callum Orde",), mode=None, phrase="leader left ruling party"
    )
    assert label(line, (Role.ACTOR,)) == "Leader left ruling party"


def test_words_without_a_subject_get_the_party_as_theirs() -> None:
    """Nobody is left to guess who left."""
    line = Line(text="And *left* it.", parties=("Callum Orde",), mode=None, phrase="left coalition", event_type=OTHER)
    assert label(line, (Role.ACTOR,)) == "Orde left coalition"


def test_what_one_party_did_is_told_whole_and_what_several_sentences_tell_by_its_noun() -> None:
    """One sentence says what was turned down; the words of one of many may be those of an aside."""
    line = Line(
        text="The club *rejected* the offer.",
        event_type=EventType.REJECT,
        mode="reject",
        parties=("Callum Orde",),
        phrase="club rejected offer",
    )
    assert label(line, (Role.ACTOR,)) == "Club rejected offer"
    (mention,) = article("one", [line]).mentions
    told = Told(mention, ((Role.ACTOR, actor("Callum Orde")),))
    assert label_of([told, told]) == "Orde's rejection"


def test_what_was_said_is_not_part_of_a_label() -> None:
    """Who made a statement is enough."""
    line = Line(
        text="Orde *said* so.",
        event_type=EventType.STATEMENT,
        mode="say",
        parties=("Callum Orde",),
        phrase="Orde said so",
    )
    assert label(line, (Role.ACTOR,)) == "Orde's statement"


def test_an_event_of_no_party_is_told_in_the_words_of_its_sentence() -> None:
    """A bare "test" or "shut" tells nobody what happened."""
    line = Line(
        text="A tank *test* went well.", event_type=EventType.OTHER, mode=None, phrase="tank test", part_of_speech=NOUN
    )
    assert label(line, ()) == "Tank test"


def test_how_many_died_is_not_part_of_a_label_when_several_tell_it() -> None:
    """Their numbers may differ."""
    line = Line(text="Ten people *died*.", event_type=EventType.DEATH, mode="die", phrase="Ten people died")
    assert label(line, ()) == "Ten people died"
    (mention,) = article("one", [line]).mentions
    assert label_of([Told(mention, ()), Told(mention, ())]) == "Death"


def test_talks_that_name_one_side_are_told_in_the_words_of_the_sentence() -> None:
    """A label "Orde contact" would hide with whom; the party is no subject of a noun."""
    line = Line(
        text="There was *contact* with them.",
        mode="contact",
        parties=("Callum Orde",),
        phrase="contact with ministers",
        part_of_speech=NOUN,
    )
    assert label(line, (Role.PARTICIPANT,)) == "Contact with ministers"
