"""What is remembered of an address."""

from __future__ import annotations

from pathlib import Path

from warehouse.inbox.fetched import Fetched, keep_fetched, read_fetched
from warehouse.inbox.raw import forget_raw, keep_raw
from warehouse.inbox.web import Seal

SEAL = Seal(etag='"1"', last_modified=None)


def test_inputs_come_back_while_their_bytes_are_kept(tmp_path: Path) -> None:
    """Bytes that were forgotten have to be fetched again."""
    content = keep_raw(tmp_path, b"an item")
    keep_fetched(tmp_path, "feed", SEAL, [("feed#1", content)])
    assert read_fetched(tmp_path, "feed") == Fetched(SEAL, (("feed#1", content),))
    forget_raw(tmp_path, content)
    assert read_fetched(tmp_path, "feed") is None


def test_without_a_seal_nothing_is_remembered(tmp_path: Path) -> None:
    """Not even what was remembered before; nor is a torn file an error."""
    keep_fetched(tmp_path, "feed", SEAL, [])
    keep_fetched(tmp_path, "feed", Seal(), [])
    assert read_fetched(tmp_path, "feed") is None
    keep_fetched(tmp_path, "feed", SEAL, [])
    (file,) = (tmp_path / "fetched").iterdir()
    file.write_text('{"seal": {', encoding="utf-8")
    assert read_fetched(tmp_path, "feed") is None
