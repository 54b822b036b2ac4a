"""The page of event types is the lexicon."""

from __future__ import annotations

from pathlib import Path

from extractors.event_mentions.pages import MEANINGS, event_types_page
from schemas.enumerations import EventType

DOCS = Path(__file__).parents[3] / "docs"


def test_the_page_is_up_to_date() -> None:
    """docs/event-types.md says what the lexicon holds; `python -m extractors.event_mentions.pages` writes it."""
    assert (DOCS / "event-types.md").read_text(encoding="utf-8") == event_types_page()


def test_every_type_has_a_meaning() -> None:
    """A new type comes with a line that says what it covers."""
    assert set(MEANINGS) == set(EventType)
