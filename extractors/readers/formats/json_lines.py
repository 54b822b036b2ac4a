"""JSON Lines: one article a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from extractors.claims import RawInput
from extractors.readers.article import ReadArticle, UnreadableInputError
from extractors.readers.decoding import decode
from extractors.readers.fields import records_of

RANK = 0


def is_sure(name: str, head: bytes) -> bool:
    """The name says so and the first line starts an object."""
    return name.lower().endswith((".jsonl", ".ndjson")) and head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def read(raw: RawInput) -> list[ReadArticle]:
    """Each article of the file with the address ``<file>#<id or line number>``."""
    return records_of(raw.source_uri, "json_lines", list(_lines(decode(raw.content))))


def _lines(text: str) -> Iterator[Any]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield json.loads(line)
            except (ValueError, RecursionError) as error:
                raise UnreadableInputError(f"line {number} is broken JSON", str(error)[:200]) from error
