"""Inputs that gzip compressed: what was in them, never more of it than an input may hold."""

from __future__ import annotations

import gzip
import io
import re
import zlib

from extractors.readers.article import UnreadableInputError
from extractors.readers.decoding import MAX_BYTES

_MAGIC = b"\x1f\x8b"
_NAME = re.compile(r"\.gz$", re.IGNORECASE)
#: Tells zlib that a gzip header and check sum are there.
_GZIP = 16 + zlib.MAX_WBITS


def unpacked(content: bytes) -> bytes:
    """``content`` itself, or what gzip compressed into it, up to one byte more than an input may hold.

    Raises UnreadableInputError when the compressed data are broken or end too early.
    """
    if not content.startswith(_MAGIC):
        return content
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as stream:
            return stream.read(MAX_BYTES + 1)
    except EOFError as error:
        raise UnreadableInputError(
            "the gzip-compressed data end too early", f"{len(content)} bytes received"
        ) from error
    except (OSError, zlib.error) as error:
        raise UnreadableInputError("the gzip-compressed data are broken", str(error)) from error


def unpacked_head(head: bytes) -> bytes:
    """The same for the first bytes of an input; empty when nothing can be told from them."""
    if not head.startswith(_MAGIC):
        return head
    try:
        return zlib.decompressobj(_GZIP).decompress(head, len(head))
    except zlib.error:
        return b""


def unpacked_name(name: str) -> str:
    """What the file was called before gzip compressed it."""
    return _NAME.sub("", name)
