"""Near-copies of articles, and wire stories inside longer ones.

A text is the set of its runs of five words, hashed. A sample of that set (every hash that a fixed number divides: a
MinHash sketch whose size grows with the text) finds pairs that share much and, unlike sketches of one size, also a
short text inside a long one; the whole sets then decide. Hashes are our own, so that neither hash seed nor machine
matters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from extractors.articles.article import Copy
from extractors.articles.letters import BASE, codes_of, hashes_of, mask_of

_WORDS = 5
#: One hash in so many is in the sample.
_SAMPLE = 8
#: Shorter texts say too little to be called copies.
_LEAST_RUNS = 25
#: A run in more texts than this is a standing phrase and finds nothing.
_MOST_HOLDERS = 60
# Shares of runs (see _is_copy, _is_family).
_INSIDE, _OF_LATER, _OF_FAMILY = 0.6, 0.4, 0.15

_Hashes = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class _Text:
    article_id: str
    body: str
    runs: _Hashes
    sample: tuple[int, ...]


def find_copies(articles: Iterable[tuple[str, str, date | None]]) -> dict[str, Copy]:
    """For each ``(article_id, body_text, published_day)`` what it shares with the others.

    The same whatever the order of the articles: the earlier day wins, then the smaller id; undated ones come last.
    """
    return CopyIndex().find(articles)


class CopyIndex:
    """Finds copies among the articles it is given; texts of an earlier call are not read again."""

    def __init__(self) -> None:
        """Know no text yet."""
        self._texts: dict[str, _Text] = {}

    def find(self, articles: Iterable[tuple[str, str, date | None]]) -> dict[str, Copy]:
        """What :func:`find_copies` gives for exactly these articles, whatever was known before."""
        ordered = sorted(articles, key=lambda one: (one[2] or date.max, one[0]))
        known = self._texts
        texts = [
            old if (old := known.get(article_id)) is not None and old.body == body else _text(article_id, body)
            for article_id, body, _ in ordered
        ]
        self._texts = {text.article_id: text for text in texts}
        return _copies(texts)


def _text(article_id: str, body: str) -> _Text:
    runs = _runs(body)
    return _Text(article_id, body, runs, tuple(runs[runs % np.uint64(_SAMPLE) == 0].tolist()))


def _copies(texts: Sequence[_Text]) -> dict[str, Copy]:
    copies: dict[str, Copy] = {}
    for text, shared in zip(texts, _shared_samples(texts), strict=True):
        able = (texts[other] for other in sorted(shared) if shared[other] >= _least_shared(texts[other], text))
        overlaps = [(other, _overlap(other, text)) for other in able]
        original = next((other for other, both in overlaps if _is_copy(both, other, text)), None)
        relative = original or next((other for other, both in overlaps if _is_family(both, other, text)), None)
        copies[text.article_id] = Copy(
            duplicate_of=None if original is None else original.article_id,
            source_family=text.article_id if relative is None else copies[relative.article_id].source_family,
        )
    return copies


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _runs(body: str) -> _Hashes:
    """The sorted set of hashes of all runs of five words."""
    codes = codes_of(body)
    words = hashes_of(codes, mask_of(codes, _is_of_word))
    count = len(words) - _WORDS + 1
    if count < _LEAST_RUNS:
        return np.zeros(0, dtype=np.uint64)
    hashes = np.zeros(count, dtype=np.uint64)
    for place in range(_WORDS):
        hashes = (hashes ^ (hashes >> np.uint64(32))) * np.uint64(BASE) + words[place : place + count]
    # mix, so that the low bits by which the sample is drawn depend on all words
    hashes ^= hashes >> np.uint64(31)
    hashes *= np.uint64(0xBF58476D1CE4E5B9)
    hashes ^= hashes >> np.uint64(29)
    hashes.sort()
    return hashes[np.concatenate(([True], hashes[1:] != hashes[:-1]))]


def _shared_samples(texts: Sequence[_Text]) -> Iterable[Counter[int]]:
    """For each text, how many hashes of its sample every earlier text holds too."""
    holders = Counter(one for text in texts for one in text.sample)
    seen: dict[int, list[int]] = {}
    for number, text in enumerate(texts):
        shared: Counter[int] = Counter()
        for one in text.sample:
            if 1 < holders[one] <= _MOST_HOLDERS:
                shared.update(seen.get(one, ()))
                seen.setdefault(one, []).append(number)
        yield shared


def _least_shared(one: _Text, other: _Text) -> float:
    """Half of what the sample of the shorter text would share if it stood in the longer one."""
    return 0.5 * _INSIDE * min(len(one.runs), len(other.runs)) / _SAMPLE


def _overlap(one: _Text, other: _Text) -> int:
    return len(np.intersect1d(one.runs, other.runs, assume_unique=True))


def _is_copy(both: int, earlier: _Text, later: _Text) -> bool:
    """Most of the shorter text stands in the other, and it makes up a good part of the later one."""
    return both >= _INSIDE * min(len(earlier.runs), len(later.runs)) and both >= _OF_LATER * len(later.runs)


def _is_family(both: int, earlier: _Text, later: _Text) -> bool:
    """Most of the shorter text stands in the other: a wire story inside a longer article."""
    return both >= _INSIDE * min(len(earlier.runs), len(later.runs)) and both >= _OF_FAMILY * len(later.runs)
