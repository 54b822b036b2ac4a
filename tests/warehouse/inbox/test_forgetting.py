"""The record of what was forgotten: by hashes, the last word counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from warehouse.inbox import Input, Located, let_in, note_forgotten, read_forgotten, receive, with_siblings
from warehouse.inbox.forgetting import hidden_address, note_erased, without_addresses

OLD, NEW = Input(source_uri="a-scandal.txt", content_sha256="1"), Input(source_uri="a-scandal.txt", content_sha256="2")


def forget(folder: Path, *inputs: Input) -> None:
    note_forgotten(folder, inputs, who="Ida", day=date(2025, 9, 1), why="asked to")


def test_all_versions_at_an_address_are_covered(tmp_path: Path) -> None:
    """By address and by the bytes of each version; nothing in the record tells what they were."""
    assert not read_forgotten(tmp_path).covers("a-scandal.txt")
    forget(tmp_path, OLD, NEW)
    forgotten = read_forgotten(tmp_path)
    assert forgotten.covers("a-scandal.txt")
    assert forgotten.covers("elsewhere.txt", "1")
    assert forgotten.covers("elsewhere.txt", "2")
    assert not forgotten.covers("elsewhere.txt", "")
    assert "scandal" not in (tmp_path / "forgotten.jsonl").read_text(encoding="utf-8")


def test_what_is_erased_is_no_longer_pending_and_stays_forgotten(tmp_path: Path) -> None:
    """Erasing is done once; the address stays out until it is let in."""
    forget(tmp_path, OLD, NEW)
    assert read_forgotten(tmp_path).pending == {"1", "2"}
    note_erased(tmp_path, {"1", "2"})
    assert read_forgotten(tmp_path).pending == frozenset()
    assert read_forgotten(tmp_path).covers("a-scandal.txt")
    assert let_in(tmp_path, "a-scandal.txt", who="Ida", day=date(2025, 9, 2), why="agreed")
    assert not read_forgotten(tmp_path).covers("a-scandal.txt", "1")
    assert not let_in(tmp_path, "a-scandal.txt", who="Ida", day=date(2025, 9, 2), why="agreed")


def test_forgotten_bytes_are_not_kept_under_another_address(tmp_path: Path) -> None:
    """They are refused, and lie nowhere."""
    (tmp_path / "one.txt").write_text("They met.", encoding="utf-8")
    (tmp_path / "two.txt").write_text("They met.", encoding="utf-8")
    warehouse = tmp_path / "w"
    (first,) = receive(warehouse, Located(source_uri="one.txt", path=tmp_path / "one.txt"))
    forget(warehouse, first)
    (warehouse / "raw" / f"{first.content_sha256}.gz").unlink()
    (second,) = receive(warehouse, Located(source_uri="two.txt", path=tmp_path / "two.txt"))
    assert str(second.refusal).startswith("forgotten")
    assert not list((warehouse / "raw").iterdir())


def test_what_goes_with_an_article(tmp_path: Path) -> None:
    """Its versions, the input it was a part of, and the same bytes elsewhere; no refusals, no neighbours."""
    feed, other = Input(source_uri="feed.xml", content_sha256="3"), Input(source_uri="other.txt", content_sha256="4")
    copy = Input(source_uri="copy.txt", content_sha256="3")
    refused = Input(source_uri="feed.xml", content_sha256="", refusal="HTTP 404")
    inputs = [feed, other, copy, refused]
    assert with_siblings(inputs, "feed.xml#7", "3") == [feed, copy]
    assert with_siblings(inputs, "other.txt", "4") == [other]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("news/a scandal, at last.html: not valid", "{}: not valid"),
        ("cannot read '/data/in/news/a scandal, at last.html'.", "cannot read '/data/in/{}'."),
        ("news/a scandal, at last.html#3 (news/a scandal, at last.html)", "{}#3 ({})"),
        ("other/news/b.html: not valid", "other/news/b.html: not valid"),
        ("", ""),
    ],
)
def test_a_forgotten_address_is_found_in_a_sentence(tmp_path: Path, sentence: str, left: str) -> None:
    """Though only its hash is known, and it may hold spaces and commas; all else stays as it was."""
    address = "news/a scandal, at last.html"
    forget(tmp_path, Input(source_uri=address, content_sha256="1"))
    assert without_addresses(sentence, read_forgotten(tmp_path)) == left.replace("{}", hidden_address(address))
