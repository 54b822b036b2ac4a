"""What is remembered is what would be worked out anew, and nothing is kept longer than it is of use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypothesis import given
from hypothesis import strategies as st

from extractors.calendar import Recall, Same


@given(st.lists(st.tuples(st.lists(st.integers(0, 9), max_size=8), st.booleans()), max_size=8))
def test_every_answer_is_that_of_the_function(calls: list[tuple[list[int], bool]]) -> None:
    """Whatever was asked before, in the order of the keys; the function is asked for a key once in a turn at most."""
    asked: list[int] = []

    def squares(keys: Sequence[int]) -> Iterator[int]:
        asked.extend(keys)
        yield from (key * key for key in keys)

    recall = Recall(squares)
    for keys, is_turning in calls:
        assert recall(keys) == [key * key for key in keys]
        assert len(asked) == len(set(asked))
        if is_turning:
            recall.turn()
            asked = [key for key in asked if key in keys]


def test_what_a_whole_turn_did_not_need_is_forgotten() -> None:
    """What it did need is not worked out again."""
    asked: list[str] = []

    def upper(keys: Sequence[str]) -> list[str]:
        asked.extend(keys)
        return [key.upper() for key in keys]

    recall = Recall(upper)
    recall(["a", "b"])
    recall.turn()
    recall(["a"])
    recall.turn()
    assert recall(["a", "b"]) == ["A", "B"]
    assert asked == ["a", "b", "b"]


def test_same_is_the_object_and_not_its_value() -> None:
    """Equal values at two places are two keys."""
    one, other = ["a"], ["a"]
    assert Same(one) == Same(one)
    assert hash(Same(one)) == hash(Same(one))
    assert Same(one) != Same(other)
