"""Which candidates a chronology lists."""

from __future__ import annotations

import pytest

from tests.extractors.event_mentions.reading import triggers


def test_a_light_verb_gives_way_to_its_noun() -> None:
    """The noun tells the act, the verb only holds it."""
    assert triggers("The sides held talks on Monday.") == ["talks"]


def test_a_framed_verb_keeps_its_object() -> None:
    """Verb and object tell one act together, named by the verb."""
    assert triggers("The two companies signed a treaty on Monday.") == ["signed"]


def test_moving_an_event_is_no_second_event() -> None:
    """Of a postponed hearing the hearing is the event."""
    assert triggers("The hearing was postponed to 3 June.") == ["hearing"]


def test_a_time_reaches_the_verb_through_other_words() -> None:
    """Neither "the first time" nor a clause of what was said keeps a day from the verb that it dates."""
    assert triggers("The new council meets for the first time on 20 May.") == ["meets"]
    assert triggers("The grower Halvorsen said on Monday it had bought a farm.") == ["said", "bought"]
    assert triggers("The trouble began in May, when three members were suspended.") == ["suspended"]


def test_a_comparison_dates_nothing() -> None:
    """The year of "the first time since 2012" is not that of the verb around it."""
    assert triggers("This was the first time since 2012 that Velden has led.") == []


def test_plain_reporting_is_no_event() -> None:
    """A verb of saying is an event only with a time of its own."""
    assert triggers("The mayor said that the town was quiet.") == []
    assert triggers("The mayor said on Monday that the town was quiet.") == ["said"]


def test_an_occasion_takes_the_place_of_its_verb() -> None:
    """The press conference is the event, not the telling."""
    assert triggers("The coach told a press conference in Riga that he would stay.") == ["press conference"]


def test_a_dated_act_of_no_known_type_counts() -> None:
    """What has a day and is about somebody belongs in a chronology."""
    assert triggers("The rocket crawled to its pad on Monday.") == ["crawled"]


@pytest.mark.parametrize(
    "text",
    [
        "If the firm loses again, it must think.",
        "Experts agree that exercise is healthy.",
        "Every attack is a crime.",
        "The operator carried 96 million passengers in 2019.",
        "The house belonged to her aunt in 1990.",
        "A thief is a man who robs people.",
    ],
)
def test_what_is_general_possible_or_a_state_is_left_out(text: str) -> None:
    """Habits, hypotheses, figures of a year and definitions are not told as events."""
    assert triggers(text) == []


def test_the_anchor_of_a_distance_is_not_listed_again() -> None:
    """The vote that "two weeks after the vote" counts from is not told there."""
    assert triggers("A rally was held two weeks after the vote.") == ["rally"]


def test_the_object_of_a_told_act_is_not_listed() -> None:
    """A deal that is praised is what the praise is about."""
    assert triggers("The minister praised the deal on Monday.") == ["praised"]


@pytest.mark.parametrize(
    "text",
    [
        "A fire destroyed the market hall on Thursday.",
        "The police asked about the fire that burned down the market hall on Thursday.",
    ],
)
def test_what_befalls_is_told_by_its_noun(text: str) -> None:
    """The fire is the event, not that it burned; two reports of it must be able to meet."""
    assert triggers(text) == ["fire"]


def test_what_is_denied_is_listed() -> None:
    """A denial says what was not done, in whatever words."""
    assert "watered" in triggers("The dairy denied that it had watered its milk.")


def test_the_first_to_do_it_did_it() -> None:
    """An infinitive after "the first" tells an act; that it may be is another matter."""
    assert "win" in triggers("She became the first rider to win the race.")
    assert "win" not in triggers("She would be the first rider to win the race.")


def test_every_year_is_a_habit() -> None:
    """What is done every year happened on no occasion."""
    assert triggers("The operator has raised its fares every year.") == []
    assert triggers("The operator has raised its fares.") == ["raised"]


def test_the_midst_of_riots_is_told() -> None:
    """A bare plural names a kind of event, but people died in certain ones."""
    assert triggers("Nine people lost their lives in riots.") == ["lost", "riots"]
    assert triggers("Riots are a nuisance.") == []
