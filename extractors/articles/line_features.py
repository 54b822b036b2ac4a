"""What the line classifier sees of a line: its shape, its words, its place, its neighbours; never which words.

The features are numbers between about -1 and 5, the same for every language that separates words by spaces.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from extractors.articles.blocks import Block
from extractors.articles.furniture import Scope, furniture_in
from extractors.lexicons import load

_OWN = 23

Matrix = npt.NDArray[np.float64]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s|$)")
_FINAL = re.compile(r"[.!?…]['\"”’»)\]]*$")
_ADDRESS_MARKS = ("http://", "https://", "www.", "@", "#", "pic.twitter")
_TIME = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\b(?:19|20)\d{2}\b")
_BULLET = re.compile(r"^\s*(?:[-–—•*·▪►>→]|\d{1,2}[.)])\s")
_QUOTES = '“”„«»"'
_LOOSE_MARKS = ("|", "©", "»", "›", "→", "/")
_DIGIT = re.compile(r"\d")


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


def _count_furniture(words: Sequence[str]) -> int:
    """How many of the words are furniture words, or begin a pair that is."""
    single, pairs, firsts = _furniture_words()
    low = list(map(str.lower, words))
    count = sum(map(single.__contains__, low))
    if not firsts.isdisjoint(low):
        count += sum(f"{one} {two}" in pairs for one, two in itertools.pairwise(low) if one in firsts)
    return count


def line_features(lines: Sequence[str]) -> Matrix:
    """One row of features for each line of a page, in reading order."""
    own = np.array([_own(line) for line in lines], dtype=np.float64).reshape(len(lines), _OWN)
    return np.hstack([own, _place(own), _neighbours(own)])


def _own(line: str) -> list[float]:
    words = _WORD.findall(line)
    count = len(words)
    per_word = 1 / max(count, 1)
    lower = sum(map(str.islower, [word[0] for word in words]))
    letters = sum(map(len, words))
    capitals = sum(map(str.isupper, [word for word in words if len(word) > 1]))
    sentences = len(_SENTENCE_END.findall(line))
    furniture = _count_furniture(words)
    kind = furniture_in(line)
    return [
        math.log1p(count),
        float(count >= 12),
        float(count <= 3),
        lower * per_word,
        capitals * per_word,
        letters * per_word / 5,
        float(_FINAL.search(line) is not None),
        min(sentences, 5) / 2,
        min(line.count(","), 6) / 3,
        len(_DIGIT.findall(line)) / max(len(line), 1) * 3,
        float(any(mark in line for mark in _ADDRESS_MARKS)),
        float(_TIME.search(line[:300]) is not None),
        float(_BULLET.match(line) is not None),
        float(any(mark in line for mark in _QUOTES)),
        float(line.endswith(("...", "…")) or any(mark in line for mark in _LOOSE_MARKS)),
        float(line.endswith(":")),
        float(":" in line[:40] and not line.endswith(":")),
        float(line.endswith("?")),
        float(line[:1].islower()),
        min(furniture, 4) / 2,
        min(furniture, 8) * per_word * 2,
        float(kind is not None),
        float(kind is not None and kind.scope is Scope.TAIL),
    ]


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
