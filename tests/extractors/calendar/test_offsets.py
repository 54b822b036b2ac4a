"""How far from its article's own day a claim places an event."""

from __future__ import annotations

import hashlib

import pytest

from extractors import pipeline
from extractors.calendar.offsets import Offset, offsets_of
from extractors.claims import ArticleClaims, RawInput


def offsets(text: str) -> list[Offset]:
    content = f"Quellin burns\n\n{text} The hall was opened in 2019.\n".encode()
    raw = RawInput(source_uri="a.txt", content_sha256=hashlib.sha256(content).hexdigest(), content=content)
    (claims,) = pipeline.extract(raw)
    assert isinstance(claims, ArticleClaims)
    return offsets_of(claims, {one.mention_id for one in claims.mentions})


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("yesterday", (-1, -1, False)),
        ("last week", (-7, -1, True)),
        ("on Friday", (-6, 0, False)),
    ],
)
def test_relative_words_give_a_distance(words: str, expected: tuple[int, int, bool]) -> None:
    """Days count from the day of the words, weeks from the Monday of its week, weekdays lie within a week."""
    found = offsets(f"A large fire destroyed the old market hall of Quellin {words}, the police said.")
    assert expected in {(one.least, one.most, one.from_monday) for one in found}


def test_words_with_a_year_give_none() -> None:
    """An explicit day does not move with the day of the article, a bare month hangs on the year."""
    assert offsets("A large fire destroyed the old market hall of Quellin on 3 May 2024.") == []
    assert offsets("A large fire destroyed the old market hall of Quellin in May.") == []
