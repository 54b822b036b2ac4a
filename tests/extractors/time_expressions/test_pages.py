"""The page of the docs that is generated from the lexicons."""

from __future__ import annotations

from pathlib import Path

from extractors.time_expressions.forms import PATTERN_LEXICONS
from extractors.time_expressions.pages import page

PAGE = Path(__file__).parents[3] / "docs" / "time-expressions.md"


def test_the_page_is_what_the_lexicons_say() -> None:
    """After a change of the lexicons the page is made anew: python -m extractors.time_expressions.pages."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_lexicon_is_on_the_page() -> None:
    """Each lexicon of patterns has a heading of its own, and two more follow."""
    assert page().count("\n## ") == len(PATTERN_LEXICONS) + 2
