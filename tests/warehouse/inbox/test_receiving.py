"""Taking in: bytes are kept as received, and what cannot be is refused with a reason."""

from __future__ import annotations

import gzip
import hashlib
import io
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from warehouse.inbox import FetchError, Located, forget_raw, give_up, keep_raw, read_raw, receive, receiving


def test_bytes_are_kept_as_received(tmp_path: Path) -> None:
    """The raw file is named by the hash of the bytes, gives them back, and is the same file for the same bytes."""
    content = b"\xff\x00 any bytes \r\n"
    name = keep_raw(tmp_path, content)
    path = tmp_path / "raw" / f"{name}.gz"
    first = path.read_bytes()
    assert name == hashlib.sha256(content).hexdigest()
    assert read_raw(tmp_path, name) == content == gzip.decompress(first)
    path.unlink()
    keep_raw(tmp_path, content)
    assert path.read_bytes() == first
    forget_raw(tmp_path, name)
    assert not path.exists()


def test_a_file_becomes_an_input(tmp_path: Path) -> None:
    """Its address, the hash of its bytes, and no refusal; an empty file is an input, too."""
    (tmp_path / "a.txt").write_bytes(b"")
    item = receive(tmp_path / "w", Located(source_uri="a.txt", path=tmp_path / "a.txt"), source_name="Paper")
    assert item.refusal is None
    assert item.source_name == "Paper"
    assert read_raw(tmp_path / "w", item.content_sha256) == b""


def test_what_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From 50 MB on the bytes are not kept, but their hash is known."""
    assert receiving.MOST_BYTES == 50_000_000
    monkeypatch.setattr(receiving, "MOST_BYTES", 1000)
    (tmp_path / "big.txt").write_bytes(b"x" * 1000)
    (tmp_path / "fits.txt").write_bytes(b"x" * 999)
    big = receive(tmp_path / "w", Located(source_uri="big.txt", path=tmp_path / "big.txt"))
    assert big.refusal is not None
    assert "too large" in big.refusal
    assert big.content_sha256 == hashlib.sha256(b"x" * 1000).hexdigest()
    assert not (tmp_path / "w" / "raw").exists()
    assert receive(tmp_path / "w", Located(source_uri="fits.txt", path=tmp_path / "fits.txt")).refusal is None


def test_what_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    """A file that vanished between being found and being read is refused; nothing is raised."""
    item = receive(tmp_path, Located(source_uri="a.txt", path=tmp_path / "a.txt"))
    assert (item.refusal, item.refusal_detail, item.content_sha256) == (
        "could not be read",
        "No such file or directory",
        "",
    )


def test_standard_input_is_named_by_its_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same bytes piped in twice are one input; other bytes are another one, not a new version of it."""

    def piped(content: bytes) -> str:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        return receive(tmp_path, Located(source_uri="-")).source_uri

    assert piped(b"one") == piped(b"one")
    assert piped(b"one") != piped(b"two")
    assert piped(b"one").startswith("stdin-")


class _Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        code = int(self.path.strip("/"))
        self.send_response(code)
        self.end_headers()
        self.wfile.write(b"a page")

    def log_message(self, *_: object) -> None:
        """Keep the test quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """A site on this machine that answers /<code> with that code."""
    server = HTTPServer(("127.0.0.1", 0), _Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_an_address_is_fetched(tmp_path: Path, site: str) -> None:
    """The bytes at an address are kept under it."""
    item = receive(tmp_path, Located(source_uri=f"{site}/200"))
    assert item.source_uri == f"{site}/200"
    assert read_raw(tmp_path, item.content_sha256) == b"a page"


@pytest.mark.parametrize(("code", "is_passing"), [(503, True), (429, True), (404, False), (410, False)])
def test_errors_say_whether_they_may_pass(tmp_path: Path, site: str, code: int, is_passing: bool) -> None:
    """A busy server may answer later, a missing page will not; in the end the input is refused."""
    located = Located(source_uri=f"{site}/{code}")
    with pytest.raises(FetchError) as caught:
        receive(tmp_path, located)
    assert caught.value.is_passing is is_passing
    assert give_up(located, caught.value).refusal_detail == f"HTTP {code}"


def test_a_server_that_is_not_there_may_come(tmp_path: Path) -> None:
    """A refused connection is worth another try; an address that is none is not."""
    with pytest.raises(FetchError) as caught:
        receive(tmp_path, Located(source_uri="http://127.0.0.1:9/x"))
    assert caught.value.is_passing
    with pytest.raises(FetchError) as caught:
        receive(tmp_path, Located(source_uri="http://"))
    assert not caught.value.is_passing
