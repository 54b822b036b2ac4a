"""What a page's markup says about itself."""

from __future__ import annotations

from datetime import date

from extractors.articles.page_facts import Facts, read_facts
from extractors.articles.pages import parse_page


def facts(head: str, body: str = "<p>Words.</p>") -> Facts:
    """The facts of a page."""
    return read_facts(parse_page(f"<html><head>{head}</head><body>{body}</body></html>"))


def test_linked_data_meta_tags_and_microdata_are_heard() -> None:
    """Each day once, published before updated; a title of linked data is trusted first."""
    found = facts(
        """<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "headline": "Ferry &amp; fog",
        "datePublished": "2024-03-04T08:00:00+01:00", "publisher": [{"name": "Coast Courier"}]}]}</script>
        <meta property="og:title" content="Ferry and fog | Coast Courier">
        <meta property="article:modified_time" content="2024-03-05">""",
        """<time itemprop="datePublished" datetime="2024-03-03">Sunday</time>""",
    )
    assert found.titles[0] == "Ferry & fog"
    assert found.source_name == "Coast Courier"
    assert [(one.role.value, one.local_day) for one in found.candidates] == [
        ("published", date(2024, 3, 4)),
        ("published", date(2024, 3, 3)),
        ("updated", date(2024, 3, 5)),
    ]


def test_broken_linked_data_and_dates_of_no_article_are_passed_over() -> None:
    """A page is read although one part of it is wrong; some date of the document is kept apart."""
    found = facts(
        """<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>
        <meta name="date" content="2024-03-04"><meta property="article:published_time" content="soon">"""
    )
    assert found.candidates == ()
    assert [one.local_day for one in found.unclear] == [date(2024, 3, 4)]
