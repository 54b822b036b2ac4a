"""Events as an iCalendar file (RFC 5545) for the calendar programs of people.

An event is an all-day entry over all days on which it can have been: one day where the day is known, else a long entry
whose title says that the day is not known. Events without a first or a last day cannot stand in a calendar.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

#: How RFC 5545 (3.8.1.11) says what became of an event.
_STATUS = {
    **dict.fromkeys(("occurred", "ongoing"), "CONFIRMED"),
    **dict.fromkeys(("planned", "proposed", "conditional", "rumored", "postponed"), "TENTATIVE"),
    **dict.fromkeys(("canceled", "denied", "negated"), "CANCELLED"),
}
_LONGEST_LINE = 75


def calendar_bytes(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    """The calendar of all events that have a first and a last day; ``rows`` are those of ``chronology_export``."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Chronology//EN", "CALSCALE:GREGORIAN"]
    for row in rows:
        event = dict(zip(columns, row, strict=True))
        if event["first_day"] is not None and event["last_day"] is not None:
            lines.extend(_entry(event))
    lines.append("END:VCALENDAR")
    return "".join(piece + "\r\n" for line in lines for piece in _folded(line)).encode()


def _entry(event: Mapping[str, Any]) -> Iterator[str]:
    first, last = event["first_day"], event["last_day"]
    yield "BEGIN:VEVENT"
    yield f"UID:{event['event_id']}@dateline"
    # when the entry was made: the last day that anything was told, so that the same calendar gives the same file
    yield f"DTSTAMP:{_day(event['last_reported_day'] or last)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if last < date.max:
        yield f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"
    yield f"SUMMARY:{_escaped(_title(event))}"
    yield f"STATUS:{_STATUS[event['status']]}"
    yield "TRANSP:TRANSPARENT"
    yield f"CATEGORIES:{_escaped(event['event_type'])}"
    yield f"DESCRIPTION:{_escaped(_description(event))}"
    if event["place"]:
        yield f"LOCATION:{_escaped(event['place'])}"
    if event["latitude"] is not None and event["longitude"] is not None:
        yield f"GEO:{event['latitude']};{event['longitude']}"
    if event["url"]:
        yield f"URL:{event['url']}"
    yield f"X-DATELINE-EDTF:{_escaped(event['edtf'] or '')}"
    yield "END:VEVENT"


def _title(event: Mapping[str, Any]) -> str:
    status = "" if event["status"] == "occurred" else f" ({event['status']})"
    wide = "" if event["is_one_day"] else f" [{event['days']}]"
    if wide and event["interval_kind"] == "within":
        wide = f" [on a day within {event['days']}]"
    return f"{event['label']}{status}{wide}"


def _description(event: Mapping[str, Any]) -> str:
    quote = f"“{' '.join(event['quote'].split())}” {event['source']}" if event["quote"] else ""
    count = f"{event['source_count']} source{'' if event['source_count'] == 1 else 's'}"
    conflict = ", which disagree" if event["has_conflict"] else ""
    return "\n".join(part for part in (event["days"], quote, f"{count}{conflict}") if part)


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _escaped(text: str) -> str:
    """``text`` as a value of iCalendar (RFC 5545, 3.3.11), without letters that steer terminals."""
    for letter, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        text = text.replace(letter, written)
    return "".join(letter for letter in text if letter >= " " and letter != "\x7f")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, never within a letter; all but the first begin with a space."""
    piece, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _LONGEST_LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + width
    yield piece
