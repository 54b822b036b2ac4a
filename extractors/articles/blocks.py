"""The visible lines of an HTML page in reading order, with what the markup says about each of them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

from lxml import etree

from extractors.readers.decoding import tidy

_BLOCKS = frozenset(
    """address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form h1
    h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table tbody td th tr ul""".split()  # noqa: SIM905 - words read easier
)
_SILENT = frozenset(
    """script style noscript template iframe svg object select option button textarea input head title canvas audio
    video math dialog""".split()  # noqa: SIM905 - words read easier
)
# matched with lower-case words: that is several times as fast as asking the patterns to overlook the case
_BAD = re.compile(
    r"nav|menu|foot|sidebar|side-bar|related|recommend|promo|share|social|comment|newsletter|subscri|banner|cookie|consent"
    r"|advert|\bads?\b|sponsor|breadcrumb|widget|tags?\b|topics|popular|trending|most-?read|more-|outbrain|taboola|popup"
    r"|modal|paywall|login|sign-?up|teaser|rating|disclaimer|copyright|hidden|author|byline|bio\b|credit|caption"
)
_GOOD = re.compile(r"article|content|body|story|text|entry|post|paragraph|main")
_DISPLAY_NONE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True)
class Block:
    """One visible line: its text and its place in the markup.

    ``tag`` is the nearest block element. ``link_share`` is the part of its letters that are links. ``good`` and ``bad``
    count the elements around it whose names or classes sound like an article or like furniture.
    """

    text: str
    link_share: float
    tag: str
    good: int
    bad: int
    in_article: bool
    in_furniture: bool


class _Place(NamedTuple):
    """Where in the markup a piece of text stands, as far as blocks tell it."""

    tag: str = "body"
    good: int = 0
    bad: int = 0
    in_article: bool = False
    in_furniture: bool = False
    in_link: bool = False


class _Collector:
    """Gathers text until a block element begins or ends."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._links: list[str] = []

    def add(self, text: str, place: _Place) -> None:
        """Take in a piece of text that stands at ``place``."""
        self._pieces.append(text)
        if place.in_link:
            self._links.append(text)

    def close(self, place: _Place) -> None:
        """End the block that the pieces since the last end make, if they make one."""
        if not self._pieces:
            return
        text = tidy(" ".join("".join(self._pieces).split()))
        if text:
            letters = sum(len(piece.strip()) for piece in self._links)
            self.blocks.append(Block(text, min(1.0, letters / len(text)), *place[:5]))
        self._pieces.clear()
        self._links.clear()


_STYLED = etree.XPath("descendant-or-self::*[@hidden or @style]")
_UNSEEN = _Place(tag="")


def blocks_of(root: Any) -> list[Block]:
    """The visible lines of the page under ``root``, top to bottom."""
    collector = _Collector()
    hidden = frozenset(element for element in cast("list[Any]", _STYLED(root)) if _is_hidden(element))
    walk: Any = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    places = [_Place()]
    for event, element in walk:
        if event == "start":
            places.append(_enter(element, places[-1], collector, hidden))
            if places[-1] is _UNSEEN:
                walk.skip_subtree()
            elif text := element.text:
                collector.add(text, places[-1])
            continue
        if event == "end":
            inner = places.pop()
            if inner is not _UNSEEN and element.tag in _BLOCKS:
                collector.close(inner)
        if tail := element.tail:
            collector.add(tail, places[-1])
    collector.close(places[0])
    return collector.blocks


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") is not None or _DISPLAY_NONE.search(element.get("style")) is not None


def _enter(element: Any, outer: _Place, collector: _Collector, hidden: frozenset[Any]) -> _Place:
    tag = element.tag
    if tag in _SILENT or element in hidden:
        return _UNSEEN
    if tag in _BLOCKS:
        collector.close(outer)
        return _block(tag, outer, element.get("class"), element.get("id"))
    return _Place(*outer[:5], in_link=True) if tag == "a" else outer


@functools.lru_cache(maxsize=16384)
def _block(tag: str, outer: _Place, kind: str | None, name: str | None) -> _Place:
    """The place inside a block element of class ``kind`` and id ``name``."""
    words = [*(kind or "").lower().split(), *(name or "").lower().split()]
    return _Place(
        _kept(tag, outer.tag),
        outer.good + any(map(_is_good, words)),
        outer.bad + any(map(_is_bad, words)),
        outer.in_article or tag in {"article", "main"},
        outer.in_furniture or tag in {"nav", "footer", "aside", "form"},
        outer.in_link,
    )


# Words of classes come again and again, while whole attributes are often unique.
@functools.lru_cache(maxsize=16384)
def _is_good(word: str) -> bool:
    return _GOOD.search(word) is not None


@functools.lru_cache(maxsize=16384)
def _is_bad(word: str) -> bool:
    return _BAD.search(word) is not None


def _kept(tag: str, outer: str) -> str:
    """The nearest element that says something about its text: a division or a line break does not."""
    if tag not in {"div", "section", "br", "article", "main"} or outer == "body":
        return tag
    return outer if tag == "br" else "div"
