"""Reading inputs of every format, and refusing what is none."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, date, datetime

import pytest

from extractors.claims import Given, RawInput
from extractors.readers import ReadArticle, UnreadableInputError, is_sure, read, reader_names
from schemas.enumerations import DateKind, DateRole

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour News</title>
<link>https://harbour.example</link><lastBuildDate>Fri, 01 Mar 2024 04:00:00 GMT</lastBuildDate>
<item><title>Ferry delayed</title><guid>h-1</guid><pubDate>Wed, 28 Feb 2024 23:30:00 AKDT</pubDate>
<content:encoded><![CDATA[<p>The ferry left <b>late</b>.</p><p>Fog was to blame.</p>]]></content:encoded></item>
<item><title>Pier closed</title><guid>h-2</guid><pubDate>Thu, 29 Feb 2024 08:00:00 XYZT</pubDate>
<description>&lt;p&gt;The pier is closed.&lt;/p&gt;</description></item></channel></rss>"""


def raw(content: str | bytes, name: str = "input", given: Given | None = None) -> RawInput:
    """An input called ``name``."""
    data = content.encode() if isinstance(content, str) else content
    return RawInput(source_uri=name, content_sha256="", content=data, given=given or Given())


def one(content: str | bytes, name: str = "input") -> ReadArticle:
    """The only article of an input."""
    (article,) = read(raw(content, name))
    return article


def test_every_format_is_found_without_being_registered() -> None:
    """A new file in formats/ is a new reader; plain text is asked last."""
    assert reader_names() == ["mhtml", "feed", "html", "json_article", "json_lines", "plain_text"]


@pytest.mark.parametrize(
    ("name", "head", "sure"),
    [
        ("a.txt", b"Words.", True),
        ("a.txt", "Words of the town.".encode("utf-16"), True),
        ("a.txt.gz", gzip.compress(b"Words.", mtime=0), True),
        ("a.gz", gzip.compress(b"Words.", mtime=0), False),
        ("page.mhtml", b"MIME-Version: 1.0\r\n\r\n", True),
        ("a.txt", b"\x00\x01\x02\x03" * 40, False),
        ("page", b"<!DOCTYPE html><html>", True),
        ("a.html", b"<p>Words", True),
        ("feed", b"<?xml version='1.0'?><rss version='2.0'>", True),
        ("a.json", b"[\n]", True),
        ("a.jsonl", b'{"text": "x"}', True),
        ("image.png", b"\x89PNG\r\n", False),
        ("notes.csv", b"a,b\n1,2\n", False),
        ("README.md", b"# About these articles\n", False),
    ],
)
def test_a_reader_is_sure_only_of_its_own(name: str, head: bytes, sure: bool) -> None:
    """Of a folder only such files are taken."""
    assert is_sure(name, head) is sure


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the input is empty"),
        (b" \n\t ", "the input is empty"),
        (b"%PDF-1.7 binary", "a PDF document"),
        (bytes(range(256)) * 20, "binary data"),
        (b"a" * (17 * 1024 * 1024), "larger than 16 MB"),
        (b'{"title": "no text"}', "no field with its text"),
        (b'{"title": ', "JSON is broken"),
        (b"[1, 2]", "no field with its text"),
        (b"<?xml version='1.0'?><rss version='2.0'><channel></channel></rss>", "holds no item"),
        (b"<?xml version='1.0'?><catalogue/>", "neither a feed nor a page"),
    ],
)
def test_what_is_no_article_is_refused_in_words(content: bytes, reason: str) -> None:
    """Every refusal says what is wrong in words that a person understands."""
    name = "input.json" if content.startswith((b"{", b"[")) else "input"
    with pytest.raises(UnreadableInputError, match=reason):
        read(raw(content, name))


def test_every_item_of_a_feed_is_an_article_with_its_own_address() -> None:
    """The markup becomes paragraphs; the address names the item, also when others come and go."""
    first, second = read(raw(RSS, "news.xml"))
    assert (first.source_uri, first.title, first.source_name) == ("news.xml#h-1", "Ferry delayed", "Harbour News")
    assert first.text == "The ferry left late.\n\nFog was to blame."
    assert (second.source_uri, second.text) == ("news.xml#h-2", "The pier is closed.")


def test_zones_of_feeds_are_read_by_ourselves() -> None:
    """A zone that the library takes for UTC keeps its offset; an unknown zone gives the day and no instant."""
    first, second = (article.dates[0] for article in read(raw(RSS, "news.xml")))
    assert first.local_day == date(2024, 2, 28)
    assert first.utc_offset_minutes == -480
    assert first.instant_at == datetime(2024, 2, 29, 7, 30, tzinfo=UTC)
    assert (second.local_day, second.instant_at, second.utc_offset_minutes) == (date(2024, 2, 29), None, None)


def test_the_day_of_a_feed_is_no_day_of_its_items() -> None:
    """The day on which the feed was built is told as the page's day."""
    first, _ = read(raw(RSS, "news.xml"))
    assert [(one.role, one.local_day) for one in first.dates[1:]] == [(DateRole.PAGE, date(2024, 3, 1))]


def test_fields_of_crawlers_keep_their_roles() -> None:
    """Published, modified and downloaded days are told apart."""
    record = {
        "maintext": "The mayor resigned.",
        "title": "Mayor resigns",
        "date_publish": "2024-02-08 09:40:00",
        "date_modify": "2024-02-08 12:00:00",
        "date_download": "2024-02-09 03:12:00",
        "source_domain": "daily.example",
    }
    article = one(json.dumps(record), "a.json")
    assert (article.text, article.source_name, article.is_body) == ("The mayor resigned.", "daily.example", True)
    assert [(day.kind, day.role, str(day.local_day)) for day in article.dates] == [
        (DateKind.METADATA, DateRole.PUBLISHED, "2024-02-08"),
        (DateKind.METADATA, DateRole.UPDATED, "2024-02-08"),
        (DateKind.CRAWL, DateRole.SEEN, "2024-02-09"),
    ]


def test_lists_and_lines_of_records_give_one_article_each() -> None:
    """The address ends in the record's id, or in its number."""
    records = [{"id": "x", "text": "One."}, {"text": "Two."}]
    assert [one.source_uri for one in read(raw(json.dumps(records), "a.json"))] == ["a.json#x", "a.json#1"]
    lines = "\n".join(json.dumps(record) for record in records)
    assert [one.source_uri for one in read(raw(lines, "a.jsonl"))] == ["a.jsonl#x", "a.jsonl#1"]


def test_what_the_user_gives_stands_among_the_dates() -> None:
    """A given day is a candidate of its own kind; a given name replaces the page's."""
    given = Given(published_day=date(2024, 1, 2), source_name="The Example")
    (article,) = read(raw("Some words.", "a.txt", given))
    assert (article.dates[0].kind, article.dates[0].local_day) == (DateKind.GIVEN, date(2024, 1, 2))
    assert article.source_name == "The Example"
