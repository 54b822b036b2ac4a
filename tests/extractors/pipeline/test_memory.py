"""What is remembered from call to call changes nothing but the time it takes."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.claims import ArticleClaims, RawInput
from extractors.pipeline import Memory, extract, resolve
from schemas import Correction, CorrectionKind, EventId
from tests.extractors.pipeline.sources import MEETING, claims

SEEDS = Path(__file__).parents[3] / "seeds" / "articles"
RAIL = (
    "Rail deal criticised\n\n"
    "STOCKHOLM, March 8, 2024 - Unions in Sweden attacked the agreement on rail traffic that the ministers of Norway "
    "and Sweden signed in Oslo on {day} March 2024.\n\n"
    "A strike is planned for {strike} March 2024, the unions said.\n"
)
TALKS = (
    "Ministers of Norway and Sweden met in Oslo last week, two days after the strike in Stockholm, an official said. "
    "The ministers of Norway and Sweden met three times in Oslo in March 2024.\n\n"
    "The strike in Stockholm was called off on 11 March 2024, the unions said.\n"
)


def _corpus() -> list[ArticleClaims]:
    """Dated and undated articles, contradictions, a near-copy, two versions of one page."""
    texts = {
        "meeting.txt": MEETING,
        "copy.txt": MEETING.replace("an agreement", "a long agreement"),
        "rail.txt": RAIL.format(day=5, strike=12),
        "other.txt": RAIL.format(day=6, strike=14),
        "talks.txt": TALKS,
    }
    found = [claims(text, name) for name, text in texts.items()]
    found.append(claims(MEETING + "\nThe ministers of Finland did not come to Oslo.\n"))
    return found + [one for path in sorted(SEEDS.iterdir()) for one in _read(path)]


def _read(path: Path) -> list[ArticleClaims]:
    content = path.read_bytes()
    raw = RawInput(source_uri=path.name, content_sha256=hashlib.sha256(content).hexdigest(), content=content)
    return [one for one in extract(raw) if isinstance(one, ArticleClaims)]


@pytest.fixture(scope="module")
def corpus() -> list[ArticleClaims]:
    return _corpus()


def _corrections(corpus: list[ArticleClaims]) -> list[Correction]:
    last = corpus[-1].article.article_id
    event_id = resolve(corpus)["events"][0].event_id
    said: dict[str, Any] = {"who": "Ada", "day": date(2026, 1, 2), "why": "the minutes say so"}
    days: dict[str, Any] = {"first_day": date(2024, 3, 4), "last_day": date(2024, 3, 9)}
    return [
        Correction(kind=CorrectionKind.RETRACT, article_id=last, **said),
        Correction(kind=CorrectionKind.REDATE, event_ids=(event_id,), **days, **said),
    ]


@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_portions_come_to_the_tables_of_one_full_resolve(corpus: list[ArticleClaims], data: st.DataObject) -> None:
    """Articles in two or three portions, in any order, also some taken away again, with and without corrections."""
    order = data.draw(st.permutations(corpus))
    ends = sorted(data.draw(st.lists(st.integers(1, len(order)), min_size=1, max_size=2)))
    portions = [order[:end] for end in ends] + [list(order), order[3:]]
    corrections = _corrections(corpus) if data.draw(st.booleans()) else []
    memory = Memory()
    ledger: list[EventId] = []
    for portion in portions:
        remembered = resolve(portion, ledger, corrections, memory)
        assert remembered == resolve(portion, ledger, corrections)
        ledger = remembered["event_ids"]


def test_equal_articles_are_one_object(corpus: list[ArticleClaims]) -> None:
    """What was read from disk again is known, what changed is not."""
    memory = Memory()
    again = [claims(MEETING), *corpus[1:]]
    assert memory.familiar(corpus)[0] is corpus[0]
    assert memory.familiar(again)[0] is corpus[0]
