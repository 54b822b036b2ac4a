"""Plain-text scrapes: title, body and the days printed on the page, out of the furniture around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.articles.furniture import Scope, furniture_in
from extractors.articles.paragraphs import ends_sentence, join_broken, unwrap
from extractors.readers.written_days import find_written_days

_TITLE_MARK = re.compile(r"^(?:#{1,3}\s+|title\s*:\s*)(?=\S)", re.IGNORECASE)
_AGENCY_TAG = re.compile(r"^\((?-i:[A-Z][A-Z/ .&-]{1,24})\)\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Scrape:
    """What a scrape holds: the headline, the paragraphs of the body, and the lines before the body that are neither."""

    title: str | None
    paragraphs: list[str]
    header: list[str]


def read_scrape(text: str, title: str | None = None) -> Scrape:
    """The parts of a scraped page; ``title`` is the headline where somebody else knows it."""
    lines = [line.strip() for line in unwrap(text).split("\n")]
    lines = [line for line in lines if line]
    start = next((number for number, line in enumerate(lines) if is_prose(line)), len(lines))
    header = lines[:start]
    found = title or _title(header)
    body = [line for line in _without_furniture(lines[start:]) if _key(line) != _key(found or "")]
    if body:
        body[0] = _AGENCY_TAG.sub("", body[0])
    return Scrape(found, join_broken(body), [line for line in header if line != found])


def is_prose(line: str) -> bool:
    """Whether the line is one that only an article's body has: sentences, not names of pages and links."""
    words = line.split()
    if furniture_in(line) is not None or len(words) < 8:
        return False
    return ends_sentence(line) or len(words) >= 25


def _title(header: list[str]) -> str | None:
    marked = next((line for line in header if _TITLE_MARK.match(line)), None)
    if marked is not None:
        return _TITLE_MARK.sub("", marked).strip()
    candidates = [line for line in header if _may_be_title(line)]
    return max(reversed(candidates), key=lambda line: min(len(line.split()), 5), default=None)


def _may_be_title(line: str) -> bool:
    return len(line.split()) >= 2 and furniture_in(line) is None and not is_date_line(line)


def is_date_line(line: str) -> bool:
    """Whether the line is a date and little else."""
    days = find_written_days(line)
    return bool(days) and len(line) - sum(day.end - day.start for day in days) <= 40 and len(line.split()) <= 12


def _without_furniture(lines: list[str]) -> list[str]:
    kept: list[str] = []
    for line in lines:
        kind = furniture_in(line)
        if kind is not None and kind.scope is Scope.TAIL:
            break
        if kind is None and is_prose(line):
            kept.append(line)
    return kept


def _key(line: str) -> str:
    return re.sub(r"\W+", " ", line).strip().casefold()
