"""Records with named fields (JSON objects of crawlers) to articles: which names mean what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from extractors.readers.article import DateCandidate, ReadArticle, UnreadableInputError
from extractors.readers.decoding import tidy
from extractors.readers.fragments import looks_like_markup, text_of_fragment
from extractors.readers.stamps import stamp_candidate
from schemas.enumerations import DateKind, DateRole

# Names of fields in the order of trust; those of news-please come first.
_BODY = (
    "maintext",
    "body_text",
    "body",
    "text",
    "content",
    "article",
    "articleBody",
    "article_text",
    "full_text",
    "story",
)
_TITLE = ("title", "headline", "title_page", "title_rss", "name")
_URL = ("url", "link", "canonical_url", "source_url", "uri")
_SOURCE = ("source_name", "publisher", "source", "site_name", "source_domain", "domain", "outlet")
_LANGUAGE = ("language", "lang", "inLanguage")
_ID = ("id", "guid", "doc", "article_id", "uuid")
_DATES = {
    DateRole.PUBLISHED: (
        "date_publish",
        "published_day",
        "datePublished",
        "date_published",
        "published_at",
        "publishedAt",
        "publish_date",
        "publishDate",
        "publication_date",
        "pubDate",
        "published",
        "date",
    ),
    DateRole.UPDATED: (
        "date_modify",
        "dateModified",
        "date_modified",
        "updated_at",
        "updatedAt",
        "modified",
        "updated",
    ),
    DateRole.SEEN: ("date_download", "crawled_at", "fetched_at", "scraped_at", "download_date", "retrieved"),
}


def records_of(source_uri: str, reader: str, values: Any) -> list[ReadArticle]:
    """The articles among ``values`` (a list, or an object that holds one), each with its own address.

    Raises UnreadableInputError when none of them has a text.
    """
    if isinstance(values, Mapping):
        values = next((one for one in values.values() if isinstance(one, list) and one), [])
    if not isinstance(values, list):
        raise UnreadableInputError("the JSON holds no article: no field with its text was found")
    articles = []
    for number, value in enumerate(values):
        if isinstance(value, Mapping):
            address = f"{source_uri}#{_first(value, _ID) or number}"
            article = article_of(address, reader, value)
            articles.extend([] if article is None else [article])
    if not articles:
        raise UnreadableInputError("the JSON holds no article: no field with its text was found")
    return articles


def article_of(source_uri: str, reader: str, record: Mapping[str, Any]) -> ReadArticle | None:
    """The article that a record is, or None when no field holds its text."""
    body = _first(record, _BODY)
    if body is None:
        return None
    url = _first(record, _URL)
    return ReadArticle(
        source_uri=source_uri,
        reader=reader,
        source_name=_first(record, _SOURCE) or _host(url),
        title=_first(record, _TITLE),
        url=url,
        language=_first(record, _LANGUAGE),
        text=text_of_fragment(body) if looks_like_markup(body) else body,
        is_body=True,
        dates=_dates(record),
    )


def _first(record: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = record.get(name)
        if isinstance(value, Mapping):
            value = value.get("name") or value.get("title")
        if isinstance(value, int) and not isinstance(value, bool) and names is _ID:
            value = str(value)
        if isinstance(value, str) and (text := tidy(value).strip()):
            return text
    return None


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:  # a bracket that is never closed, for instance
        return None
    return host.removeprefix("www.") or None


def _dates(record: Mapping[str, Any]) -> tuple[DateCandidate, ...]:
    found = []
    for role, names in _DATES.items():
        kind = DateKind.CRAWL if role is DateRole.SEEN else DateKind.METADATA
        candidates = (stamp_candidate(kind, role, record.get(name)) for name in names)
        found += [candidate for candidate in candidates if candidate is not None]
    return tuple(found)
