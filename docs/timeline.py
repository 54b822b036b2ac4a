"""Draws the chronology of a warehouse as a timeline: a dot for a day, a bar for days between which something happened.

A hollow bar: only the days are known between which something was called off; it has none of its own. Events that lie
between the two days are drawn, when their days are known to within a quarter.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple
from xml.sax.saxutils import escape

import warehouse

WIDTH, LEFT, RIGHT, TOP, ROW = 980, 24, 300, 64, 26
WIDEST = 95
#: What the chronology says of an event of which only the day of its calling off is known.
NO_DAY = "no day"
HOLLOW, FILLED = 'fill-opacity="0" stroke-dasharray="4 3"', 'fill-opacity="0.45"'
COLOURS = {
    "occurred": "#1b6e5a",
    "ongoing": "#1b6e5a",
    "planned": "#2f5fb3",
    "proposed": "#2f5fb3",
    "conditional": "#2f5fb3",
    "postponed": "#2f5fb3",
    "canceled": "#b3372f",
    "denied": "#b3372f",
    "negated": "#b3372f",
    "rumored": "#8a6d1d",
}
QUERY = """
    select e.first_day, e.last_day, c.status, c.label, c.days, c.sources
    from chronology as c join events as e using (event_id)
    where e.first_day >= $1 and e.last_day <= $2 and e.last_day - e.first_day <= $3
    order by e.first_day, e.last_day, c.label
"""


class Shown(NamedTuple):
    """A row of the picture."""

    first_day: date
    last_day: date
    status: str
    label: str
    days: str
    sources: int


def draw(path: str, begin: date, end: date) -> str:
    """The picture as SVG, of the events of the warehouse at ``path`` between the days ``begin`` and ``end``."""
    with warehouse.connect(path) as connection:
        rows = [Shown(*row) for row in connection.execute(QUERY, [begin, end, WIDEST]).fetchall()]
    return "\n".join(picture(rows, begin, end)) + "\n"


def picture(rows: list[Shown], begin: date, end: date) -> Iterator[str]:
    """The lines of the SVG."""
    height = TOP + ROW * len(rows) + 20
    size = f'viewBox="0 0 {WIDTH} {height}"'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="Helvetica, Arial, sans-serif">'
    yield f'<rect width="{WIDTH}" height="{height}" fill="#fffdf8"/>'
    yield from _months(begin, end, height)
    for number, row in enumerate(rows):
        yield from _row(row, TOP + ROW * number + ROW // 2, begin, end)
    yield "</svg>"


def _x(day: date, begin: date, end: date) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * ((day - begin) / (end - begin))


def _months(begin: date, end: date, height: int) -> Iterator[str]:
    day = begin.replace(day=1)
    while day <= end:
        if day >= begin:
            x = _x(day, begin, end)
            yield f'<line x1="{x:.1f}" y1="{TOP - 14}" x2="{x:.1f}" y2="{height - 12}" stroke="#e5dfd2"/>'
            yield f'<text x="{x + 3:.1f}" y="{TOP - 20}" font-size="11" fill="#857b68">{day:%b}</text>'
            if day.month == 1 or day == begin:
                yield f'<text x="{x + 3:.1f}" y="{TOP - 36}" font-size="13" fill="#2b2620">{day:%Y}</text>'
        day = (day.replace(day=28) + timedelta(days=5)).replace(day=1)


def _row(row: Shown, y: int, begin: date, end: date) -> Iterator[str]:
    left, right = _x(row.first_day, begin, end), _x(row.last_day + timedelta(days=1), begin, end)
    colour = COLOURS[row.status]
    if row.first_day == row.last_day:
        yield f'<circle cx="{(left + right) / 2:.1f}" cy="{y}" r="5.5" fill="{colour}"/>'
    else:
        yield (
            f'<rect x="{left:.1f}" y="{y - 5}" width="{right - left:.1f}" height="10" rx="5"'
            f' fill="{colour}" stroke="{colour}" {HOLLOW if row.days == NO_DAY else FILLED}/>'
        )
    line = ' text-decoration="line-through"' if row.status in {"canceled", "denied", "negated"} else ""
    sources = f" · {row.sources} sources" if row.sources > 1 else ""
    # about seven pixels a letter: a label that would run into the note stands before its bar
    is_before = right + 10 + 7 * len(row.label) > WIDTH - RIGHT + 90
    place = f'x="{left - 10:.1f}" text-anchor="end"' if is_before else f'x="{right + 10:.1f}"'
    yield f'<text {place} y="{y + 4}" font-size="13" fill="#2b2620"{line}>{escape(row.label)}</text>'
    days = "between these days, no day of its own" if row.days == NO_DAY else row.days
    note = f"{row.status} · {days}{sources}"
    yield f'<text x="{WIDTH - 12}" y="{y + 4}" font-size="11" fill="#857b68" text-anchor="end">{escape(note)}</text>'
