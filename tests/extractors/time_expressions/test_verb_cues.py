"""What single words say about tense."""

from __future__ import annotations

import pytest

from extractors.time_expressions.tokens import tokenize
from extractors.time_expressions.verb_cues import FUTURE, PAST, SURELY_FUTURE, SURELY_PAST, UNKNOWN, cues_of


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("they will meet", "will", SURELY_FUTURE),
        ("they won't meet", "won", SURELY_FUTURE),
        ("they won it", "won", SURELY_PAST),
        ("they set it up", "set", PAST),
        ("they will set it up", "set", SURELY_FUTURE),
        ("it is set to open", "set", FUTURE),
        ("it was set to open", "set", UNKNOWN),
        ("a set of tools", "set", None),
        ("they counted the votes", "votes", None),
        ("she votes", "votes", FUTURE),
        ("they marched to end it", "to", UNKNOWN),
        ("they agreed to end it", "to", FUTURE),
        ("the attack that killed him", "killed", SURELY_PAST),
        ("the injured man", "injured", None),
    ],
)
def test_the_cue_of_a_word(text: str, word: str, told: int | None) -> None:
    """Past, future, either or nothing, by the words beside it."""
    tokens = tokenize(text)
    assert cues_of(tokens).told[tokens.words.index(word)] == told


def test_a_long_chain_of_plans_is_read_once() -> None:
    """No word asks the words before it for theirs, so a chain takes no longer than its length."""
    tokens = tokenize("deadline to walked set " * 2000)
    assert len(cues_of(tokens).told) == len(tokens)
