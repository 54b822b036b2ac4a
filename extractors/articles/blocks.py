"""The visible lines of an HTML page in reading order, with what the markup says about each of them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_BLOCKS = frozenset(
    """address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form h1
    h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table tbody td th tr ul""".split()  # noqa: SIM905 - words read easier
)
_SILENT = frozenset(
    """script style noscript template iframe svg object select option button textarea input head title canvas audio
    video math dialog""".split()  # noqa: SIM905 - words read easier
)
_BAD = re.compile(
    r"nav|menu|foot|sidebar|side-bar|related|recommend|promo|share|social|comment|newsletter|subscri|banner|cookie|consent"
    r"|advert|\bads?\b|sponsor|breadcrumb|widget|tags?\b|topics|popular|trending|most-?read|more-|outbrain|taboola|popup"
    r"|modal|paywall|login|sign-?up|teaser|rating|disclaimer|copyright|hidden|login|author|byline|bio\b|credit|caption",
    re.IGNORECASE,
)
_GOOD = re.compile(r"article|content|body|story|text|entry|post|paragraph|main", re.IGNORECASE)
_DISPLAY_NONE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True)
class Block:
    """One visible line: its text and its place in the markup.

    ``tag`` is the nearest block element. ``link_share`` is the part of its letters that are links. ``good`` and ``bad``
    count the elements around it whose names or classes sound like an article or like furniture.
    """

    text: str
    tag: str
    link_share: float
    good: int
    bad: int
    in_article: bool
    in_furniture: bool


@dataclass(slots=True)
class _Place:
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
        self._link_letters = 0

    def add(self, text: str | None, place: _Place) -> None:
        if text:
            self._pieces.append(text)
            if place.in_link:
                self._link_letters += len(text.strip())

    def close(self, place: _Place) -> None:
        text = " ".join("".join(self._pieces).split())
        if text:
            share = min(1.0, self._link_letters / len(text))
            self.blocks.append(
                Block(text, place.tag, share, place.good, place.bad, place.in_article, place.in_furniture)
            )
        self._pieces, self._link_letters = [], 0


def blocks_of(root: Any) -> list[Block]:
    """The visible lines of the page under ``root``, top to bottom."""
    collector = _Collector()
    _walk(root, _Place(), collector)
    collector.close(_Place())
    return collector.blocks


def _walk(root: Any, place: _Place, collector: _Collector) -> None:
    # an explicit stack: pages nest deeper than Python's recursion goes
    stack: list[Iterator[Any]] = [iter((root,))]
    places = [place]
    opened: list[Any] = [None]
    while stack:
        element = next(stack[-1], None)
        if element is not None:
            if _is_visible(element):
                inner = _enter(element, places[-1], collector)
                stack.append(iter(element))
                places.append(inner)
                opened.append(element)
            else:
                collector.add(element.tail, places[-1])
            continue
        stack.pop()
        done, inner = opened.pop(), places.pop()
        if done is not None:
            if done.tag in _BLOCKS:
                collector.close(inner)
            collector.add(done.tail, places[-1])


def _is_visible(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in _SILENT:
        return False
    style = element.get("style")
    return element.get("hidden") is None and not (style and _DISPLAY_NONE.search(style))


def _enter(element: Any, outer: _Place, collector: _Collector) -> _Place:
    tag = element.tag
    if tag not in _BLOCKS:
        collector.add(element.text, inner := _inline(tag, outer))
        return inner
    collector.close(outer)
    good, bad = _sounds(f"{element.get('class') or ''} {element.get('id') or ''}")
    inner = _Place(
        tag if tag not in {"div", "section", "br", "article", "main"} or outer.tag == "body" else _kept(tag, outer.tag),
        outer.good + good,
        outer.bad + bad,
        outer.in_article or tag in {"article", "main"},
        outer.in_furniture or tag in {"nav", "footer", "aside", "form"},
        outer.in_link,
    )
    collector.add(element.text, inner)
    return inner


@functools.lru_cache(maxsize=8192)
def _sounds(names: str) -> tuple[bool, bool]:
    """Whether classes and id sound like an article, and whether they sound like furniture."""
    return _GOOD.search(names) is not None, _BAD.search(names) is not None


def _kept(tag: str, outer: str) -> str:
    return outer if tag == "br" else "div"


def _inline(tag: str, outer: _Place) -> _Place:
    if tag != "a" or outer.in_link:
        return outer
    return _Place(outer.tag, outer.good, outer.bad, outer.in_article, outer.in_furniture, in_link=True)
