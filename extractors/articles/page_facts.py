"""What a page says about itself in its markup: JSON-LD, OpenGraph and other meta tags, microdata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml import etree

from extractors.readers.article import DateCandidate
from extractors.readers.decoding import tidy
from extractors.readers.stamps import stamp_candidate
from schemas.enumerations import DateKind, DateRole

_ARTICLE_TYPES = re.compile(r"(Article|BlogPosting|Report|Review|LiveBlogPosting|Recipe)$")
_PUBLISHED = """
    article:published_time article:published og:article:published_time og:published_time datepublished
    rnews:datepublished dc.date.issued dcterms.issued
    sailthru.date parsely-pub-date pubdate pub_date publish-date publish_date publishdate publication_date
    publication-date published-date date_published article.published article_date_original originalpublicationdate
    cxenseparse:recs:publishtime bt:pubdate ptime citation_publication_date citation_date
""".split()  # noqa: SIM905 - names read easier
# Some date of the document, which may be when it was made or changed: believed where nothing better is told.
_UNCLEAR = """
    dc.date.created dcterms.created dc.date dcterms.date displaydate datecreated date
""".split()  # noqa: SIM905 - names read easier
_UPDATED = """
    article:modified_time article:modified og:updated_time datemodified dc.date.modified dcterms.modified
    last-modified lastmod revised utime article.updated
""".split()  # noqa: SIM905 - names read easier
_COMMENT = re.compile(r"^\s*(<!--|//<!\[CDATA\[)|(-->|//\]\]>)\s*;?\s*$")
# Searched from the attributes: twice as fast as asking every element for one.
_MARKED: Any = etree.XPath("descendant::*/@itemprop/..")
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the markup tells: titles in the order of trust, site, address, the body that JSON-LD holds, and days.

    ``unclear`` are days of the document of which the markup does not say what happened on them.
    """

    titles: tuple[str, ...]
    source_name: str | None
    url: str | None
    description: str | None
    body: str | None
    candidates: tuple[DateCandidate, ...]
    unclear: tuple[DateCandidate, ...]


def read_facts(tree: Any) -> Facts:
    """The facts in the markup of a parsed page."""
    metas = _metas(tree)
    nodes = list(_linked_data(tree))
    articles = [node for node in nodes if _is_article(node)]
    titles = [*(_text(node.get("headline")) for node in articles), *(metas.get(name) for name in _TITLES)]
    publishers = (_name(node.get("publisher")) for node in articles)
    return Facts(
        titles=tuple(dict.fromkeys(title for title in titles if title)),
        source_name=metas.get("og:site_name") or next((name for name in publishers if name), None),
        url=metas.get("og:url"),
        description=metas.get("og:description") or metas.get("description"),
        body=max((_text(node.get("articleBody")) or "" for node in articles), key=len, default="") or None,
        candidates=tuple(_candidates(tree, metas, articles or nodes)),
        unclear=tuple(_stamps((DateRole.PUBLISHED, metas.get(name)) for name in _UNCLEAR)),
    )


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), tidy(unescape(content)))
    return found


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    for element in tree.iter("script"):
        if "ld+json" in (element.get("type") or "").lower():
            text = _COMMENT.sub("", element.text or "").strip().rstrip(";")
            try:
                value = json.loads(text, strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _nodes(value)


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity"):
            yield from _nodes(value.get(name, []))


def _is_article(node: dict[str, Any]) -> bool:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and _ARTICLE_TYPES.search(name) for name in names)


def _text(value: Any) -> str | None:
    return tidy(unescape(value)).strip() or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else None


def _candidates(tree: Any, metas: dict[str, str], nodes: list[dict[str, Any]]) -> Iterator[DateCandidate]:
    marked = [element for element in _MARKED(tree) if element.tag != "meta"]
    raws: list[tuple[DateRole, object]] = [(DateRole.PUBLISHED, node.get("datePublished")) for node in nodes]
    raws += [(DateRole.PUBLISHED, metas.get(name)) for name in _PUBLISHED]
    raws += [(DateRole.PUBLISHED, raw) for raw in _microdata(marked, "datePublished")]
    raws += [(DateRole.UPDATED, node.get("dateModified")) for node in nodes]
    raws += [(DateRole.UPDATED, metas.get(name)) for name in _UPDATED]
    raws += [(DateRole.UPDATED, raw) for raw in _microdata(marked, "dateModified")]
    return _stamps(raws)


def _stamps(raws: Iterable[tuple[DateRole, object]]) -> Iterator[DateCandidate]:
    for role, raw in dict.fromkeys((role, raw) for role, raw in raws if isinstance(raw, str)):
        candidate = stamp_candidate(DateKind.METADATA, role, raw)
        if candidate is not None:
            yield candidate


def _microdata(marked: Iterable[Any], name: str) -> Iterator[str]:
    for element in marked:
        if element.get("itemprop") == name:
            shown = " ".join("".join(element.itertext()).split())[:80]
            yield element.get("datetime") or element.get("content") or tidy(shown)
