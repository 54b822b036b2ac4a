"""Answers are remembered while articles are compared, and not longer."""

from __future__ import annotations

from extractors import pipeline
from extractors.events.remembering import forget, remembered

asked: list[str] = []


@remembered(2)
def opening(word: str) -> str:
    asked.append(word)
    return word[:1]


def test_an_answer_is_given_again_until_it_is_forgotten() -> None:
    """The function is asked once for each word, and once more after all was forgotten; the answer stays."""
    forget()
    asked.clear()
    assert [opening("dove"), opening("dove"), opening("wren")] == ["d", "d", "w"]
    assert asked == ["dove", "wren"]
    forget()
    assert opening("dove") == "d"
    assert asked == ["dove", "wren", "dove"]


def test_no_more_is_remembered_than_asked_for() -> None:
    """The answer that was longest not asked for goes first."""
    forget()
    asked.clear()
    for word in ("dove", "wren", "gull", "dove"):
        opening(word)
    assert asked == ["dove", "wren", "gull", "dove"]


def test_a_resolution_leaves_nothing_remembered() -> None:
    """What was remembered before or during a resolution is gone after it."""
    opening("dove")
    asked.clear()
    pipeline.resolve(())
    opening("dove")
    assert asked == ["dove"]
