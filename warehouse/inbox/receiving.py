"""Takes in one located source: reads its bytes, keeps them, refuses what is too large or unreadable."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, Protocol
from urllib.parse import urlsplit

from warehouse.inbox.archives import BrokenArchiveError, is_archive, members_of
from warehouse.inbox.fetched import keep_fetched, read_fetched
from warehouse.inbox.forgetting import FORGOTTEN, read_forgotten
from warehouse.inbox.inputs import Input
from warehouse.inbox.raw import keep_raw
from warehouse.inbox.sources import HEAD_BYTES, IsSure, Located
from warehouse.inbox.web import FetchError, fetch

#: From this size on an input is refused: no article is that long.
MOST_BYTES = 50_000_000

_CHUNK = 1 << 20
_TOO_LARGE = f"too large: an input must be smaller than {MOST_BYTES // 1_000_000} MB"


class Part(Protocol):
    """A part of a container: its name there, and its content."""

    @property
    def name(self) -> str:
        """What the container calls it."""

    @property
    def content(self) -> bytes:
        """Its bytes, which can be read by themselves."""


class _RefusedError(Exception):
    def __init__(self, reason: str, detail: str | None = None, content_sha256: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail
        self.content_sha256 = content_sha256


@dataclass(frozen=True, kw_only=True)
class Manner:
    """How inputs are taken in.

    ``split`` takes a container (a feed) apart into parts with names and contents of their own; it gives none for what
    is one input. ``is_sure`` says which members of an archive are articles. ``fill`` puts secrets where an address or a
    header refers to them; ``headers`` are sent to hosts, by name of the host.
    """

    split: Callable[[bytes], Sequence[Part]] = lambda _: ()
    fill: Callable[[str], str] = lambda text: text
    is_sure: IsSure = lambda _name, _head: True
    headers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


#: Everything is one input, and no address holds a reference to a secret.
PLAIN = Manner()


def receive(
    warehouse: Path,
    located: Located,
    *,
    published_day: date | None = None,
    source_name: str | None = None,
    manner: Manner = PLAIN,
) -> list[Input]:
    """Read ``located`` and keep its bytes, or those of its parts; a refused input has no kept bytes and says why.

    Standard input becomes ``stdin-<hash>``: what is piped in twice is one input, other bytes are another. An address
    that gives what it gave last becomes what it became last. Raises FetchError when an address cannot be fetched: try
    again, or :func:`give_up`.
    """
    given = Input(
        source_uri=located.source_uri, content_sha256="", published_day=published_day, source_name=source_name
    )
    if read_forgotten(warehouse).covers(located.source_uri):
        return [replace(given, refusal=FORGOTTEN)]
    if located.path is not None and is_archive(located.path.name):
        return list(_of_archive(warehouse, located.path, given, manner))
    try:
        if located.is_remote:
            return _of_web(warehouse, located, given, manner)
        content = _content(located)
    except _RefusedError as refused:
        return [
            replace(given, content_sha256=refused.content_sha256, refusal=refused.reason, refusal_detail=refused.detail)
        ]
    if located.path is None:
        given = replace(given, source_uri=f"stdin-{hashlib.sha256(content).hexdigest()[:12]}")
    return _kept(warehouse, given, content, manner)


def _of_web(warehouse: Path, located: Located, given: Input, manner: Manner) -> list[Input]:
    before = read_fetched(warehouse, located.source_uri)
    address = manner.fill(located.address or located.source_uri)
    host = urlsplit(address).hostname or ""
    headers = {name: manner.fill(value) for name, value in manner.headers.get(host, {}).items()}
    try:
        answer = fetch(address, MOST_BYTES, headers, before.seal if before else None)
    except FetchError as error:
        # the address as it is shown: that which was asked for may hold a secret anywhere
        raise FetchError(located.source_uri, error.detail, is_passing=error.is_passing) from None
    if answer.content is None and before is not None:
        return [replace(given, source_uri=uri, content_sha256=content_sha256) for uri, content_sha256 in before.inputs]
    inputs = _kept(warehouse, given, _not_too_large(answer.content or b""), manner)
    keep_fetched(
        warehouse, located.source_uri, answer.seal, [(item.source_uri, item.content_sha256) for item in inputs]
    )
    return inputs


def _of_archive(warehouse: Path, path: Path, given: Input, manner: Manner) -> Iterator[Input]:
    """An input for each member that a reader is sure of; what cannot be read is a refusal under its address."""
    try:
        for member in members_of(path, MOST_BYTES):
            inside = replace(given, source_uri=f"{given.source_uri}#{member.name}")
            if member.content is None:
                yield replace(inside, refusal=_TOO_LARGE)
            elif manner.is_sure(member.name, member.content[:HEAD_BYTES]):
                yield from _kept(warehouse, inside, member.content, manner)
    except BrokenArchiveError as error:
        yield replace(given, refusal="the archive could not be read", refusal_detail=str(error))


def _kept(warehouse: Path, given: Input, content: bytes, manner: Manner) -> list[Input]:
    """The input with this content, or one for each of its parts; their bytes are kept."""
    forgotten = read_forgotten(warehouse)
    parts = [(f"{given.source_uri}#{part.name}", part.content) for part in manner.split(content)]
    return [
        replace(given, source_uri=source_uri, refusal=FORGOTTEN)
        if forgotten.covers(source_uri, hashlib.sha256(each).hexdigest())
        else replace(given, source_uri=source_uri, content_sha256=keep_raw(warehouse, each))
        for source_uri, each in parts or [(given.source_uri, content)]
    ]


def give_up(located: Located, error: FetchError) -> Input:
    """The refused input for an address that could not be fetched in the end."""
    return Input(
        source_uri=located.source_uri, content_sha256="", refusal="could not be fetched", refusal_detail=error.detail
    )


def _content(located: Located) -> bytes:
    return _limited(sys.stdin.buffer) if located.path is None else _of_file(located.path)


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
    return _RefusedError(_TOO_LARGE, None, content_sha256)
