"""What carries an event noun: its verbs are no events of their own, their times are the noun's."""

from __future__ import annotations

from tests.extractors.event_mentions.reading import claim, triggers


def test_a_plan_between_commas_is_the_subject_s() -> None:
    """The day between commas is that of the hearing, whatever noun stands nearer."""
    text = "A hearing on the sale of the mayor's villa, scheduled for Monday, was called off."
    assert triggers(text) == ["hearing"]
    assert claim(text, "hearing").time_text == "Monday"


def test_an_election_that_is_called_keeps_its_day() -> None:
    """What is called for a day takes place on that day; the calling does not."""
    assert triggers("The premier called an election for 30 June.") == ["election"]


def test_a_named_storm_is_the_event_unless_its_verb_tells_it() -> None:
    """One happening, one claim: the storm that hit, or its landfall."""
    assert triggers("Storm Odran hit the coast on Saturday.") == ["Storm"]
    assert triggers("Storm Odran made landfall on Saturday.") == ["made landfall"]


def test_a_phrase_of_several_nouns_is_carried_as_one() -> None:
    """A minute of silence is held; the holding is no second event."""
    assert triggers("Thousands held a minute of silence in the port on Friday.") == ["minute of silence"]


def test_a_body_that_acts_is_no_meeting() -> None:
    """An assembly that takes up a bill is who acts."""
    assert triggers("The assembly will take up the bill in September.") == ["take"]


def test_a_state_that_one_is_under_is_told() -> None:
    """House arrest since a month is told of whoever is under it."""
    assert triggers("The poet has been under house arrest since January.") == ["house arrest"]
