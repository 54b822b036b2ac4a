"""JSON files: one article (the fields of news-please and its relatives) or a list of such."""

from __future__ import annotations

import json

from extractors.claims import RawInput
from extractors.readers.article import ReadArticle, UnreadableInputError
from extractors.readers.decoding import decode
from extractors.readers.fields import article_of, records_of

RANK = 0


def is_sure(name: str, head: bytes) -> bool:
    """The input starts like a JSON object or list of objects and is not called JSON Lines."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if name.lower().endswith((".jsonl", ".ndjson")) or not start.startswith((b"{", b"[")):
        return False
    return name.lower().endswith(".json") or b'"' in start[:64]


def read(raw: RawInput) -> list[ReadArticle]:
    """The article of the file, or, of a list, each with the address ``<file>#<id or number>``."""
    try:
        value = json.loads(decode(raw.content))
    except (ValueError, RecursionError) as error:
        raise UnreadableInputError("the JSON is broken", str(error)[:200]) from error
    if isinstance(value, dict) and (single := article_of(raw.source_uri, "json_article", value)) is not None:
        return [single]
    return records_of(raw.source_uri, "json_article", value)
