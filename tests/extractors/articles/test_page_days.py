"""Days printed on a page."""

from __future__ import annotations

import pytest

from extractors.articles.page_days import headline_number, printed_candidates

LINES = [
    "Monday, 4 March 2024",
    "Home",
    "Coast Courier",
    "Ferry stays in port",
    "By Jo Example",
    "2 March 2024",
    "The mayor said on 1 March 2024 that the ferry of the town would stay in port.",
]


def test_a_date_below_the_headline_is_the_articles_own() -> None:
    """Further above it is the page's; in a sentence it is the story's."""
    found = printed_candidates(LINES, headline_number(LINES, ["Ferry stays in port!"]))
    assert [(one.raw_text, one.role.value) for one in found] == [
        ("2 March 2024", "published"),
        ("Monday, 4 March 2024", "page"),
    ]


@pytest.mark.parametrize("titles", [[], ["Another headline"], ["..."]])
def test_without_a_headline_no_printed_date_is_believed(titles: list[str]) -> None:
    """Nothing tells whose date it is."""
    assert printed_candidates(LINES, headline_number(LINES, titles)) == []
