"""Inputs that gzip compressed."""

from __future__ import annotations

import gzip

import pytest

from extractors.claims import RawInput
from extractors.readers import UnreadableInputError, read
from extractors.readers.decoding import MAX_BYTES
from extractors.readers.packing import unpacked, unpacked_head, unpacked_name

TEXT = b"The ferry left on Monday.\n" * 400


def test_what_was_compressed_is_read_as_what_it_was() -> None:
    """Also when it was compressed in several pieces; other bytes are left alone."""
    assert unpacked(gzip.compress(TEXT, mtime=0) + gzip.compress(TEXT, mtime=0)) == TEXT + TEXT
    assert unpacked(TEXT) == TEXT
    found = read(RawInput(source_uri="a.txt.gz", content_sha256="", content=gzip.compress(TEXT, mtime=0)))
    assert (found[0].reader, found[0].text) == ("plain_text", TEXT.decode())


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (gzip.compress(TEXT, mtime=0)[:-12], "end too early"),
        (gzip.compress(TEXT, mtime=0)[:12] + b"\xff" * 40, "broken"),
        (gzip.compress(gzip.compress(TEXT, mtime=0), mtime=0), "compressed twice"),
        (gzip.compress(bytes(MAX_BYTES + 1), mtime=0), "larger than 16 MB"),
    ],
)
def test_broken_and_endless_data_are_refused(content: bytes, reason: str) -> None:
    """With a reason for people, and without unpacking more than an input may hold."""
    with pytest.raises(UnreadableInputError, match=reason):
        read(RawInput(source_uri="a.gz", content_sha256="", content=content))


def test_the_first_bytes_tell_what_is_inside() -> None:
    """A folder is looked through by first bytes and names."""
    assert unpacked_head(gzip.compress(TEXT, mtime=0)[:60]).startswith(b"The ferry")
    assert unpacked_head(b"\x1f\x8bnothing") == b""
    assert (unpacked_name("a/b.html.GZ"), unpacked_name("a.gzip")) == ("a/b.html", "a.gzip")
