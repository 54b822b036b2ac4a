"""What a block compares follows from its members alone, and what a change of members changes is found locally."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from extractors.events import blocks
from extractors.events.blocks import FULL, Pair

#: Members of a block before and after, in their order: few, many, and sizes around the length of a full block.
MEMBERS = st.lists(st.integers(0, 3 * FULL), unique=True, max_size=3 * FULL).map(sorted)


def compared(members: list[int]) -> set[Pair]:
    """The pairs of a block, each with the smaller number first."""
    return {(min(pair), max(pair)) for pair in blocks.pairs(members)}


@given(members=MEMBERS)
def test_places_tell_who_is_compared(members: list[int]) -> None:
    """The pairs listed are those that the places of two members decide, and every pair of a short block."""
    told = {
        (one, other)
        for (place, one), (behind, other) in combinations(enumerate(members), 2)
        if blocks.is_compared(behind, place, len(members))
    }
    assert compared(members) == told
    assert len(members) > FULL or len(told) == len(members) * (len(members) - 1) // 2


@given(past=MEMBERS, present=MEMBERS, is_near=st.booleans(), few=st.sets(st.integers(0, 3 * FULL), max_size=6))
def test_changes_of_a_block_miss_no_pair(past: list[int], present: list[int], is_near: bool, few: set[int]) -> None:
    """Every pair that is compared anew or no longer is named, and none that is not so now; few or many change."""
    if is_near:
        present = sorted({*past} ^ few)
    newly, ended = ({(min(pair), max(pair)) for pair in each} for each in blocks.changes(past, present))
    before, after = compared(past), compared(present)
    assert after - before <= newly <= after
    assert {pair for pair in before - after if {*pair} <= {*present}} <= ended
    assert {member for pair in ended for member in pair} <= {*past} & {*present}
