"""HTML pages: title, body and candidates for their day."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import trafilatura
from lxml import html as lxml_html

from extractors.articles.furniture import furniture_in
from extractors.articles.printed_days import masthead_candidates
from extractors.articles.scrapes import is_date_line
from extractors.readers.article import DateCandidate, UnreadableInputError
from extractors.readers.boundary import guarded
from extractors.readers.stamps import stamp_candidate
from schemas.enumerations import DateKind, DateRole


@dataclass(frozen=True, slots=True)
class Page:
    """What an HTML page holds."""

    title: str | None
    source_name: str | None
    url: str | None
    paragraphs: list[str]
    candidates: list[DateCandidate]


def read_page(markup: str, url: str | None = None) -> Page:
    """The parts of a page; raises UnreadableInputError when it has no text."""
    tree = guarded("HTML", _parse, markup)
    meta = _metas(tree)
    linked = list(_linked_data(tree))
    article = next((node for node in linked if "datePublished" in node or "headline" in node), {})
    document: Any = guarded(
        "HTML", trafilatura.bare_extraction, markup, url=url, include_comments=False, favor_recall=False
    )
    if document is None or not (document.text or "").strip():
        raise UnreadableInputError("the page holds no article text")
    title = meta.get("og:title") or article.get("headline") or document.title
    paragraphs = [part.strip() for part in document.text.split("\n") if part.strip()]
    paragraphs = [
        part for part in paragraphs if furniture_in(part) is None and not is_date_line(part) and part != title
    ]
    return Page(
        title=title,
        source_name=meta.get("og:site_name"),
        url=url or meta.get("og:url"),
        paragraphs=paragraphs,
        candidates=_candidates(meta, article, tree),
    )


def _parse(markup: str) -> Any:
    # lxml refuses text that declares its own encoding
    return lxml_html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", markup))


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and element.get("content"):
            found.setdefault(name.lower(), element.get("content").strip())
    return found


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    for element in tree.iter("script"):
        if "ld+json" in (element.get("type") or ""):
            try:
                value = json.loads(element.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _nodes(value)


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph", []))


def _candidates(meta: dict[str, str], article: dict[str, Any], tree: Any) -> list[DateCandidate]:
    fields = [
        (DateRole.PUBLISHED, article.get("datePublished")),
        (DateRole.PUBLISHED, meta.get("article:published_time")),
        (DateRole.UPDATED, article.get("dateModified")),
        (DateRole.UPDATED, meta.get("article:modified_time")),
    ]
    found = [stamp_candidate(DateKind.METADATA, role, raw) for role, raw in fields]
    lines = (re.sub(r"\s+", " ", "".join(element.itertext())).strip() for element in tree.iter("p", "time", "span"))
    printed = masthead_candidates(line for line in lines if len(line) < 60 and is_date_line(line))
    return [one for one in found if one is not None] + printed
