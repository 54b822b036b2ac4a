"""Transcripts: who speaks when."""

from __future__ import annotations

from extractors.event_mentions.turns import Turns
from tests.extractors.event_mentions.reading import read

TALK = (
    "ANA BELOV, HOST: The port was closed on Monday.\n"
    "OLA BERG: The navy left on Tuesday.\n"
    "BELOV: What came then?\n"
    "BERG: The union met the mayor on Friday.\n"
)


def test_every_stretch_has_its_speaker() -> None:
    """A surname alone is whoever was introduced by it; what a journalist tells is the article's own voice."""
    turns = Turns(TALK)
    words = ("port", "navy", "came", "union")
    assert [turns.speaker_at(TALK.index(word)) for word in words] == [None, "Ola Berg", None, "Ola Berg"]


def test_labels_are_no_part_of_what_is_said() -> None:
    """Nobody takes part in an event only because the label stands before it."""
    found = read(TALK)
    assert [(m.trigger, m.attributed_to) for m in found.mentions] == [
        ("closed", None),
        ("left", "Ola Berg"),
        ("met", "Ola Berg"),
    ]
    assert not {row.name for row in found.participants} & {"Ana Belov", "Ola Berg", "BELOV", "BERG"}


def test_a_few_headings_make_no_transcript() -> None:
    """Dashes and colons after capitals are common: only a text of several turns is a conversation."""
    assert Turns("NOTE: The port is closed. UPDATE: It has been opened again.").turns == []
