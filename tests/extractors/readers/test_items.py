"""Feeds taken apart."""

from __future__ import annotations

from extractors import readers
from extractors.claims import RawInput
from extractors.readers.items import split

RSS = """<rss version="2.0" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel>
<title>Fjord Post</title><language>en</language><lastBuildDate>{built}</lastBuildDate>{items}</channel></rss>"""
ITEM = """<item><guid>{name}</guid><title>{name}</title><description>{text}</description>
<slash:comments>{comments}</slash:comments></item>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Fjord Post</title><updated>{built}</updated>
<entry><id>urn:1</id><title>One</title><content>{text}</content></entry></feed>"""


def rss(built: int, *items: tuple[str, str], comments: int = 0) -> bytes:
    listed = "".join(ITEM.format(name=name, text=text, comments=comments) for name, text in items)
    return RSS.format(built=built, items=listed).encode()


def test_an_item_is_the_same_bytes_while_it_is_the_same() -> None:
    """Other items around it, another time of building and more comments change nothing; another text does."""
    (alone,) = split(rss(1, ("a", "It rained.")))
    newer, same = split(rss(2, ("b", "It snowed."), ("a", "It rained."), comments=7))
    assert same == alone
    assert newer.name == "b"
    (changed,) = split(rss(3, ("a", "It hailed.")))
    assert (changed.name, changed.content != alone.content) == ("a", True)
    assert split(ATOM.format(built="1", text="It rained.").encode()) == split(
        ATOM.format(built="2", text="It rained.").encode()
    )


def test_the_reader_reads_an_item_as_it_reads_it_in_its_feed() -> None:
    """Same address, title, text, source and language."""
    for feed in (rss(1, ("a", "It rained."), ("b", "It snowed.")), ATOM.format(built="1", text="It rained.").encode()):
        whole = readers.read(RawInput(source_uri="feed", content_sha256="", content=feed))
        apart = [
            article
            for item in split(feed)
            for article in readers.read(
                RawInput(source_uri=f"feed#{item.name}", content_sha256="", content=item.content)
            )
        ]
        assert [(a.source_uri, a.title, a.text, a.source_name, a.language) for a in apart] == [
            (a.source_uri, a.title, a.text, a.source_name, a.language) for a in whole
        ]


def test_an_item_that_stands_twice_is_one() -> None:
    """The first counts; an item without a name is named by its content."""
    assert [item.name for item in split(rss(1, ("a", "New."), ("a", "Old.")))] == ["a"]
    nameless = b"<rss><channel><item><description>It rained.</description></item></channel></rss>"
    (item,) = split(nameless)
    assert item.name == split(nameless)[0].name
    assert len(item.name) == 16


def test_what_is_no_feed_is_left_alone() -> None:
    """Pages, broken feeds, an item that was taken out before, entities that would grow."""
    (item,) = split(rss(1, ("a", "It rained.")))
    bomb = b'<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><item>&b;</item></channel></rss>'
    assert [split(each) for each in (b"<html></html>", b"<rss><channel>", b"", item.content)] == [[], [], [], []]
    assert all(b"aaaa" not in each.content for each in split(bomb))
