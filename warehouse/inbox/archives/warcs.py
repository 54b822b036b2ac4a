"""Web archives (WARC): the pages that were answered with success, under their addresses."""

from __future__ import annotations

import gzip
import http.client
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from warehouse.inbox.archives.members import BrokenArchiveError, Member

ENDINGS = (".warc", ".warc.gz")

_LONGEST_LINE = 1 << 16
_CHUNK = 1 << 20


class _Answer(io.BytesIO):
    """Bytes of an HTTP answer, in the form in which they are parsed: as if from a socket."""

    def makefile(self, _mode: str) -> _Answer:
        """Itself."""
        return self


def members(path: Path, most_bytes: int) -> Iterator[Member]:
    """The bodies of all answers with status 200; raises BrokenArchiveError."""
    try:
        with gzip.open(path) if path.name.lower().endswith(".gz") else path.open("rb") as file:
            yield from _pages(file, most_bytes)  # type: ignore[arg-type]
    except (EOFError, OSError, ValueError, zlib.error) as error:
        raise BrokenArchiveError(str(error)) from error


def _pages(file: BinaryIO, most_bytes: int) -> Iterator[Member]:
    while headers := _headers(file):
        length = int(headers.get("content-length", "0"))
        is_page = headers.get("warc-type") == "response" and "http" in headers.get("content-type", "")
        name = headers.get("warc-target-uri", "").strip("<>")
        if not is_page or length >= most_bytes:
            _skip(file, length)
            if is_page:
                yield Member(name, None)
            continue
        page = _page(file.read(length), most_bytes)
        if page is not None:
            yield Member(name, page)


def _headers(file: BinaryIO) -> dict[str, str]:
    """The headers of the next record; none at the end."""
    line = file.readline(_LONGEST_LINE)
    while line in (b"\r\n", b"\n"):
        line = file.readline(_LONGEST_LINE)
    if line and not line.startswith(b"WARC/"):
        raise ValueError("a record does not begin with its version")
    headers = {}
    while line := file.readline(_LONGEST_LINE).rstrip():
        name, _, value = line.decode("utf-8", "replace").partition(":")
        headers[name.strip().lower()] = value.strip()
    return headers


def _skip(file: BinaryIO, length: int) -> None:
    while length > 0 and (chunk := file.read(min(length, _CHUNK))):
        length -= len(chunk)


def _page(answer: bytes, most_bytes: int) -> bytes | None:
    """The body of an HTTP answer, unpacked; None when it is no success or cannot be understood."""
    response = http.client.HTTPResponse(_Answer(answer))  # type: ignore[arg-type]
    try:
        response.begin()
        body = response.read()
    except (http.client.HTTPException, ValueError):
        return None
    if response.status != 200:
        return None
    encoding = response.getheader("Content-Encoding", "").lower()
    if encoding in ("gzip", "deflate"):
        try:
            return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(body, most_bytes)
        except zlib.error:
            # many archives keep the header of what they have unpacked
            return body
    return body
