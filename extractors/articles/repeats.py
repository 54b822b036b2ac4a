"""Blocks that a page prints twice: the second printing goes, the first is reported."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.claims import RepeatedBlock

_WORD = re.compile(r"\w+")
#: Shorter paragraphs ("Yes.", a heading, an item of a list) may well be said twice: they go only inside a larger block.
_LEAST_LETTERS = 60
#: A page that repeats more than so many scattered blocks is a list (menus, results) whose items are alike.
_MOST_BLOCKS = 6
#: In such a list a block is taken for doubled only when it is no longer than this, for the sake of speed.
_LONGEST_DOUBLED = 40


@dataclass(frozen=True, slots=True)
class Body:
    """A body without repetition, and the blocks that were printed again."""

    text: str
    repeated: tuple[RepeatedBlock, ...]


def without_repeats(paragraphs: list[str]) -> Body:
    """The body made of ``paragraphs``, each block once; offsets of the blocks point into the body."""
    keys = [_key(paragraph) for paragraph in paragraphs]
    copy_of = _copies(keys)
    place = {number: order for order, number in enumerate(n for n in range(len(keys)) if n not in copy_of)}
    kept = [paragraphs[number] for number in place]
    again = {place[_printed(first, copy_of)] for first in copy_of.values()}
    return Body("\n\n".join(kept), tuple(_blocks(kept, again)))


def _printed(number: int, copy_of: dict[int, int]) -> int:
    """The number of the first printing: what is printed three times is a copy of a copy."""
    while number in copy_of:
        number = copy_of[number]
    return number


def _copies(keys: list[str]) -> dict[int, int]:
    """The numbers of repeated paragraphs, each with that of its first printing."""
    first: dict[str, int] = {}
    copy_of: dict[int, int] = {}
    for number, key in enumerate(keys):
        if number not in copy_of and len(key) >= _LEAST_LETTERS and key in first:
            copy_of |= _block_around(keys, first[key], number, set(copy_of))
        first.setdefault(key, number)
    # where a block begins: its paragraph is a copy and the one before is not the copy of the paragraph before
    blocks = sum(copy_of.get(number - 1) != original - 1 for number, original in copy_of.items())
    return copy_of if blocks <= _MOST_BLOCKS else _doubled_at_once(keys)


def _doubled_at_once(keys: list[str]) -> dict[int, int]:
    """Blocks printed again right after themselves: no list of like items does that, however often its items return."""
    copy_of: dict[int, int] = {}
    for number in range(1, len(keys)):
        longest = min(number, len(keys) - number, _LONGEST_DOUBLED)
        for length in range(1, longest + 1):
            is_double = keys[number - 1] == keys[number + length - 1] and (
                keys[number - length : number] == keys[number : number + length]
            )
            if is_double and max(map(len, keys[number : number + length])) >= _LEAST_LETTERS:
                copy_of |= {number + step: number - length + step for step in range(length)}
    return copy_of


def _block_around(keys: list[str], first: int, second: int, taken: set[int]) -> dict[int, int]:
    """All paragraphs of two printings that stand around an equal pair, as long as they go on being equal."""
    back = 0
    while first - back > 0 and keys[first - back - 1] == keys[second - back - 1] and second - back - 1 not in taken:
        back += 1
        if second - back <= first:
            break
    ahead = 1
    while second + ahead < len(keys) and first + ahead < second and keys[first + ahead] == keys[second + ahead]:
        ahead += 1
    return {second + step: first + step for step in range(-back, ahead) if second + step > first}


def _key(paragraph: str) -> str:
    return " ".join(_WORD.findall(paragraph.casefold()))


def _blocks(kept: list[str], again: set[int]) -> list[RepeatedBlock]:
    blocks: list[RepeatedBlock] = []
    text = "\n\n".join(kept)
    offset = 0
    previous = -2
    for number, paragraph in enumerate(kept):
        end = offset + len(paragraph)
        if number in again:
            start = blocks.pop().start_offset if blocks and previous == number - 1 else offset
            blocks.append(RepeatedBlock(quote=text[start:end], start_offset=start, end_offset=end))
            previous = number
        offset = end + 2
    return blocks
