"""HTML pages."""

from __future__ import annotations

import re

from extractors.claims import RawInput
from extractors.readers.article import ReadArticle
from extractors.readers.decoding import decode_markup

RANK = 0

_NAME = re.compile(r"\.x?html?$", re.IGNORECASE)
_START = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_SAVED = re.compile(r"<!-- saved from url=\(\d+\)(https?://\S+) -->")
_FEED = re.compile(rb"<(rss|feed|rdf:RDF)[\s>]")


def is_sure(name: str, head: bytes) -> bool:
    """The start says that it is HTML, or the name does and the start has a tag."""
    if _FEED.search(head) or head.lstrip()[:1] in {b"{", b"["}:
        return False
    return _START.search(head) is not None or (_NAME.search(name) is not None and b"<" in head)


def read(raw: RawInput) -> list[ReadArticle]:
    """One article with the whole markup; its metadata are read where the page is parsed."""
    markup = decode_markup(raw.content)
    url = raw.source_uri if raw.source_uri.startswith(("http://", "https://")) else _saved_from(markup)
    return [ReadArticle(source_uri=raw.source_uri, reader="html", url=url, html=markup)]


def _saved_from(markup: str) -> str | None:
    """The address that browsers write into a page that they save."""
    found = _SAVED.search(markup, 0, 4096)
    return None if found is None else found[1]
