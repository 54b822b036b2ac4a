"""The sense of a word is decided by what stands around it."""

from __future__ import annotations

import pytest

from schemas.enumerations import EventType
from tests.extractors.event_mentions.reading import claim, read


@pytest.mark.parametrize(
    ("text", "trigger", "event_type"),
    [
        ("The rail strike ended on Friday.", "strike", EventType.PROTEST),
        ("The strike on the depot came on Friday.", "strike", EventType.ASSAULT),
        ("Drivers will strike on Friday.", "strike", EventType.PROTEST),
        ("A missile struck the bridge on Friday.", "struck", EventType.ASSAULT),
        ("The firm and its pilots struck a deal on Friday.", "struck", EventType.AGREE),
        ("Prosecutors charged the driver with fraud on Friday.", "charged", EventType.LEGAL),
        ("The leader charged the government with hiding the figures.", "charged", EventType.ACCUSE),
        ("The agency launched a satellite on Friday.", "launched", EventType.LAUNCH),
        ("The rebels launched an offensive on Friday.", "launched", EventType.ASSAULT),
        ("The firm launched a new phone on Friday.", "launched", EventType.BUSINESS),
        ("The envoy met the king on Friday.", "met", EventType.CONSULT),
        ("Police fired shots at the crowd on Friday.", "fired", EventType.ASSAULT),
    ],
)
def test_syntax_and_arguments_decide(text: str, trigger: str, event_type: EventType) -> None:
    """One word, several acts."""
    assert claim(text, trigger).event_type is event_type


def test_a_mountain_has_a_summit_of_another_kind() -> None:
    """A word in the sentence can rule a sense out."""
    text = "The climbers reached the summit of the mountain on Sunday."
    assert all(row.event_type is not EventType.CONSULT for row in read(text).mentions)


def test_a_particle_may_stand_behind_the_object() -> None:
    """Called off, with the object between."""
    assert claim("The court threw the case out on Monday.", "threw").event_type is EventType.LEGAL


def test_a_preposition_with_a_noun_is_no_particle() -> None:
    """Gave the medal in 2011 is not gave in."""
    types = {row.event_type for row in read("The mayor gave the girl a medal in 2011.").mentions}
    assert EventType.CONCEDE not in types
