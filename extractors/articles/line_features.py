"""What the line classifier sees of a line: its shape, its words, its place, its neighbours; never which words.

The features are numbers between about -1 and 5, the same for every language that separates words by spaces.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from extractors.articles.blocks import Block
from extractors.articles.furniture import Scope, furniture_in
from extractors.articles.letters import Codes, Hashes, Mask, Places, codes_of, hashes_of, mask_of, words_in
from extractors.lexicons import load

Matrix = npt.NDArray[np.float64]
Vector = npt.NDArray[np.float64]

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s|$)")
_FINAL = re.compile(r"[.!?…]['\"”’»)\]]*$", re.MULTILINE)
# The first character of each pattern is plain, so that the places where it cannot begin are passed over quickly.
_ADDRESS = re.compile(r"[h@#wp](?:(?<=[@#])|(?<=h)ttps?://|(?<=w)ww\.|(?<=p)ic\.twitter)")
_TIME = re.compile(r"\d(?<!\w\d)(?:\d?[:.h]\d{2}\b|(?:(?<=1)9|(?<=2)0)\d{2}\b)")
#: A time or year counts at the beginning of a line, up to so many characters.
_HEAD = 300
_BULLET = re.compile(r"^(?:[-–—•*·▪►>→]|\d{1,2}[.)])[ \t]", re.MULTILINE)


@functools.cache
def _furniture_words() -> tuple[Hashes, frozenset[tuple[int, int]], Hashes]:
    """The hashes of single words, of words of two, and of the first words of those."""
    hashed = [_hashes(entry).tolist() for entry in load("pages_words")["words"]]
    pairs = frozenset((one[0], one[1]) for one in hashed if len(one) > 1)
    return (
        np.array(sorted({one[0] for one in hashed if len(one) == 1}), dtype=np.uint64),
        pairs,
        np.array(sorted({first for first, _ in pairs}), dtype=np.uint64),
    )


def _is_letter(character: str) -> bool:
    return character.isalnum() and not character.isdecimal()


def _is_comma(character: str) -> bool:
    return character == ","


def _is_joint(character: str) -> bool:
    return character in "'’-"


def _is_quote(character: str) -> bool:
    return character in '“”„«»"'


def _is_loose_mark(character: str) -> bool:
    return character in "|©»›→/"


def _words_of(codes: Codes) -> Mask:
    """Which characters belong to words: letters, and what joins two letters (it's, so-called)."""
    letters = mask_of(codes, _is_letter)
    words = letters.copy()
    words[1:-1] |= mask_of(codes[1:-1], _is_joint) & letters[:-2] & letters[2:]
    return words


def _hashes(text: str) -> Hashes:
    codes = codes_of(text)
    return hashes_of(codes, _words_of(codes))


def _are_in(hashes: Hashes, known: Hashes) -> Mask:
    """Which hashes are among the known ones, which are sorted."""
    return np.asarray(known[np.minimum(np.searchsorted(known, hashes), len(known) - 1)] == hashes)


class _Words:
    """The words of all lines of a page, and sums over those of each line; ``starts`` is where its lines begin."""

    def __init__(self, text: str, starts: Places) -> None:
        self._codes = codes_of(text)
        self._mask = _words_of(self._codes)
        self._starts, self._lengths = words_in(self._mask)
        self._line = np.searchsorted(starts, self._starts, side="right") - 1
        self._lines = len(starts)
        self.count = self._sums(np.ones(len(self._starts)))

    def _sums(self, values: npt.NDArray[Any]) -> Vector:
        return np.bincount(self._line, weights=values, minlength=self._lines).astype(np.float64)

    def _letters_of(self, told: Callable[[str], bool]) -> npt.NDArray[Any]:
        """How many letters of each word something is true of."""
        told_of = (mask_of(self._codes, told) & self._mask).astype(np.int64)
        return np.add.reduceat(told_of, self._starts) if len(self._starts) else told_of[:0]

    def letters(self) -> Vector:
        """How many characters the words have."""
        return self._sums(self._lengths)

    def lower(self) -> Vector:
        """How many words begin with a small letter."""
        return self._sums(mask_of(self._codes[self._starts], str.islower))

    def capitals(self) -> Vector:
        """How many words of two letters or more have capital letters only."""
        is_capital = (self._letters_of(str.isupper) > 0) & (self._letters_of(str.islower) == 0)
        return self._sums(is_capital & (self._lengths > 1))

    def furniture(self) -> Vector:
        """How many words are furniture words, or begin a pair that is."""
        single, pairs, firsts = _furniture_words()
        hashes = hashes_of(self._codes, self._mask)
        found = _are_in(hashes, single).astype(np.float64)
        for number in np.flatnonzero(_are_in(hashes[:-1], firsts)).tolist():
            is_one_line = self._line[number] == self._line[number + 1]
            found[number] += is_one_line and (int(hashes[number]), int(hashes[number + 1])) in pairs
        return self._sums(found)

    def characters(self, told: Callable[[str], bool], starts: Places) -> Vector:
        """How many characters of each line something is true of."""
        return np.add.reduceat(mask_of(self._codes, told).astype(np.float64), starts)


class _Marks:
    """Where marks stand in the text of a page, line by line."""

    def __init__(self, text: str, starts: Places) -> None:
        self._text = text
        self._starts = starts

    def count(self, pattern: re.Pattern[str], head: int | None = None) -> Vector:
        """How often the pattern is found in each line, or in its first ``head`` characters."""
        found = np.array([match.start() for match in pattern.finditer(self._text)], dtype=np.int64)
        line = np.searchsorted(self._starts, found, side="right") - 1
        if head is not None:
            line = line[found - self._starts[line] < head]
        return np.bincount(line, minlength=len(self._starts)).astype(np.float64)


def line_features(lines: Sequence[str]) -> Matrix:
    """One row of features for each line of a page, in reading order; the lines are not empty."""
    own = _own(lines)
    return np.hstack([own, _place(own), _neighbours(own)])


def _own(lines: Sequence[str]) -> Matrix:
    text = "\n".join(lines)
    starts = np.cumsum([0, *(len(line) + 1 for line in lines)])[:-1]
    words, marks = _Words(text, starts), _Marks(text, starts)
    per_word = 1 / np.maximum(words.count, 1)
    furniture = words.furniture()
    kinds = [furniture_in(line) for line in lines]
    columns = [
        np.log1p(words.count),
        words.count >= 12,
        words.count <= 3,
        words.lower() * per_word,
        words.capitals() * per_word,
        words.letters() * per_word / 5,
        marks.count(_FINAL) > 0,
        np.minimum(marks.count(_SENTENCE_END), 5) / 2,
        np.minimum(words.characters(_is_comma, starts), 6) / 3,
        words.characters(str.isdecimal, starts) / np.maximum(np.diff(starts, append=len(text) + 1) - 1, 1) * 3,
        marks.count(_ADDRESS) > 0,
        marks.count(_TIME, _HEAD) > 0,
        marks.count(_BULLET) > 0,
        words.characters(_is_quote, starts) > 0,
        (words.characters(_is_loose_mark, starts) > 0) | [line.endswith(("...", "…")) for line in lines],
        [line.endswith(":") for line in lines],
        [":" in line[:40] and not line.endswith(":") for line in lines],
        [line.endswith("?") for line in lines],
        [line[:1].islower() for line in lines],
        np.minimum(furniture, 4) / 2,
        np.minimum(furniture, 8) * per_word * 2,
        [kind is not None for kind in kinds],
        [kind is not None and kind.scope is Scope.TAIL for kind in kinds],
    ]
    return np.column_stack([np.asarray(column, dtype=np.float64) for column in columns])


def _is_long(own: Matrix) -> npt.NDArray[np.bool_]:
    """Lines that are surely sentences: twelve words or more, most of them small, with a full stop."""
    return np.asarray((own[:, 1] > 0) & (own[:, 7] > 0) & (own[:, 3] > 0.4) & (own[:, 21] == 0))


def _place(own: Matrix) -> Matrix:
    count = len(own)
    index = np.arange(count)
    long_lines = np.flatnonzero(_is_long(own))
    first, last = (long_lines[0], long_lines[-1]) if len(long_lines) else (0, count - 1)
    words = np.expm1(own[:, 0])
    before = np.cumsum(words) / max(words.sum(), 1)
    tails = np.cumsum(own[:, 22])
    density = np.convolve(_is_long(own).astype(float), np.ones(9), mode="same")[:count] / 5 if count else words
    return np.column_stack(
        [
            np.log1p(index) / 2,
            np.log1p(count - 1 - index) / 2,
            index / max(count - 1, 1),
            before,
            (index < first).astype(float),
            (index > last).astype(float),
            np.log1p(np.maximum(index - last, 0)) / 2,
            np.log1p(np.maximum(first - index, 0)) / 2,
            np.minimum(tails, 3) / 2,
            density,
            np.full(count, math.log1p(len(long_lines)) / 2),
        ]
    )


def _neighbours(own: Matrix) -> Matrix:
    """Length, full stop, small words and furniture of the two lines before and after, and of the line twins."""
    seen = own[:, [0, 3, 6, 19, 21]]
    padded = np.vstack([np.zeros((2, 5)), seen, np.zeros((2, 5))])
    count = len(own)
    return np.hstack([padded[shift : shift + count] for shift in (0, 1, 3, 4)])


_TAGS = ("p", "div", "li", "figcaption", "blockquote", "td")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def block_features(blocks: Sequence[Block]) -> Matrix:
    """One row for each line of an HTML page: the features of its words and those of its markup."""
    own = np.array([_markup(block) for block in blocks], dtype=np.float64).reshape(len(blocks), len(_TAGS) + 8)
    around = [_shifted(own[:, column]) for column in (len(_TAGS) + 1, len(_TAGS) + 4)]
    return np.hstack([line_features([block.text for block in blocks]), own, *around])


def _markup(block: Block) -> list[float]:
    return [
        *(float(block.tag == tag) for tag in _TAGS),
        float(block.tag in _HEADINGS),
        block.link_share,
        float(block.link_share > 0.9),
        min(block.good, 5) / 2,
        min(block.bad, 4) / 2,
        float(block.bad == 0),
        float(block.in_article),
        float(block.in_furniture),
    ]


def _shifted(values: npt.NDArray[np.float64]) -> Matrix:
    """The values two and one lines before, one and two after, and their running mean."""
    padded = np.concatenate([np.zeros(2), values, np.zeros(2)])
    count = len(values)
    mean = np.convolve(values, np.ones(9) / 9, mode="same")[:count] if count else values
    return np.column_stack([*(padded[shift : shift + count] for shift in (0, 1, 3, 4)), mean])
