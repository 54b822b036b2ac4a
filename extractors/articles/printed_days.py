"""Days printed on a page: mastheads, datelines, and days in its address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from extractors.readers.article import DateCandidate
from extractors.readers.written_days import WrittenDay, find_written_days
from schemas.enumerations import DateKind, DateRole

_UPDATED = re.compile(r"\b(updated|last modified|modified|actualisé|aktualisiert|actualizado)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(published|posted|publication date|first published|issued)\b", re.IGNORECASE)
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})[/_.-]?(\d{1,2})[/_.-]?(\d{1,2})(?!\d)")
_DATELINE = re.compile(r"^(?:[A-Z][A-Z.'’ -]+(?:,\s*[A-Z][\w.'’ ]+)?)(?:,\s*|\s*\()(?=\w)")


def masthead_candidates(header: Iterable[str]) -> list[DateCandidate]:
    """A candidate for each date in the lines around the body; day and month that could be swapped give one for each."""
    return [one for line in header for day in find_written_days(line) for one in _of(day, line)]


def _of(day: WrittenDay, line: str) -> list[DateCandidate]:
    role = (
        DateRole.UPDATED if _UPDATED.search(line) else DateRole.PUBLISHED if _PUBLISHED.search(line) else DateRole.PAGE
    )
    return [
        DateCandidate(kind=DateKind.MASTHEAD, role=role, raw_text=day.text, local_day=reading) for reading in day.days
    ]


def dateline_candidate(body_text: str) -> DateCandidate | None:
    """The day of a dateline (``PORT ELLIS, Aug. 4 -``) that opens the body; without a year its day stays unknown."""
    head = body_text[:100]
    found = _DATELINE.match(head)
    if found is None:
        return None
    for day in find_written_days(head):
        if day.start == found.end() and re.match(r"\s*\)?\s*(?:\([\w/ ]+\)\s*)?[-–—:]", head[day.end :]):
            return DateCandidate(
                kind=DateKind.DATELINE, role=DateRole.PUBLISHED, raw_text=head[: day.end], local_day=day.day
            )
    return None


def url_candidate(url: str | None) -> DateCandidate | None:
    """The day in an address, where it has a whole one."""
    for found in _URL_DAY.finditer(url or ""):
        try:
            day = date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            continue
        return DateCandidate(kind=DateKind.URL, role=DateRole.PUBLISHED, raw_text=found[0], local_day=day)
    return None
