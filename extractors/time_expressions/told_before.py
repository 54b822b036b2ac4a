"""An expression resolved before, as something that later ones can count from."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.time_expressions.meanings import Calendar, Relative, Shift
from extractors.time_expressions.resolve import Settled

#: Words of a past story do not count on by such units from a day or a week near the day of speaking.
_LONG_UNITS = frozenset({"month", "quarter", "year", "decade", "century"})
_SHORT_UNITS = frozenset({"second", "minute", "hour"})


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an expression resolved before can be an anchor for.

    ``moves_on``: it carries the story's time, being a day or a month, or leading its sentence; a year that is
    mentioned in passing does not. ``is_framed``: a year told as the time of its sentence ("in 2022, when ...").
    ``is_ahead``: told in a clause about the future, seen from where the story stands. ``is_named``: told by its name in
    the calendar, not counted from another day. ``is_bound``: it only says since when something holds. ``is_deictic``: a
    day or a week near the day of speaking. ``is_known``: a day whose year is not told beside it.
    """

    sentence: int
    settled: Settled
    fineness: int
    is_absolute: bool
    moves_on: bool
    is_framed: bool = False
    is_ahead: bool = False
    is_named: bool = False
    is_bound: bool = False
    is_deictic: bool = False
    is_known: bool = False


def is_no_anchor(earlier: Earlier, meaning: Calendar | Relative | Shift, tense: int) -> bool:
    """Nothing is counted from since when something holds, nor long spans of the past on from days near today."""
    if not isinstance(meaning, Shift):
        return False
    is_long = meaning.sign > 0 and meaning.unit in _LONG_UNITS and tense <= 0
    return earlier.is_bound or (is_long and earlier.is_deictic)


def is_turn(earlier: Earlier, meaning: Calendar | Relative | Shift) -> bool:
    """A month or a year was told since: what is finer and came before it is no longer spoken of."""
    is_told = earlier.is_absolute and (earlier.moves_on or earlier.is_framed)
    return is_told and not isinstance(meaning, Calendar) and meaning.unit not in _SHORT_UNITS
