"""Times of day whose day is told behind another spelling of them: "at 8 p.m. (6 p.m. GMT) on Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from schemas import TimeExpression
from schemas.enumerations import TimexType

#: The rule of a time of day without a day of its own.
_CLOCK = "clock"
#: The rules of words that name one day, whatever the day of speaking.
_DAYS = frozenset({"date", "weekday", "selected_weekday", "earlier_weekday", "weekday_of_week", "today"})
_BETWEEN = re.compile(r"(?:,? ?\(|/| / |,? or )")
_BEFORE_DAY = re.compile(r"\)?,? ?(?:on )?")


def with_told_days(text: str, rows: Sequence[TimeExpression]) -> list[TimeExpression]:
    """``rows``, in order, in which a time of day told in two zones takes the day that stands behind both."""
    given = list(rows)
    for number in range(len(given) - 1):
        first, second, *after = given[number : number + 3]
        if _is_pair(text, first, second) and (told := _day_behind(text, second, after)) is not None:
            given[number] = _on(first, told)
            if second.date_rule == _CLOCK:
                given[number + 1] = _on(second, told)
    return given


def _is_pair(text: str, first: TimeExpression, second: TimeExpression) -> bool:
    is_time = first.date_rule == _CLOCK and second.timex_type is TimexType.TIME
    return is_time and _BETWEEN.fullmatch(text, first.end_offset, second.start_offset) is not None


def _day_behind(text: str, clock: TimeExpression, after: Sequence[TimeExpression]) -> TimeExpression | None:
    """The expression that tells the day of ``clock``: itself, or the one right behind it."""
    if clock.date_rule != _CLOCK:
        return clock
    for day in after:
        return (
            day if day.date_rule in _DAYS and _BEFORE_DAY.fullmatch(text, clock.end_offset, day.start_offset) else None
        )
    return None


def _on(clock: TimeExpression, day: TimeExpression) -> TimeExpression:
    head, mark, hour = clock.timex_value.rpartition("T")
    if not head or day.first_day is None:
        return clock
    words = f"\u201c{clock.quote}\u201d is told of \u201c{day.quote}\u201d, which is {day.first_day}"
    return replace(
        clock,
        timex_value=f"{day.timex_value.partition('T')[0]}{mark}{hour}",
        first_day=day.first_day,
        last_day=day.last_day,
        anchor=day.anchor,
        precision=day.precision,
        explanation=words,
    )
