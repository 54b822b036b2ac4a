"""Fetches an address of the web; whether and when to try again is decided by the flow."""

from __future__ import annotations

import urllib.error
import urllib.request
from http.client import HTTPException
from urllib.parse import urlsplit

_TIMEOUT_SECONDS = 30
_AGENT = "dateline"
#: Answers that may be different in a moment.
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


class FetchError(Exception):
    """An address could not be fetched; ``is_passing`` says that it may work in a moment."""

    def __init__(self, address: str, detail: str, *, is_passing: bool) -> None:
        super().__init__(f"{address}: {detail}")
        self.detail = detail
        self.is_passing = is_passing


def fetch(address: str, most_bytes: int) -> bytes:
    """The bytes at an http or https ``address``, cut after ``most_bytes``; raises FetchError."""
    if not urlsplit(address).hostname:
        raise FetchError(address, "names no host", is_passing=False)
    request = urllib.request.Request(address, headers={"User-Agent": _AGENT})  # noqa: S310 (callers pass http(s) only)
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT_SECONDS) as answer:  # noqa: S310 (see above)
            content: bytes = answer.read(most_bytes)
    except urllib.error.HTTPError as error:
        raise FetchError(address, f"HTTP {error.code}", is_passing=error.code in _PASSING) from error
    except (OSError, HTTPException) as error:
        raise FetchError(address, str(error), is_passing=True) from error
    return content
