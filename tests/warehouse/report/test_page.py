"""The report: one page, everything in it, nothing outside it, and no text that acts."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

import warehouse
from tests.warehouse import little, story
from tests.warehouse.rows import row
from warehouse.generations import commit
from warehouse.inbox import Input
from warehouse.report import report_page

VOID = {"meta", "input", "br", "link", "img"}


class _Reader(HTMLParser):
    """Collects words, ids and links, and fails on tags that do not close."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        self.ids.add(values.get("id") or "")
        self.links += [value for name in ("href", "src", "action") if (value := values.get(name))]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _read(folder: Path, title: str = "Chronology") -> _Reader:
    reader = _Reader()
    with warehouse.connect(folder) as connection:
        page = report_page(connection, title)
        assert page == report_page(connection, title)
    reader.feed(page)
    assert reader.open == []
    return reader


def test_it_shows_events_claims_findings_and_sources(tmp_path: Path) -> None:
    """Every sentence, finding and source of the story is on the page, and links inside it lead somewhere."""
    story.write(tmp_path)
    reader = _read(tmp_path)
    text = " ".join(reader.words)
    for words in (story.HELD, story.CANCELED, "Halasz-Bortan debate", "held.txt", "status conflict", "2024-04-15"):
        assert words in text
    inside = {link[1:] for link in reader.links if link.startswith("#")}
    assert inside <= reader.ids
    assert "e1f" in inside


def test_it_needs_nothing_from_outside(tmp_path: Path) -> None:
    """No style sheet, script, image or font is fetched; the page forbids it itself."""
    story.write(tmp_path)
    reader = _read(tmp_path)
    assert all(link.startswith("#") for link in reader.links)
    assert not {"link", "img", "iframe", "object"} & set(reader.tags)
    with warehouse.connect(tmp_path) as connection:
        assert "default-src 'none'" in report_page(connection, "x")


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", '" onclick="alert(1)', "a & b </details>"])
def test_text_of_articles_does_not_act(tmp_path: Path, words: str) -> None:
    """What an article says is shown, never run, wherever it stands."""
    sentence = f"They met {words}."
    tables = little.tables(0)
    tables["articles"] = [
        row("articles", article_id="a", source_uri="javascript:alert(1)", source_name=words, title=words)
    ]
    tables["article_texts"] = [row("article_texts", article_id="a", body_text=sentence)]
    tables["event_mentions"] = [
        row(
            "event_mentions",
            mention_id="m",
            article_id="a",
            sentence=sentence,
            trigger="met",
            start_offset=5,
            end_offset=8,
            explanation=words,
            attributed_to=words,
            time_text=words,
        )
    ]
    tables["events"] = [row("events", event_id="e", label=words, place=words)]
    tables["evidence"] = [row("evidence", event_id="e", mention_id="m")]
    tables["event_ids"] = [row("event_ids", event_id="e", founding_mention_id="m")]
    commit(tmp_path, tables, inputs=[Input(source_uri="javascript:alert(1)", content_sha256="")])
    reader = _read(tmp_path, title=words)
    assert reader.tags.count("script") == 1
    assert not any("alert" in link for link in reader.links)
    assert sentence in " ".join(reader.words)


def test_addresses_of_the_web_are_links(tmp_path: Path) -> None:
    """A source with an http address can be opened from the page."""
    tables = little.tables(0)
    tables["articles"] = [row("articles", article_id="a", source_uri="https://example.org/a?b=1&c=2")]
    commit(tmp_path, tables, inputs=[Input(source_uri="https://example.org/a?b=1&c=2", content_sha256="")])
    assert "https://example.org/a?b=1&c=2" in _read(tmp_path).links


def test_an_empty_warehouse_has_a_page(tmp_path: Path) -> None:
    """No events, no findings: the page says so."""
    commit(tmp_path, {}, inputs=[])
    text = " ".join(_read(tmp_path).words)
    assert "No events." in text
    assert "Nothing found." in text
