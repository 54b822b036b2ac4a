"""The boundary around foreign parsers."""

from __future__ import annotations

import pytest

from extractors.readers.article import UnreadableInputError
from extractors.readers.boundary import guarded


def test_failures_of_parsers_are_facts_about_the_input() -> None:
    """What they said is kept; what they return is handed on."""

    def failing(words: str) -> str:
        raise AssertionError(words)

    assert guarded("feed", str.upper, "words") == "WORDS"
    with pytest.raises(UnreadableInputError, match="the feed cannot be parsed") as caught:
        guarded("feed", failing, "odd tag")
    assert caught.value.detail == "AssertionError: odd tag"


def test_our_own_refusals_pass_unchanged() -> None:
    """They have a reason for people already."""

    def refusing() -> None:
        raise UnreadableInputError("no text")

    with pytest.raises(UnreadableInputError, match=r"^no text$"):
        guarded("feed", refusing)
