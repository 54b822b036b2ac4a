"""RSS and Atom files: every item is an article of its own."""

from __future__ import annotations

import re
from typing import Any

import feedparser

from extractors.claims import RawInput
from extractors.readers.article import DateCandidate, ReadArticle, UnreadableInputError
from extractors.readers.boundary import guarded
from extractors.readers.decoding import decode, tidy
from extractors.readers.fragments import looks_like_markup, text_of_fragment
from extractors.readers.items import ITEM_MARK
from extractors.readers.stamps import stamp_candidate
from schemas.enumerations import DateKind, DateRole

RANK = 0

_HEAD = 4096
_START = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")


def is_sure(name: str, head: bytes) -> bool:  # noqa: ARG001 - feeds are called anything; the root element tells
    """The start holds the root element of a feed."""
    return _START.search(head) is not None


def read(raw: RawInput) -> list[ReadArticle]:
    """One article an item, at the address ``<file>#<id of the item>``; an item taken out of a feed has its own already.

    Raises UnreadableInputError when the feed is broken or has no item with a text.
    """
    decode(raw.content)
    parsed = guarded("feed", feedparser.parse, raw.content, sanitize_html=False)
    if not parsed.entries:
        raise UnreadableInputError("the feed holds no item", str(parsed.get("bozo_exception") or "") or None)
    if ITEM_MARK in raw.content[:_HEAD]:
        articles = [_article(raw.source_uri, entry, parsed.feed) for entry in parsed.entries[:1]]
    else:
        articles = [
            _article(f"{raw.source_uri}#{_name(number, entry)}", entry, parsed.feed)
            for number, entry in enumerate(parsed.entries)
        ]
    found = [article for article in articles if article is not None]
    if not found:
        raise UnreadableInputError("the feed holds no item with a text")
    return found


def _name(number: int, entry: Any) -> str:
    return str(entry.get("id") or entry.get("link") or number)


def _article(source_uri: str, entry: Any, channel: Any) -> ReadArticle | None:
    body = _body(entry)
    if not body:
        return None
    return ReadArticle(
        source_uri=source_uri,
        reader="feed",
        source_name=_plain(entry.get("source", {}).get("title") or channel.get("title")),
        title=_plain(entry.get("title")),
        url=entry.get("link"),
        language=channel.get("language"),
        text=body,
        is_body=True,
        dates=_dates(entry, channel),
    )


def _body(entry: Any) -> str:
    """The longest text that the item gives."""
    values = [content.get("value") or "" for content in entry.get("content", [])] + [entry.get("summary") or ""]
    return max((_plain(value) or "" for value in values), key=len)


def _plain(value: str | None) -> str | None:
    if not value:
        return None
    return tidy(text_of_fragment(value) if looks_like_markup(value) or "&" in value else value.strip())


def _dates(entry: Any, channel: Any) -> tuple[DateCandidate, ...]:
    # only the raw strings are used: the library reads zones it does not know as UTC, and gives `published` where one
    # asks for an `updated` that is not there
    fields = (
        (DateRole.PUBLISHED, entry.get("published")),
        (DateRole.UPDATED, entry.get("updated") if "updated" in entry else None),
        (DateRole.PAGE, channel.get("updated") if "updated" in channel else None),
        (DateRole.PAGE, channel.get("published")),
    )
    candidates = (stamp_candidate(DateKind.FEED, role, raw) for role, raw in fields)
    return tuple(candidate for candidate in candidates if candidate is not None)
