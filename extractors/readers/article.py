"""What a reader hands on: one article as its file format gives it, nothing cleaned or judged yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from schemas.enumerations import DateKind, DateRole


@dataclass(frozen=True, kw_only=True, slots=True)
class DateCandidate:
    """A day found in or about a page, as written; judged later.

    ``local_day`` is the civil day as written, never converted to another time zone.
    """

    kind: DateKind
    role: DateRole
    raw_text: str
    local_day: date | None
    instant_at: datetime | None = None
    utc_offset_minutes: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadArticle:
    """One article of one input.

    Exactly one of ``html`` (markup that still has to be cleaned) and ``text`` is given; ``is_body`` says that
    ``text`` is
    the article's body already (a JSON or feed field), not a scrape with its page around it.
    ``source_uri`` is the input's; for one of several articles in a file it ends in ``#`` and the item's own id.
    """

    source_uri: str
    reader: str
    source_name: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    html: str | None = None
    text: str | None = None
    is_body: bool = False
    dates: tuple[DateCandidate, ...] = ()


class UnreadableInputError(Exception):
    """The bytes cannot be understood; ``reason`` is for people, ``detail`` is what the failing part said."""

    def __init__(self, reason: str, detail: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail
