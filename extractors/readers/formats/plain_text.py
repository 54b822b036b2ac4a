"""Plain text: an article as somebody saved or scraped it, with the page around it."""

from __future__ import annotations

import re

from extractors.claims import RawInput
from extractors.readers.article import ReadArticle, UnreadableInputError
from extractors.readers.decoding import decode, is_binary

RANK = 1

# not .md: beside articles that is mostly a note about them; who names one gets it read
_NAME = re.compile(r"\.(txt|text)$", re.IGNORECASE)
_TABLE = re.compile(r"\.(csv|tsv)(\.gz)?$", re.IGNORECASE)


def is_sure(name: str, head: bytes) -> bool:
    """The name ends as text files do and the start holds no binary data."""
    return _NAME.search(name) is not None and not is_binary(head)


def read(raw: RawInput) -> list[ReadArticle]:
    """One article with the whole text; raises UnreadableInputError for XML and for tables."""
    if _TABLE.search(raw.source_uri):
        raise UnreadableInputError("a table: give its rows as JSON Lines, one article a line")
    text = decode(raw.content)
    if text.lstrip().startswith("<?xml"):
        raise UnreadableInputError("XML that is neither a feed nor a page")
    return [ReadArticle(source_uri=raw.source_uri, reader="plain_text", text=text)]
