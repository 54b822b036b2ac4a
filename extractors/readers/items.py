"""Takes a feed apart: each item becomes a document of its own, the same bytes as long as the item is the same.

A feed that is fetched every quarter of an hour holds mostly what it held before. Kept item by item nothing is kept,
read or counted twice, and an item whose text was changed is a new version of that item alone.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

#: Stands before the root of an item's document: its address is the item's already.
ITEM_MARK = b"<?dateline item?>"

_HEAD = 4096
_ITEMS = frozenset({"item", "entry"})
_ROOTS = frozenset({"rss", "feed", "RDF"})
#: What of the feed itself says something about every item and does not change with each of them.
_LASTING = frozenset({"title", "language", "link"})
#: Namespaces of counters that move while the text stays: comments, ratings.
_COUNTERS = frozenset({"http://purl.org/rss/1.0/modules/slash/", "http://purl.org/syndication/thread/1.0"})


@dataclass(frozen=True)
class FeedItem:
    """One item: what its feed calls it, and a feed that holds nothing else."""

    name: str
    content: bytes


def split(content: bytes) -> list[FeedItem]:
    """The items of the feed ``content`` in its order, each once; none when it is no feed or not well-formed.

    Of two items with one name the first counts: feeds tell the newest first.
    """
    if ITEM_MARK in content[:_HEAD] or not _looks_like_xml(content):
        return []
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return []
    if _local(root) not in _ROOTS:
        return []
    items: dict[str, FeedItem] = {}
    for item in _items(root):
        alone = _alone(root, item)
        name = _name(item) or hashlib.sha256(alone).hexdigest()[:16]
        items.setdefault(name, FeedItem(name, alone))
    return list(items.values())


def _looks_like_xml(content: bytes) -> bool:
    head = content[:_HEAD]
    return any(f"<{root}".encode() in head for root in ("rss", "feed", "rdf:RDF"))


def _local(element: Any) -> str:
    """The name of ``element`` without its namespace; nothing for an instruction."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _items(root: Any) -> Iterator[Any]:
    return (element for element in root.iter() if _local(element) in _ITEMS)


def _name(item: Any) -> str | None:
    """The item's id as the reader of feeds knows it: guid or id, else its link, else rdf:about."""
    texts = {_local(child): _link(child) for child in reversed(item)}
    about = next((value for key, value in item.attrib.items() if etree.QName(key).localname == "about"), None)
    return texts.get("guid") or texts.get("id") or about or texts.get("link")


def _link(element: Any) -> str | None:
    return (element.text or "").strip() or element.get("href")


def _alone(root: Any, item: Any) -> bytes:
    """The document of ``item``: its feed with the title and language, and no other item."""
    feed = etree.Element(root.tag, root.attrib, root.nsmap)
    channel = next((child for child in root if _local(child) == "channel"), None)
    holder = feed if channel is None else etree.SubElement(feed, channel.tag)
    for child in root if channel is None else channel:
        if _local(child) in _LASTING and etree.QName(child).namespace == etree.QName(item).namespace:
            holder.append(_copy(child))
    parent = feed if item.getparent() is root else holder
    parent.append(_copy(item))
    counters: list[Any] = [each for each in feed.iter() if _is_counter(each)]
    for element in counters:
        element.getparent().remove(element)
    etree.cleanup_namespaces(feed)
    return ITEM_MARK + b"\n" + etree.tostring(feed, encoding="utf-8") + b"\n"


def _copy(element: Any) -> Any:
    copied = copy.deepcopy(element)
    copied.tail = None
    return copied


def _is_counter(element: Any) -> bool:
    return isinstance(element.tag, str) and etree.QName(element).namespace in _COUNTERS
