"""Pages saved by a browser as one file."""

from __future__ import annotations

import quopri
from datetime import date

import pytest

from extractors.articles import clean
from extractors.claims import RawInput
from extractors.readers import UnreadableInputError, read
from schemas.enumerations import DateRole

HEAD = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://courier.example/harbour
Subject: Harbour
Date: Thu, 7 Mar 2024 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----B"

"""
PAGE = """<!DOCTYPE html><html><head><title>Ferry stays in port</title></head><body><h1>Ferry stays in port</h1>
<p>The ferry of Port Ellis stayed in the harbour on Monday because of fog, the captain’s office said.</p>
<p>It left a day later with forty travellers who had waited in the old customs house.</p></body></html>"""


def saved(page: str) -> RawInput:
    """The file that a browser makes of a page."""
    part = b"------B\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
    content = HEAD + part + quopri.encodestring(page.encode()) + b"\n------B--\n"
    return RawInput(source_uri="harbour.mhtml", content_sha256="", content=content.replace(b"\n", b"\r\n"))


def test_the_page_is_taken_out_of_the_message() -> None:
    """With the address it was saved from; the day of saving is one after which it was not published."""
    (article,) = read(saved(PAGE))
    assert (article.reader, article.url) == ("mhtml", "https://courier.example/harbour")
    assert [(one.role, one.local_day) for one in article.dates] == [(DateRole.SEEN, date(2024, 3, 7))]
    assert "the captain’s office said." in clean(article).body_text


def test_a_message_without_a_page_is_refused() -> None:
    """With a reason."""
    with pytest.raises(UnreadableInputError, match="no HTML"):
        read(RawInput(source_uri="a.mht", content_sha256="", content=HEAD + b"------B--\n"))
