"""Which sentences are parsed."""

from __future__ import annotations

from extractors.event_mentions.gate import sentences_to_parse
from extractors.sentences import split
from tests.extractors.event_mentions.reading import document_of


def kept(text: str) -> list[str]:
    bounds = split(text)
    return [text[slice(*bounds[number])] for number in sorted(sentences_to_parse(document_of(text), bounds))]


def test_dates_and_triggers_pass_and_the_rest_does_not() -> None:
    """A sentence needs a time that means days or a word that can name an event."""
    text = "It was quiet. The road was wet on 3 May. They signed the treaty. Nobody was sad."
    assert kept(text) == ["The road was wet on 3 May.", "They signed the treaty."]


def test_captions_do_not_pass() -> None:
    """The present tense under a picture tells no event."""
    assert kept("The mayor waves at the crowd, May 3, 2024. (AP Photo/A Friend)") == []
