"""Fetching: bytes, or an error that says whether another try is worth it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from warehouse.inbox import FetchError, Located, give_up, read_raw, receive


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
    (item,) = receive(tmp_path, Located(source_uri=f"{site}/200"))
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
