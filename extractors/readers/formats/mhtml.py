"""Pages that a browser saved as one file (MHTML): a mail message whose first HTML part is the page."""

from __future__ import annotations

import email
import re
from email.message import Message

from extractors.claims import RawInput
from extractors.readers.article import ReadArticle, UnreadableInputError
from extractors.readers.decoding import decode_markup
from extractors.readers.stamps import stamp_candidate
from schemas.enumerations import DateKind, DateRole

# asked before HTML, whose marks stand in such a file, too
RANK = -1

_NAME = re.compile(r"\.mht(ml)?$", re.IGNORECASE)
_HEADER = re.compile(rb"^(?:MIME-Version|Content-Type)\s*:", re.IGNORECASE | re.MULTILINE)
_RELATED = re.compile(rb"^Content-Type\s*:\s*(?:multipart/related|text/html)", re.IGNORECASE | re.MULTILINE)


def is_sure(name: str, head: bytes) -> bool:
    """The input begins with the header of a message: one that holds a page, or any if its name says so."""
    header = re.split(rb"\r?\n\r?\n", head.lstrip(), maxsplit=1)[0]
    if header.startswith((b"<", b"{", b"[")):
        return False
    return _RELATED.search(header) is not None or (
        _NAME.search(name) is not None and _HEADER.search(header) is not None
    )


def read(raw: RawInput) -> list[ReadArticle]:
    """One article with the markup of the page, its address, and the day on which it was saved.

    Raises UnreadableInputError when the message holds no page.
    """
    message = email.message_from_bytes(raw.content.lstrip())
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    content = None if page is None else page.get_payload(decode=True)
    if page is None or not isinstance(content, bytes) or not content.strip():
        raise UnreadableInputError("the saved page holds no HTML")
    saved = stamp_candidate(DateKind.CRAWL, DateRole.SEEN, message["Date"])
    return [
        ReadArticle(
            source_uri=raw.source_uri,
            reader="mhtml",
            url=_address(page) or _address(message),
            html=decode_markup(content),
            dates=() if saved is None else (saved,),
        )
    ]


def _address(part: Message) -> str | None:
    """The address on the web that the part or the message was saved from."""
    named = (part.get("Content-Location"), part.get("Snapshot-Content-Location"))
    return next((str(one).strip() for one in named if one and str(one).startswith(("http://", "https://"))), None)
