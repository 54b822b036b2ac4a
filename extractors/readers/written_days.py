"""Explicit dates as people write them: ``Tuesday, June 17, 2025``, ``3. März 2024``, ``15/02/2024``, ``Aug. 4``.

Only complete, absolute dates and month-days; no arithmetic, no guessing. What means two days
(``03/05/2023``) gives both.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date

from extractors.lexicons import load


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """One date as written in a text.

    ``days`` are all readings: none when the year is missing, two when day and month could be swapped. ``month`` and
    ``day_of_month`` are told where there is one reading, ``weekday`` (0 = Monday) where it is written.
    """

    start: int
    end: int
    text: str
    days: tuple[date, ...]
    month: int | None
    day_of_month: int | None
    weekday: int | None

    @property
    def day(self) -> date | None:
        """The day, when there is exactly one reading."""
        return self.days[0] if len(self.days) == 1 else None


@functools.cache
def _names(table: str) -> dict[str, int]:
    return {name: int(number) for number, names in load("pages_calendar")[table].items() for name in names}


def month_number(name: str) -> int | None:
    """1 to 12 for the name or abbreviation of a month, else None."""
    return _names("months").get(name.rstrip(".").lower())


@functools.cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, _names("months")), key=len, reverse=True))
    weekday = "|".join(sorted(map(re.escape, _names("weekdays")), key=len, reverse=True))
    name = rf"(?:{month})\b\.?"
    head = rf"(?:(?<!\w)(?P<weekday>{weekday})\b\.?,?\s+(?:the\s+|den\s+|le\s+)?)?"
    number = r"(?<![\d/.,:-])(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|\.)?(?![\d:%])"
    year = r"(?:19|20)\d{2}(?![\d/-])"
    return re.compile(
        rf"{head}(?:"
        rf"(?P<d1>{number})\s*(?:of\s+|de\s+|-)?(?P<m1>{name})(?:,?\s*(?:de\s+|-)?(?P<y1>{year}))?"
        rf"|(?<!\w)(?P<m2>{name})\s+(?:the\s+)?(?P<d2>{number})(?:,?\s+(?:at\s+\S+\s+)?(?P<y2>{year}))?"
        rf"|(?<![\d/.-])(?P<y3>(?:19|20)\d{{2}})[-/.](?P<m3>\d{{1,2}})[-/.](?P<d3>\d{{1,2}})(?![\d/.-]*\d)"
        rf"|(?<![\d/.-])(?P<a4>\d{{1,2}})(?P<s4>[-/.]|\. )(?P<b4>\d{{1,2}})(?P=s4)(?P<y4>(?:19|20)\d{{2}})(?!\d)"
        r")",
        re.IGNORECASE,
    )


def find_written_days(text: str) -> list[WrittenDay]:
    """Every explicit date in ``text``, in order; impossible ones (31 June) are left out."""
    pattern = _pattern()
    found = (_read(match) for start, end in _windows(text) for match in pattern.finditer(text, start, end))
    return [day for day in found if day is not None]


def _windows(text: str) -> list[tuple[int, int]]:
    """The stretches around digits: every date has some, and most of a text has none."""
    windows: list[tuple[int, int]] = []
    for digits in re.finditer(r"\d+", text):
        start, end = max(0, digits.start() - 40), min(len(text), digits.end() + 30)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def _read(match: re.Match[str]) -> WrittenDay | None:
    readings = _readings(match)
    if not readings:
        return None
    days = tuple(dict.fromkeys(date(y, m, d) for y, m, d in readings if y is not None))
    _, month, day = readings[0]
    single = len({(m, d) for _, m, d in readings}) == 1
    weekday = match["weekday"]
    return WrittenDay(
        match.start(),
        match.end(),
        match[0],
        days,
        month if single else None,
        day if single else None,
        None if weekday is None else _names("weekdays")[weekday.lower()],
    )


def _readings(match: re.Match[str]) -> list[tuple[int | None, int, int]]:
    for number in "12":
        if match[f"m{number}"]:
            month = _names("months")[match[f"m{number}"].rstrip(".").lower()]
            year = match[f"y{number}"]
            day = int(re.match(r"\d+", match[f"d{number}"])[0])  # type: ignore[index]  # the pattern has a digit there
            return _possible([(int(year) if year else None, month, day)])
    if match["y3"]:
        return _possible([(int(match["y3"]), int(match["m3"]), int(match["d3"]))])
    year, first, second = int(match["y4"]), int(match["a4"]), int(match["b4"])
    orders: list[tuple[int | None, int, int]] = [(year, second, first), (year, first, second)]
    return _possible(orders if match["s4"] == "/" else orders[:1])


def _possible(readings: list[tuple[int | None, int, int]]) -> list[tuple[int | None, int, int]]:
    return [(y, m, d) for y, m, d in readings if _exists(y, m, d)]


def _exists(year: int | None, month: int, day: int) -> bool:
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return True
