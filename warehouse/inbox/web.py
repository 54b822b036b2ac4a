"""Fetches an address of the web; whether and when to try again is decided by the flow."""

from __future__ import annotations

import base64
import string
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from warehouse.inbox.addresses import masked

#: Seconds without a byte, and for the whole answer.
TIMEOUT_SECONDS = 30.0
MOST_SECONDS = 120.0
_AGENT = "dateline"
_CHUNK = 1 << 16
#: Answers that may be different in a moment.
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
#: What of ASCII may stand in an address; a browser writes all else as %C3%A9 before it asks.
_SENT_AS_THEY_ARE = string.punctuation
#: Headers that another host may see when an address leads there.
_HARMLESS = frozenset({"user-agent", "accept-encoding"})


class FetchError(Exception):
    """An address could not be fetched; ``is_passing`` says that it may work in a moment. Secrets are masked."""

    def __init__(self, address: str, detail: str, *, is_passing: bool) -> None:
        super().__init__(f"{masked(address)}: {detail}")
        self.detail = detail
        self.is_passing = is_passing


@dataclass(frozen=True, kw_only=True)
class Seal:
    """What a server gave with an answer so that it can be asked whether there is another one since."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """The headers that ask."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What an address gave: its bytes, None when they are those of the seal; and the new seal."""

    content: bytes | None
    seal: Seal = field(default_factory=Seal)


class _Careful(urllib.request.HTTPRedirectHandler):
    """Follows an address to other addresses of the web only, and takes no secret to another host."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        """The request that follows ``req``, without headers that are none of the other host's business."""
        parts = urlsplit(newurl)
        if parts.scheme.lower() not in {"http", "https"}:
            raise urllib.error.HTTPError(req.full_url, code, "leads out of the web", headers, fp)
        following = super().redirect_request(req, fp, code, msg, headers, newurl)
        if following is not None and parts.netloc != urlsplit(req.full_url).netloc:
            for name in [name for name in following.headers if name.lower() not in _HARMLESS]:
                following.remove_header(name)
        return following


def fetch(address: str, most_bytes: int, headers: Mapping[str, str] | None = None, seal: Seal | None = None) -> Answer:
    """What an http or https ``address`` gives, cut after ``most_bytes``; raises FetchError.

    User name and password in the address are sent as HTTP asks for it. ``headers`` are sent along; with a ``seal`` the
    server may say that nothing has changed.
    """
    request = _request(address, {**(headers or {}), **(seal.headers() if seal else {})})
    # no file:, no ftp:, and redirects with care
    opener = urllib.request.build_opener(_Careful)
    deadline = time.monotonic() + MOST_SECONDS
    try:
        with opener.open(request, timeout=TIMEOUT_SECONDS) as answer:
            content = _decoded(address, answer, _content(address, answer, most_bytes, deadline), most_bytes)
            return Answer(content=content, seal=_seal(answer))
    except urllib.error.HTTPError as error:
        if error.code == 304 and seal is not None:
            return Answer(content=None, seal=seal)
        raise FetchError(address, f"HTTP {error.code}", is_passing=error.code in _PASSING) from None
    except HTTPException as error:
        # its words may hold the whole address
        raise FetchError(address, f"no proper answer ({type(error).__name__})", is_passing=True) from None
    except OSError as error:
        raise FetchError(address, str(getattr(error, "reason", error)), is_passing=True) from None
    except ValueError:
        # its words hold the header, which may be a secret
        raise FetchError(address, "host or headers hold letters that HTTP cannot send", is_passing=False) from None


def _request(address: str, headers: Mapping[str, str]) -> urllib.request.Request:
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or any(letter <= " " for letter in address):
        raise FetchError(address, "names no host", is_passing=False)
    given, _, place = parts.netloc.rpartition("@")
    sent = {"User-Agent": _AGENT, "Accept-Encoding": "gzip", **headers}
    if given:
        sent["Authorization"] = "Basic " + base64.b64encode(unquote(given).encode()).decode("ascii")
    path, query = (quote(part, safe=_SENT_AS_THEY_ARE) for part in (parts.path, parts.query))
    plain = urlunsplit((parts.scheme, place, path, query, ""))
    return urllib.request.Request(plain, headers=sent)  # noqa: S310 (callers pass http(s) only)


def _content(address: str, answer: HTTPResponse, most_bytes: int, deadline: float) -> bytes:
    """All bytes of ``answer``, at most ``most_bytes``."""
    content = bytearray()
    while len(content) < most_bytes and (chunk := answer.read1(min(_CHUNK, most_bytes - len(content)))):
        content += chunk
        if time.monotonic() > deadline:
            raise FetchError(address, f"not finished after {MOST_SECONDS:.0f} seconds", is_passing=True)
    if answer.length and len(content) < most_bytes:
        raise FetchError(address, "ended before its end", is_passing=True)
    return bytes(content)


def _decoded(address: str, answer: HTTPResponse, content: bytes, most_bytes: int) -> bytes:
    """``content`` without the packing that the server put around it for the way."""
    if answer.headers.get("Content-Encoding", "").strip().lower() not in {"gzip", "x-gzip"}:
        return content
    unpacking = zlib.decompressobj(wbits=31)
    try:
        unpacked = unpacking.decompress(content, most_bytes)
    except zlib.error:
        raise FetchError(address, "is packed wrongly", is_passing=True) from None
    if not unpacking.eof and len(unpacked) < most_bytes:
        raise FetchError(address, "ended before its end", is_passing=True)
    return unpacked


def _seal(answer: HTTPResponse) -> Seal:
    return Seal(etag=answer.headers.get("ETag"), last_modified=answer.headers.get("Last-Modified"))
