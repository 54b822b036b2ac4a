"""The characters of a text as numbers, so that all its words are looked at in one go rather than one by one."""

from __future__ import annotations

import functools
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

#: Characters beyond the first plane (rare scripts, signs) count as the last of it, which is no character.
_LAST = 0xFFFF
#: An odd number without a pattern, by which hashes are multiplied.
BASE = 0x9E3779B97F4A7C15

Codes = npt.NDArray[np.uint32]
Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]


def codes_of(text: str) -> Codes:
    """The code points of the text."""
    return np.minimum(np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32), np.uint32(_LAST))


def mask_of(codes: Codes, told: Callable[[str], bool]) -> Mask:
    """Of which characters something is true."""
    return _table(told)[codes]


@functools.lru_cache(maxsize=16)
def _table(told: Callable[[str], bool]) -> Mask:
    return np.fromiter((told(chr(code)) for code in range(_LAST + 1)), dtype=np.bool_, count=_LAST + 1)


@functools.cache
def _small() -> Hashes:
    """The code of the small letter of each character."""
    return np.array([ord(chr(code).lower()[0]) for code in range(_LAST + 1)], dtype=np.uint64)


@functools.cache
def _powers() -> Hashes:
    """Powers of an odd number, modulo 2**64; letters of a word beyond their count share the last."""
    return np.cumprod(np.array([1] + 63 * [BASE], dtype=np.uint64), dtype=np.uint64)


def words_in(is_letter: Mask) -> tuple[Places, Places]:
    """Where words begin and how long they are: the runs of letters."""
    padded = np.concatenate(([False], is_letter, [False]))
    bounds = np.flatnonzero(padded[1:] != padded[:-1])
    return bounds[::2], bounds[1::2] - bounds[::2]


def hashes_of(codes: Codes, is_letter: Mask) -> Hashes:
    """The hash of every word, whatever its case, in order: its letters are the digits of a number."""
    _, lengths = words_in(is_letter)
    if not len(lengths):
        return np.zeros(0, dtype=np.uint64)
    firsts = np.cumsum(lengths) - lengths
    place = np.minimum(np.arange(lengths.sum()) - np.repeat(firsts, lengths), len(_powers()) - 1)
    return np.add.reduceat(_small()[codes[is_letter]] * _powers()[place], firsts)
