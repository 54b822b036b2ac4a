"""Events among mentions that somebody else marked, with neither types nor days: what the words alone can tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from extractors.events.given.linkage import link
from extractors.events.given.resemblance import Corpus, Pairs, Weights, learnt
from extractors.events.given.wording import MarkedText, ReadText, Wording, read

__all__ = ["MarkedText", "candidates", "group", "read"]

#: Mentions of texts that resemble each other less than this are never compared.
_LEAST_RESEMBLANCE = 0.08


def group(texts: Sequence[MarkedText], weights: Weights | None = None) -> list[list[tuple[int, str]]]:
    """Groups of mentions that are one event, each mention as number of its text and mention id."""
    return group_read([read(text, number) for number, text in enumerate(texts)], weights)


def group_read(texts: Sequence[ReadText], weights: Weights | None = None) -> list[list[tuple[int, str]]]:
    """Like :func:`group`, for texts that are already read."""
    wordings = [wording for text in texts for wording in text.wordings]
    corpus = Corpus(texts)
    pairs = Pairs(wordings, corpus)
    compared = list(candidates(wordings, corpus))
    if not compared:
        return [[(one.document, one.mention_id)] for one in wordings]
    likely = (weights or learnt()).probabilities(
        np.array([pairs.features(left, right) for left, right in compared]),
        np.array([pairs.relation(left, right) for left, right in compared]),
    )
    linked = link(len(wordings), ((left, right, p) for (left, right), p in zip(compared, likely.tolist(), strict=True)))
    return [[(wordings[one].document, wordings[one].mention_id) for one in members] for members in linked]


def candidates(wordings: Sequence[Wording], corpus: Corpus) -> Iterator[tuple[int, int]]:
    """Pairs of numbers of wordings whose texts resemble each other enough to tell of one event, smaller first."""
    of_text: dict[int, list[int]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        of_text[wording.document].append(number)
    for left_text, lefts in of_text.items():
        for right_text, rights in of_text.items():
            if left_text > right_text or (
                left_text != right_text and corpus.texts[left_text, right_text] < _LEAST_RESEMBLANCE
            ):
                continue
            yield from ((left, right) for left in lefts for right in rights if left < right)
