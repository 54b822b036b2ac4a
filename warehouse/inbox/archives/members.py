"""What an archive gives: its members."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO


class BrokenArchiveError(Exception):
    """An archive cannot be read, or not to its end; the message says why."""


@dataclass(frozen=True)
class Member:
    """A member of an archive: its name inside, and its bytes; None when it has too many."""

    name: str
    content: bytes | None


def limited(file: BinaryIO, most_bytes: int) -> bytes | None:
    """The bytes of ``file``; None when there are ``most_bytes`` or more, of which no more are read than that."""
    content = file.read(most_bytes)
    return content if len(content) < most_bytes else None
