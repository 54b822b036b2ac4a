"""Reporting periods whose end is told beside them: "the quarter ended July 31", "the nine months ending in June"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from extractors.days import add_days, month
from schemas import TimeExpression
from schemas.enumerations import Anchor, Precision

_ENDED = re.compile(r",?\s+(?:that\s+)?(?:ended|ending|ends)\s+(?:on\s+|in\s+)?(?:the\s+)?", re.IGNORECASE)
_LONGEST_LINK = 20
_YEAR, _QUARTER, _LENGTH = re.compile(r"\d{4}"), re.compile(r"\d{4}-Q\d"), re.compile(r"P(\d+)([MQY])")
_MONTHS = {"M": 1, "Q": 3, "Y": 12}
#: The rule of a unit without a number: which quarter or year it is only its end tells.
_UNNUMBERED = "whole_unit"
_HALF_QUARTER = 45


def with_told_ends(text: str, rows: Sequence[TimeExpression]) -> list[TimeExpression]:
    """``rows``, in order, with the days of each period counted back from the day that is told as its end."""
    given = list(rows)
    for number, (row, end) in enumerate(pairwise(rows)):
        count = _months_of(row)
        link = text[row.end_offset : end.start_offset]
        if count and len(link) <= _LONGEST_LINK and _ENDED.fullmatch(link):
            given[number] = _counted_back(row, end, count)
    return given


def _months_of(row: TimeExpression) -> int:
    """How many months a period lasts; 0 when the words name none."""
    if _QUARTER.fullmatch(row.timex_value):
        return 3
    if row.date_rule == _UNNUMBERED and _YEAR.fullmatch(row.timex_value):
        return 12
    length = _LENGTH.fullmatch(row.timex_value)
    return 0 if length is None else int(length.group(1)) * _MONTHS[length.group(2)]


def _counted_back(row: TimeExpression, end: TimeExpression, count: int) -> TimeExpression:
    if end.first_day is None or end.last_day is None:
        return row
    last = end.last_day
    first = _first_day(last if end.precision is Precision.MONTH else end.first_day, count)
    if (first, last) == (row.first_day, row.last_day):
        return row
    return replace(
        row,
        timex_value=_value(row, first, last),
        first_day=first,
        last_day=last,
        precision=Precision.RANGE,
        anchor=Anchor.EXPRESSION,
        explanation=f"\u201c{' '.join(row.quote.split())}\u201d ended {last}: it is the time from {first} to {last}",
    )


def _value(row: TimeExpression, first: date, last: date) -> str:
    """A quarter without a number is the one of the calendar that holds its middle, a year that in which it ends."""
    if row.date_rule != _UNNUMBERED:
        return row.timex_value
    middle = add_days(first, _HALF_QUARTER)
    return f"{middle.year}-Q{(middle.month + 2) // 3}" if "Q" in row.timex_value else f"{last.year:04d}"


def _first_day(last: date, count: int) -> date:
    """The first day of ``count`` months up to ``last``; months of the calendar when it is the end of one."""
    index = min(max(last.year * 12 + last.month - 1 - count, 24), 9990 * 12)
    before = month(index // 12, index % 12 + 1).last or last
    is_end = month(last.year, last.month).last == last
    return add_days(before if is_end else before.replace(day=min(last.day, before.day)), 1)
