"""Blocks that a page prints twice: the second printing goes, the first is reported."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.claims import RepeatedBlock

#: Shorter paragraphs ("Yes.", a heading) may well be said twice.
_LEAST_LETTERS = 30


@dataclass(frozen=True, slots=True)
class Body:
    """A body without repetition, and the blocks that were printed again."""

    text: str
    repeated: tuple[RepeatedBlock, ...]


def without_repeats(paragraphs: list[str]) -> Body:
    """The body made of ``paragraphs``, each block once; offsets of the blocks point into the body."""
    first: dict[str, int] = {}
    kept: list[str] = []
    again: set[int] = set()
    for paragraph in paragraphs:
        key = _key(paragraph)
        if len(key) >= _LEAST_LETTERS and key in first:
            again.add(first[key])
            continue
        first.setdefault(key, len(kept))
        kept.append(paragraph)
    return Body("\n\n".join(kept), tuple(_blocks(kept, again)))


def _key(paragraph: str) -> str:
    return re.sub(r"\W+", " ", paragraph).strip().casefold()


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
