"""Taking in: bytes are kept as received, and what cannot be is refused with a reason."""

from __future__ import annotations

import hashlib
import io
import sys
from pathlib import Path

import pytest

from warehouse.inbox import Located, read_raw, receive, receiving


def test_a_file_becomes_an_input(tmp_path: Path) -> None:
    """Its address, the hash of its bytes, and no refusal; an empty file is an input, too."""
    (tmp_path / "a.txt").write_bytes(b"")
    (item,) = receive(tmp_path / "w", Located(source_uri="a.txt", path=tmp_path / "a.txt"), source_name="Paper")
    assert item.refusal is None
    assert item.source_name == "Paper"
    assert read_raw(tmp_path / "w", item.content_sha256) == b""


def test_what_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From 50 MB on the bytes are not kept, but their hash is known."""
    assert receiving.MOST_BYTES == 50_000_000
    monkeypatch.setattr(receiving, "MOST_BYTES", 1000)
    (tmp_path / "big.txt").write_bytes(b"x" * 1000)
    (tmp_path / "fits.txt").write_bytes(b"x" * 999)
    (big,) = receive(tmp_path / "w", Located(source_uri="big.txt", path=tmp_path / "big.txt"))
    assert big.refusal is not None
    assert "too large" in big.refusal
    assert big.content_sha256 == hashlib.sha256(b"x" * 1000).hexdigest()
    assert not (tmp_path / "w" / "raw").exists()
    assert receive(tmp_path / "w", Located(source_uri="fits.txt", path=tmp_path / "fits.txt"))[0].refusal is None


def test_what_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    """A file that vanished between being found and being read is refused; nothing is raised."""
    (item,) = receive(tmp_path, Located(source_uri="a.txt", path=tmp_path / "a.txt"))
    assert (item.refusal, item.refusal_detail, item.content_sha256) == (
        "could not be read",
        "No such file or directory",
        "",
    )


def test_standard_input_is_named_by_its_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same bytes piped in twice are one input; other bytes are another one, not a new version of it."""

    def piped(content: bytes) -> str:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        return receive(tmp_path, Located(source_uri="-"))[0].source_uri

    assert piped(b"one") == piped(b"one")
    assert piped(b"one") != piped(b"two")
    assert piped(b"one").startswith("stdin-")
