"""Stamps that machines write: ISO 8601, the mail format of feeds, epochs; read without ever moving a day.

The civil day is the one written. Instant and offset are told only where the stamp has a time of day and a known offset:
a zone that we do not know leaves both empty (libraries read such zones as UTC without a word).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from extractors.lexicons import load
from extractors.readers.article import DateCandidate
from extractors.readers.decoding import tidy
from extractors.readers.written_days import find_written_days, month_number
from schemas.enumerations import DateKind, DateRole


@dataclass(frozen=True, slots=True)
class Stamp:
    """The civil day as written, and the instant with its offset in minutes where the stamp fixes them."""

    local_day: date
    instant_at: datetime | None = None
    utc_offset_minutes: int | None = None


_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{1,2})(?:[.,]\d+)?)?\s*(?P<half>[AaPp]\.?[Mm]\b\.?)?"
_ZONE = r"(?:\s*\(?(?P<zone>[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d)|[A-Za-z]{1,5}\b)\)?)?"
_ISO = re.compile(
    rf"\s*(?P<year>\d{{4}})[-/.]?(?P<month>\d{{2}})[-/.]?(?P<day>\d{{2}})(?:(?:[T_,\s]|\s+at\s+)*{_TIME}{_ZONE})?"
)
_MAIL = re.compile(
    rf"\s*(?:[^\W\d]+\.?,?\s+)?(?P<day>\d{{1,2}})[\s-]+(?P<name>[^\W\d]{{3,12}})\.?[\s-]+(?P<year>\d{{4}}),?(?:\s+(?:at\s+)?{_TIME}{_ZONE})?\s*$"
)
_TAIL = re.compile(rf"{_TIME}{_ZONE}")
_EPOCH = re.compile(r"\s*(\d{10}|\d{13})\s*$")


def read_stamp(raw: str) -> Stamp | None:
    """The stamp that ``raw`` is, or None when it is no complete date."""
    if epoch := _EPOCH.match(raw):
        # an epoch names an instant and no place: the day in UTC is the only one it gives
        instant = datetime.fromtimestamp(int(epoch[1][:10]), UTC)
        return Stamp(instant.date(), instant, 0)
    if found := _ISO.match(raw):
        return _stamp(found, int(found["month"]))
    if (found := _MAIL.match(raw)) and (month := month_number(found["name"])) is not None:
        return _stamp(found, month)
    days = find_written_days(raw)
    if days and days[0].day is not None:
        return _with_time(days[0].day, _TAIL.search(raw, days[0].end))
    return None


def _stamp(found: re.Match[str], month: int) -> Stamp | None:
    try:
        day = date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None
    # year 1 and 9999 are how databases write "no date"
    return _with_time(day, found if found["hour"] else None) if 1900 <= day.year < 2200 else None


def _with_time(day: date, found: re.Match[str] | None) -> Stamp:
    offset = None if found is None else zone_minutes(found["zone"])
    if found is None or offset is None:
        return Stamp(day)
    hour, minute = int(found["hour"]), int(found["minute"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"][0] in "Pp" else 0)
    if hour > 23 or minute > 59:
        return Stamp(day)
    local = datetime(day.year, day.month, day.day, hour, minute, min(int(found["second"] or 0), 59), tzinfo=UTC)
    return Stamp(day, local - timedelta(minutes=offset), offset)


def zone_minutes(zone: str | None) -> int | None:
    """Minutes from UTC of an offset or a known abbreviation; None when it is absent or unknown."""
    if not zone:
        return None
    if zone[0] in "+-":
        digits = zone[1:].replace(":", "").ljust(4, "0")
        minutes = int(digits[:2]) * 60 + int(digits[2:])
        return -minutes if zone[0] == "-" else minutes
    minutes_of: dict[str, int] = load("pages_calendar")["zones"]
    return minutes_of.get(zone.upper())


def stamp_candidate(kind: DateKind, role: DateRole, raw: object) -> DateCandidate | None:
    """A candidate from a raw field; None when the field is absent or holds no date at all."""
    text = "" if raw is None else tidy(str(raw)).strip()
    stamp = read_stamp(text) if text else None
    if stamp is None:
        return None
    return DateCandidate(
        kind=kind,
        role=role,
        raw_text=text[:200],
        local_day=stamp.local_day,
        instant_at=stamp.instant_at,
        utc_offset_minutes=stamp.utc_offset_minutes,
    )
