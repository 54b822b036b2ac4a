"""Records of crawlers, whatever their fields are called."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.readers.article import UnreadableInputError
from extractors.readers.fields import article_of, records_of


def test_fields_are_found_by_any_of_their_names() -> None:
    """The most trusted name counts; a publisher may be an object; the day of the crawl is none of publication."""
    found = article_of(
        "a.json",
        "json_article",
        {
            "headline": "Ferry &amp; fog",
            "articleBody": "<p>The ferry stayed.</p><p>Fog.</p>",
            "publisher": {"name": "Coast Courier"},
            "datePublished": "2024-03-04",
            "date_modify": "2024-03-05",
            "crawled_at": "2024-03-06",
        },
    )
    assert found is not None
    assert (found.text, found.source_name, found.is_body) == ("The ferry stayed.\n\nFog.", "Coast Courier", True)
    assert [(one.role.value, one.local_day) for one in found.dates] == [
        ("published", date(2024, 3, 4)),
        ("updated", date(2024, 3, 5)),
        ("seen", date(2024, 3, 6)),
    ]


@pytest.mark.parametrize(
    ("url", "name"),
    [("https://www.coast.example/a", "coast.example"), ("http://[coast/a", None), ("coast", None), (None, None)],
)
def test_a_source_without_a_name_has_its_hosts(url: str | None, name: str | None) -> None:
    """An address that is none gives no name and stops nothing."""
    found = article_of("a.json", "json_article", {"text": "The ferry stayed.", "url": url})
    assert found is not None
    assert found.source_name == name


def test_each_record_has_an_address_of_its_own() -> None:
    """Its id or its number; records without a text are passed over, and without any the input is refused."""
    values = {"items": [{"id": 7, "text": "The ferry stayed."}, {"title": "No text"}, {"text": "It left."}]}
    assert [one.source_uri for one in records_of("a.json", "json_article", values)] == ["a.json#7", "a.json#2"]
    with pytest.raises(UnreadableInputError, match="no article"):
        records_of("a.json", "json_article", [{"title": "No text"}])
