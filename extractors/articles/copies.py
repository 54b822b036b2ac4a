"""Near-copies of articles, and wire stories inside longer ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from extractors.articles.article import Copy

_WORDS = 5


def find_copies(articles: Iterable[tuple[str, str, date | None]]) -> dict[str, Copy]:
    """For each ``(article_id, body_text, published_day)`` what it shares with the others.

    The same whatever the order of the articles: the earlier day wins, then the smaller id.
    """
    ordered = sorted(articles, key=lambda one: (one[2] or date.max, one[0]))
    holders: dict[int, list[int]] = {}
    sets = [_shingles(text) for _, text, _ in ordered]
    copies: dict[str, Copy] = {}
    for number, (article_id, _, _) in enumerate(ordered):
        shared: dict[int, int] = {}
        for shingle in sets[number]:
            for other in holders.get(shingle, ()):
                shared[other] = shared.get(other, 0) + 1
            holders.setdefault(shingle, []).append(number)
        original = _original(shared, sets, number)
        if original is None:
            copies[article_id] = Copy(duplicate_of=None, source_family=article_id)
        else:
            first = ordered[original][0]
            copies[article_id] = Copy(duplicate_of=first, source_family=copies[first].source_family)
    return copies


def _shingles(text: str) -> frozenset[int]:
    words = re.findall(r"\w+", text.casefold())
    return frozenset(hash(" ".join(words[n : n + _WORDS])) for n in range(max(1, len(words) - _WORDS + 1)))


def _original(shared: dict[int, int], sets: list[frozenset[int]], number: int) -> int | None:
    for other in sorted(shared):
        least = min(len(sets[other]), len(sets[number]))
        if least >= 20 and shared[other] >= 0.6 * least:
            return other
    return None
