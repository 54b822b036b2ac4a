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
#: An update is told beside the publication: of labels behind a day the first that is found counts.
_LABELS = ((DateRole.UPDATED, _UPDATED), (DateRole.PUBLISHED, _PUBLISHED))
#: A long text has said by then when it was written.
_MOST_TEXTS = 40
#: So many characters are the opening of a story, which tells its newest day.
_OPENING = 500
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905 - words read easier
_URL_DAYS = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d{2})(?P<s>[/_.-])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>20\d{2})(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\d)"),
    re.compile(r"/(?P<y>(?:19|20)\d{2})/(?P<n>[a-z]{3})[a-z]*/(?P<d>\d{1,2})(?!\d)", re.IGNORECASE),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})(?P<s>[/_.-])(?P<m>\d{1,2})(?P=s)(?P<y>20\d{2})(?!\d)"),
)
# These begin with plain characters, so that the places where they cannot stand are passed over quickly.
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,? (?:the )?\d)")
_YEAR = re.compile(r"[12](?<![\d,.$€£-][12])(?:(?<=1)9|(?<=2)0)\d{2}(?![\d,.-]*\d)")
_DATELINE = re.compile(r"^(?:[A-Z][A-Z.'’ -]+(?:,\s*[A-Z][\w.'’ ]+)?)(?:,\s*|\s*\()")
# a day in brackets after the name of a town needs no capitals: "Velden (3. 5. 2021)."
_BRACKETED = re.compile(r"^[^\W\d_][\w.'’-]+(?:[ /-][^\W\d_][\w.'’-]+){0,2},?\s*\($")


def masthead_candidates(header: Iterable[str]) -> list[DateCandidate]:
    """A candidate for each date in the lines around the body; day and month that could be swapped give one for each."""
    return [one for line in header for day in find_written_days(line) for one in _of(day, line)]


def _of(day: WrittenDay, line: str) -> list[DateCandidate]:
    role = _label_before(line[: day.start]) or _label_in(line) or DateRole.PAGE
    return [
        DateCandidate(kind=DateKind.MASTHEAD, role=role, raw_text=day.text, local_day=reading) for reading in day.days
    ]


def _label_before(words: str) -> DateRole | None:
    """What the last label before a day says: in "Published 3 May, updated 4 May" each has its own."""
    found = [(match.start(), role) for role, label in _LABELS for match in label.finditer(words)]
    return max(found)[1] if found else None


def _label_in(line: str) -> DateRole | None:
    return next((role for role, label in _LABELS if label.search(line)), None)


def text_candidates(body_text: str) -> list[DateCandidate]:
    """The explicit days and years a text tells and the weekdays it opens with, each spelling once.

    They are witnesses for a day, never the day.
    """
    days = {day.text: day.day for day in find_written_days(body_text)}
    weekdays = dict.fromkeys(_WEEKDAY.findall(body_text, 0, _OPENING))
    years = dict.fromkeys(_YEAR.findall(body_text))
    return [
        DateCandidate(kind=DateKind.TEXT, role=DateRole.PAGE, raw_text=text, local_day=day)
        for text, day in [*weekdays.items(), *list({**days, **years}.items())[:_MOST_TEXTS]]
    ]


def dateline_candidate(body_text: str) -> DateCandidate | None:
    """The day of a dateline (``PORT ELLIS, Aug. 4 -``) that opens the body; without a year its day stays unknown."""
    head = body_text[:100]
    for day in find_written_days(head):
        before, after = head[: day.start], head[day.end :]
        is_bracketed = _BRACKETED.match(before) and before[:1].isupper() and after.startswith(")")
        if is_bracketed or (_DATELINE.fullmatch(before) and re.match(r"\s*\)?\s*(?:\([\w/ ]+\)\s*)?[-–—:]", after)):
            return DateCandidate(
                kind=DateKind.DATELINE, role=DateRole.PUBLISHED, raw_text=head[: day.end], local_day=day.day
            )
    return None


def url_candidate(url: str | None) -> DateCandidate | None:
    """The day in an address, where it has a whole one."""
    path = re.sub(r"^\w+://[^/]*", "", url or "")
    for pattern in _URL_DAYS:
        for found in pattern.finditer(path):
            if (day := _url_day(found)) is not None:
                return DateCandidate(
                    kind=DateKind.URL, role=DateRole.PUBLISHED, raw_text=found[0].strip("/"), local_day=day
                )
    return None


def _url_day(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    name = (parts.get("n") or "").lower()
    month = int(parts["m"]) if parts.get("m") else _MONTHS.index(name) + 1 if name in _MONTHS else 0
    try:
        return date(int(parts["y"]), month, int(parts["d"]))
    except ValueError:
        return None


def is_date_line(line: str) -> bool:
    """Whether the line is a date and little else."""
    if len(line) > 120 or not any(map(str.isdigit, line)):
        return False
    days = find_written_days(line)
    written = sum(day.end - day.start for day in days if day.days)
    return written > 0 and len(line) - written <= 40 and len(line.split()) <= 12
