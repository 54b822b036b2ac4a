"""Raw bytes to articles as their file format gives them: one file per format in ``formats/``, found by discovery."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from dataclasses import replace
from typing import Protocol, cast

from extractors.claims import RawInput
from extractors.readers import formats
from extractors.readers.article import DateCandidate, ReadArticle, UnreadableInputError
from extractors.readers.decoding import check_bytes
from extractors.readers.packing import unpacked, unpacked_head, unpacked_name
from schemas.enumerations import DateKind, DateRole

__all__ = ["ReadArticle", "UnreadableInputError", "is_sure", "read", "reader_names"]

_HEAD = 4096


class Format(Protocol):
    """What a module in ``formats/`` offers; its module name is the reader's name."""

    #: In which order they are asked: 0 for formats that are recognised by their content, below it those whose content
    #: looks like another's, too, 1 for the one that takes any text.
    RANK: int

    def is_sure(self, name: str, head: bytes) -> bool:
        """Whether an input of this name whose first 4 KB are ``head`` is of the format."""

    def read(self, raw: RawInput) -> list[ReadArticle]:
        """The articles of an input; raises UnreadableInputError."""


@functools.cache
def _formats() -> dict[str, Format]:
    names = sorted(module.name for module in pkgutil.iter_modules(formats.__path__))
    found = {name: cast("Format", importlib.import_module(f"{formats.__name__}.{name}")) for name in names}
    return dict(sorted(found.items(), key=lambda item: (item[1].RANK, item[0])))


def reader_names() -> list[str]:
    """The names of all readers, in the order in which they are asked."""
    return list(_formats())


def is_sure(name: str, head: bytes) -> bool:
    """Whether some reader is sure to understand an input called ``name`` whose first 4 KB are ``head``."""
    name, head = unpacked_name(name), unpacked_head(head)
    return any(one.is_sure(name, head) for one in _formats().values())


def read(raw: RawInput) -> list[ReadArticle]:
    """The articles of one input, at least one; what the user gave stands among their dates.

    The first reader that is sure reads it; an input that none is sure of is read as plain text.
    Bytes that gzip compressed are read as what they were. Raises UnreadableInputError with a reason for people when the
    bytes are no article.
    """
    raw = replace(raw, content=unpacked(raw.content))
    check_bytes(raw.content)
    head, called = raw.content[:_HEAD], unpacked_name(raw.source_uri)
    known = _formats()
    name = next((name for name, one in known.items() if one.is_sure(called, head)), list(known)[-1])
    articles = known[name].read(raw)
    if not articles:
        raise UnreadableInputError("the input holds no article")
    return [_with_given(raw, article) for article in articles]


def _with_given(raw: RawInput, article: ReadArticle) -> ReadArticle:
    day = raw.given.published_day
    dates = article.dates
    if day is not None:
        given = DateCandidate(kind=DateKind.GIVEN, role=DateRole.PUBLISHED, raw_text=day.isoformat(), local_day=day)
        dates = (given, *dates)
    return replace(article, dates=dates, source_name=raw.given.source_name or article.source_name)
