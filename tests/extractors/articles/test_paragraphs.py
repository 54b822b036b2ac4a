"""Lines put together to paragraphs."""

from __future__ import annotations

import textwrap

import pytest

from extractors.articles.paragraphs import count_words, join_broken, unwrap

STORY = (
    "The ferry of Port Ellis stayed in the harbour on Monday because of fog, and forty travellers waited in the old "
    "customs house until the boat could leave in the afternoon with half of its freight."
)


@pytest.mark.parametrize("width", [60, 72, 100])
def test_wrapped_lines_are_joined(width: int) -> None:
    """Whatever the width; lines that end on purpose stay apart."""
    wrapped = textwrap.fill(STORY, width)
    assert unwrap(f"{wrapped}\n\n{wrapped}") == f"{STORY}\n\n{STORY}"
    assert unwrap("Ferry\nBus\nTrain\nTram") == "Ferry\nBus\nTrain\nTram"


def test_a_sentence_broken_between_paragraphs_is_whole_again() -> None:
    """On a comma, on a word that needs another, or where a small letter goes on."""
    assert join_broken(["The ferry stayed,", "he said.", "It left the"]) == [
        "The ferry stayed, he said.",
        "It left the",
    ]
    assert join_broken(["It left the", "Port late.", "Late."]) == ["It left the Port late.", "Late."]


def test_words_of_scripts_without_spaces_are_estimated() -> None:
    """Two characters a word."""
    assert (count_words("a ferry left"), count_words("船は港に残った")) == (3, 4)
