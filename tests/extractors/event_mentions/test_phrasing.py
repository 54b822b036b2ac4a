"""What is told of an event in a few words."""

from __future__ import annotations

import pytest

from extractors import lexicons
from tests.extractors.event_mentions.reading import claim

EXAMPLES: list[list[str]] = lexicons.load("phrases")["examples"]


@pytest.mark.parametrize(("sentence", "phrase"), EXAMPLES)
def test_the_examples_of_the_lexicon_hold(sentence: str, phrase: str) -> None:
    """Subject, act and object, without articles, days and asides."""
    before, trigger, after = sentence.split("*")
    assert claim(before + trigger + after, trigger).phrase == phrase


def test_a_pronoun_is_told_by_the_name_of_the_person() -> None:
    """Who "she" is stands in another sentence."""
    text = "Mira Halasz leads the party. She resigned on Monday."
    assert claim(text, "resigned").phrase == "Mira Halasz resigned"


def test_a_trigger_that_stands_alone_has_no_phrase() -> None:
    """There is nothing to add to "the vote"."""
    assert claim("Before the vote on Monday nobody spoke.", "vote").phrase is None


def test_a_phrase_is_shorter_than_a_quotation() -> None:
    """Nine words in a row would be the text itself, which a copy without texts must not hold."""
    text = "Senior harbour board officials from Velden bought two old coastal grain ferries of Northern Line on Monday."
    phrase = claim(text, "bought").phrase
    assert phrase is not None
    assert len(phrase.split()) <= 8
