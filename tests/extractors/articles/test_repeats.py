"""Blocks printed twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.articles.repeats import without_repeats

LONG = [
    f"Paragraph number {n} is long enough that nobody would print it twice in one article on purpose, {n}."
    for n in range(6)
]


def test_short_lines_go_only_inside_a_block() -> None:
    """A refrain stays; the same words inside a block that is printed again go with it."""
    assert without_repeats(["Yes.", LONG[0], "Yes.", LONG[1]]).repeated == ()
    body = without_repeats([LONG[0], "Yes.", LONG[1], LONG[2], LONG[0], "Yes.", LONG[1]])
    assert body.text == "\n\n".join([LONG[0], "Yes.", LONG[1], LONG[2]])
    assert [block.quote for block in body.repeated] == ["\n\n".join([LONG[0], "Yes.", LONG[1]])]


def test_a_heading_before_the_block_goes_with_it() -> None:
    """The block is taken backwards too."""
    body = without_repeats(["Why now?", LONG[0], LONG[1], "Why now?", LONG[0], LONG[2]])
    assert body.text == "\n\n".join(["Why now?", LONG[0], LONG[1], LONG[2]])


def test_a_list_of_like_items_keeps_them_all() -> None:
    """Menus and results say the same again and again."""
    days = [line for n in range(9) for line in (f"Day {n}", LONG[n % 2])]
    assert without_repeats(days).text == "\n\n".join(days)


def test_a_block_printed_again_at_once_is_no_list() -> None:
    """Even among like items the second printing that follows the first directly goes, and is reported."""
    days = [line for n in range(9) for line in (f"Day {n}", LONG[n % 2])]
    body = without_repeats([*days[:6], *days[4:]])
    assert body.text == "\n\n".join(days)
    assert [block.quote for block in body.repeated] == ["\n\n".join(days[4:6])]


@given(st.lists(st.sampled_from([*LONG, "Yes.", "No."]), max_size=9))
def test_no_long_paragraph_stands_twice(paragraphs: list[str]) -> None:
    """Whatever is printed how often, in whatever order: first printings keep their order, offsets give the quotes."""
    body = without_repeats(paragraphs)
    kept = body.text.split("\n\n") if body.text else []
    assert [one for one in kept if one in LONG] == list(dict.fromkeys(one for one in paragraphs if one in LONG))
    assert all(body.text[block.start_offset : block.end_offset] == block.quote for block in body.repeated)
