"""Fragments of HTML inside other formats (feeds, JSON fields) to paragraphs of text."""

from __future__ import annotations

import re
from html import unescape

from lxml import html as lxml_html

from extractors.readers.boundary import guarded

_MARKUP = re.compile(
    r"<(?:p|div|br|a|h[1-6]|ul|li|em|strong|b|i|img|span|figure|blockquote|!--)\b[^>]*>|</p>", re.IGNORECASE
)
_BLOCKS = frozenset(
    """address article aside blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol
    p pre section table td th tr ul""".split()  # noqa: SIM905 - words read easier
)
_SILENT = frozenset({"script", "style", "noscript", "template", "iframe", "svg", "object", "button", "form", "figure"})


def looks_like_markup(text: str) -> bool:
    """Whether ``text`` holds tags rather than words alone."""
    return _MARKUP.search(text) is not None


def text_of_fragment(markup: str) -> str:
    """The visible text of a fragment, its paragraphs separated by an empty line."""
    root = guarded("HTML fragment", lxml_html.fragment_fromstring, markup, create_parent="div")
    pieces: list[str] = []
    _collect(root, pieces)
    paragraphs = (re.sub(r"[ \t\n]+", " ", part).strip() for part in "".join(pieces).split("\0"))
    return unescape("\n\n".join(part for part in paragraphs if part))


def _collect(element: lxml_html.HtmlElement, pieces: list[str]) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag and tag not in _SILENT:
        is_block = tag in _BLOCKS or tag == "br"
        pieces += ["\0" if is_block else "", element.text or ""]
        for child in element:
            _collect(child, pieces)
        pieces.append("\0" if is_block else "")
    pieces.append(element.tail or "")
