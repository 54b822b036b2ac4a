"""Takes in one located input: reads its bytes, keeps them in the raw store, refuses what is too large or unreadable."""

from __future__ import annotations

import hashlib
import sys
from datetime import date
from pathlib import Path
from typing import BinaryIO

from warehouse.inbox.inputs import Input
from warehouse.inbox.raw import keep_raw
from warehouse.inbox.sources import STDIN, Located
from warehouse.inbox.web import FetchError, fetch

#: From this size on an input is refused: no article is that long.
MOST_BYTES = 50_000_000

_CHUNK = 1 << 20


class _RefusedError(Exception):
    def __init__(self, reason: str, detail: str | None = None, content_sha256: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail
        self.content_sha256 = content_sha256


def receive(
    warehouse: Path,
    located: Located,
    *,
    published_day: date | None = None,
    source_name: str | None = None,
) -> Input:
    """Read ``located`` and keep its bytes; a refused input has no kept bytes and says why.

    Standard input becomes ``stdin-<hash>``: what is piped in twice is one input, other bytes are another. Raises
    FetchError when an address cannot be fetched: try again, or :func:`give_up`.
    """
    try:
        content = _content(located)
    except _RefusedError as refused:
        return Input(
            source_uri=located.source_uri,
            content_sha256=refused.content_sha256,
            published_day=published_day,
            source_name=source_name,
            refusal=refused.reason,
            refusal_detail=refused.detail,
        )
    content_sha256 = keep_raw(warehouse, content)
    is_stdin = located.source_uri == STDIN and located.path is None
    return Input(
        source_uri=f"stdin-{content_sha256[:12]}" if is_stdin else located.source_uri,
        content_sha256=content_sha256,
        published_day=published_day,
        source_name=source_name,
    )


def give_up(located: Located, error: FetchError) -> Input:
    """The refused input for an address that could not be fetched in the end."""
    return Input(
        source_uri=located.source_uri, content_sha256="", refusal="could not be fetched", refusal_detail=error.detail
    )


def _content(located: Located) -> bytes:
    if located.path is not None:
        return _of_file(located.path)
    if located.source_uri == STDIN:
        return _limited(sys.stdin.buffer)
    return _not_too_large(fetch(located.source_uri, MOST_BYTES))


def _of_file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return _limited(file)
    except OSError as error:
        raise _RefusedError("could not be read", error.strerror) from error


def _limited(file: BinaryIO) -> bytes:
    content = file.read(MOST_BYTES)
    if len(content) < MOST_BYTES:
        return content
    digest = hashlib.sha256(content)
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
    raise _too_large(digest.hexdigest())


def _not_too_large(content: bytes) -> bytes:
    if len(content) >= MOST_BYTES:
        raise _too_large("")
    return content


def _too_large(content_sha256: str) -> _RefusedError:
    return _RefusedError(f"too large: an input must be smaller than {MOST_BYTES // 1_000_000} MB", None, content_sha256)
