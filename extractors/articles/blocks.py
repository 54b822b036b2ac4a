"""The visible lines of an HTML page in reading order, with what the markup says about each of them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Any, NamedTuple

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


class _Collector:
    """Gathers text until a block element begins or ends; ``links`` is how many links are open."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.links = 0
        self._pieces: list[str] = []
        self._linked = 0

    def add(self, text: str) -> None:
        """Take in a piece of text."""
        if not text.isspace():
            self._pieces.append(text)
            self._linked += len(text.strip()) if self.links else 0
        elif self._pieces:
            self._pieces.append(" ")

    def close(self, place: _Place) -> None:
        """End the block at ``place`` that the pieces since the last end make, if they make one."""
        if not self._pieces:
            return
        text = tidy(" ".join("".join(self._pieces).split()))
        if text:
            self.blocks.append(Block(text, min(1.0, self._linked / len(text)), *place))
        self._pieces.clear()
        self._linked = 0


_STYLED: Any = etree.XPath("descendant::*/@style/.. | descendant::*/@hidden/..")


def blocks_of(root: Any) -> list[Block]:
    """The visible lines of the page under ``root``, top to bottom; ``root`` holds no comments."""
    collector = _Collector()
    hidden = frozenset(element for element in _STYLED(root) if _is_hidden(element))
    walk: Any = etree.iterwalk(root, events=("start", "end"))
    places: list[Any] = [_Place()]
    for event, element in walk:
        tag = element.tag
        if event == "end":
            _leave(tag, places.pop(), collector)
            text = element.tail
        elif tag in _SILENT or element in hidden:
            walk.skip_subtree()
            places.append(None)
            continue
        else:
            places.append(_enter(tag, element, places[-1], collector))
            text = element.text
        if text:
            collector.add(text)
    collector.close(_Place())
    return collector.blocks


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") is not None or _DISPLAY_NONE.search(element.get("style")) is not None


def _enter(tag: str, element: Any, outer: _Place, collector: _Collector) -> _Place:
    if tag in _BLOCKS:
        collector.close(outer)
        return _block(tag, outer, *_sounds(element.get("class"), element.get("id")))
    if tag == "a":
        collector.links += 1
    return outer


def _leave(tag: str, inner: _Place | None, collector: _Collector) -> None:
    """End the element that stood at ``inner`` (None: it was not seen)."""
    if inner is None:
        return
    if tag in _BLOCKS:
        collector.close(inner)
    elif tag == "a":
        collector.links -= 1


@functools.lru_cache(maxsize=16384)
def _block(tag: str, outer: _Place, is_good: bool, is_bad: bool) -> _Place:
    """The place inside a block element whose names sound like an article, like furniture, like both or neither."""
    return _Place(
        _kept(tag, outer.tag),
        outer.good + is_good,
        outer.bad + is_bad,
        outer.in_article or tag in {"article", "main"},
        outer.in_furniture or tag in {"nav", "footer", "aside", "form"},
    )


@functools.lru_cache(maxsize=16384)
def _sounds(kind: str | None, name: str | None) -> tuple[bool, bool]:
    """Whether an element of class ``kind`` and id ``name`` sounds like an article, and whether like furniture."""
    words = [*(kind or "").lower().split(), *(name or "").lower().split()]
    return any(map(_is_good, words)), any(map(_is_bad, words))


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
