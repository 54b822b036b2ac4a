"""What the line classifier sees of a line: its shape, its words, its place, its neighbours; never which words.

The features are numbers between about -1 and 5, the same for every language that separates words by spaces.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from extractors.articles.blocks import Block
from extractors.articles.furniture import Scope, furniture_in
from extractors.lexicons import load

Matrix = npt.NDArray[np.float64]
Vector = npt.NDArray[np.float64]

# All lines of a page are read at once, joined by line ends: a word or a line end is one token.
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\n")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s|$)")
_FINAL = re.compile(r"[.!?…]['\"”’»)\]]*$", re.MULTILINE)
_ADDRESS = re.compile(r"https?://|www\.|[@#]|pic\.twitter")
_TIME = re.compile(r"\b(?:\d{1,2}[:.h]\d{2}|(?:19|20)\d{2})\b")
#: A time or year counts at the beginning of a line, up to so many characters.
_HEAD = 300
_BULLET = re.compile(r"^(?:[-–—•*·▪►>→]|\d{1,2}[.)])[ \t]", re.MULTILINE)
_QUOTE = re.compile(r"[“”„«»\"]")
_LOOSE_MARK = re.compile(r"[|©»›→/]")
_DIGITS = re.compile(r"\d+")


@functools.cache
def _furniture_words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Single words, words of two, and the first words of those."""
    entries = [entry.split() for entry in load("pages_words")["words"]]
    pairs = [entry for entry in entries if len(entry) > 1]
    return (
        frozenset(entry[0] for entry in entries if len(entry) == 1),
        frozenset(f"{pair[0]} {pair[1]}" for pair in pairs),
        frozenset(pair[0] for pair in pairs),
    )


class _Words:
    """The words of all lines of a page, and sums over those of each line."""

    def __init__(self, text: str, lines: int) -> None:
        tokens = _TOKEN.findall(text)
        is_end = np.fromiter(map("\n".__eq__, tokens), dtype=bool, count=len(tokens))
        self._line = np.cumsum(is_end)[~is_end]
        self._lines = lines
        self._words = [word for word in tokens if word != "\n"]
        self.count = self._sums(np.ones(len(self._words)))

    def _sums(self, values: Vector | Sequence[float]) -> Vector:
        weights = np.asarray(values, dtype=np.float64)
        return np.bincount(self._line, weights=weights, minlength=self._lines).astype(np.float64)

    def letters(self) -> Vector:
        """How many characters the words have."""
        return self._sums([len(word) for word in self._words])

    def lower(self) -> Vector:
        """How many words begin with a small letter."""
        return self._sums([word[0].islower() for word in self._words])

    def capitals(self) -> Vector:
        """How many words of two letters or more have capital letters only."""
        return self._sums([word.isupper() and len(word) > 1 for word in self._words])

    def furniture(self) -> Vector:
        """How many words are furniture words, or begin a pair that is."""
        single, pairs, firsts = _furniture_words()
        low = list(map(str.lower, self._words))
        found = np.fromiter(map(single.__contains__, low), dtype=np.float64, count=len(low))
        for number in [number for number, word in enumerate(low[:-1]) if word in firsts]:
            if self._line[number] == self._line[number + 1] and f"{low[number]} {low[number + 1]}" in pairs:
                found[number] += 1
        return self._sums(found)


class _Marks:
    """Where marks stand in the text of a page, line by line."""

    def __init__(self, text: str, lines: Sequence[str]) -> None:
        self._text = text
        self._starts = np.cumsum([0, *(len(line) + 1 for line in lines)])[:-1]

    def count(self, pattern: re.Pattern[str], head: int | None = None) -> Vector:
        """How often the pattern is found in each line, or in its first ``head`` characters."""
        found = np.array([match.start() for match in pattern.finditer(self._text)], dtype=np.int64)
        line = np.searchsorted(self._starts, found, side="right") - 1
        if head is not None:
            line = line[found - self._starts[line] < head]
        return np.bincount(line, minlength=len(self._starts)).astype(np.float64)

    def length(self, pattern: re.Pattern[str]) -> Vector:
        """How many characters of each line the pattern covers."""
        found = [(match.start(), match.end() - match.start()) for match in pattern.finditer(self._text)]
        places, lengths = np.array(found, dtype=np.int64).reshape(len(found), 2).T
        line = np.searchsorted(self._starts, places, side="right") - 1
        return np.bincount(line, weights=lengths, minlength=len(self._starts)).astype(np.float64)


def line_features(lines: Sequence[str]) -> Matrix:
    """One row of features for each line of a page, in reading order; the lines are not empty."""
    own = _own(lines)
    return np.hstack([own, _place(own), _neighbours(own)])


def _own(lines: Sequence[str]) -> Matrix:
    text = "\n".join(lines)
    words, marks = _Words(text, len(lines)), _Marks(text, lines)
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
        [min(line.count(","), 6) / 3 for line in lines],
        marks.length(_DIGITS) / np.maximum(list(map(len, lines)), 1) * 3,
        marks.count(_ADDRESS) > 0,
        marks.count(_TIME, _HEAD) > 0,
        marks.count(_BULLET) > 0,
        marks.count(_QUOTE) > 0,
        (marks.count(_LOOSE_MARK) > 0) | [line.endswith(("...", "…")) for line in lines],
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
