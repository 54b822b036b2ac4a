"""One page, one meaning: the month and the weekday that a page names again and again are mostly the same ones.

Tense is read from cheap cues, so single expressions land on the wrong side. Words decide here, never days, so that the
answer for a wider day of speaking still holds every answer for a narrower one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from extractors.time_expressions.found import Found
from extractors.time_expressions.meanings import Calendar
from extractors.time_expressions.tense import FUTURE, PAST, SURELY_FUTURE, UNKNOWN

#: So many others must agree, and be so many times as many as those that do not, to overrule what a clause tells.
_OTHERS, _TIMES = 3, 3
#: So many, and so many times as many as tell the other side, settle what a clause leaves open.
_OPEN = {"month": 1, "weekday": 2}
_TIMES_OPEN = 2

Key = tuple[str, int]


class Consensus:
    """How often each month and weekday of a page is told in a clause about the past and in one about the future."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._sides = Counter((key, _side(one.tense)) for one in found if (key := _key(one)) is not None)

    def applied(self, one: Found) -> Found:
        """``one`` with the tense of the others of its month or weekday, where its own is open or stands alone."""
        key = _key(one)
        if key is None or one.tense == SURELY_FUTURE:
            return one
        past, future = self._sides[key, -1], self._sides[key, 1]
        if one.tense == UNKNOWN:
            least = max(_OPEN[key[0]], _TIMES_OPEN * min(past, future))
            side = _side(future - past) if max(past, future) >= least else 0
        else:
            same, other = (past, future) if one.tense < 0 else (future, past)
            is_alone = key[0] == "month" and other >= max(_OTHERS, _TIMES * same)
            side = -_side(one.tense) if is_alone else 0
        return replace(one, tense=PAST if side < 0 else FUTURE) if side else one


def _side(tense: int) -> int:
    return (tense > 0) - (tense < 0)


def _key(found: Found) -> Key | None:
    """The month or the weekday that is told without anything that places it."""
    told = found.meaning
    if not isinstance(told, Calendar) or told.selector or told.frame or told.anchored or told.is_week_of:
        return None
    if told.year is not None:
        return None
    if told.month is not None:
        return "month", told.month
    return None if told.weekday is None else ("weekday", told.weekday)
