"""What the words of a time expression say, before any calendar is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Base(StrEnum):
    """What relative words count from; ``NEAREST``: what was spoken of before, else the day of speaking."""

    REFERENCE = "reference"
    EXPRESSION = "expression"
    EVENT = "event"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class Count:
    """A told number of units; ``least`` and ``most`` differ, and ``is_vague`` holds, for "several", "a few", "days"."""

    least: float
    most: float
    is_vague: bool = False

    @property
    def digits(self) -> str:
        """The number as TimeML writes it: ``X`` when vague."""
        if self.is_vague:
            return "X"
        return str(int(self.least)) if self.least == int(self.least) else str(self.least)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """A calendar unit ``steps`` units from its base: "last week" (-1), "this year" (0), "the following day" (1)."""

    unit: str
    steps: int
    base: Base = Base.REFERENCE
    part: str | None = None
    daypart: str | None = None
    clock: str | None = None
    is_fiscal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Named parts of the calendar: a month, a weekday, a year, or several of them together.

    ``selector`` is what "last", "this" or "next" adds to the smallest named part; ``frame`` a larger unit told in
    relative words ("September last year"); ``part`` one of early, mid, late, begin, end. ``week`` is the Monday of a
    week that was worked out. ``can_swap``: a numeric date in which day and month could change places.
    ``nth``: which of the month's such weekdays, from 1; -1 the last. ``anchored``: counted from the day spoken of
    before. ``is_modifier``: it stands before the noun that it belongs to ("the November vote"), which need not
    share the tense of its clause. ``is_known``: its year is not told beside it ("the Sept. 11 attacks"); it places
    nothing else.
    """

    century: int | None = None
    decade: int | None = None
    year: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: str | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    holiday: str | None = None
    selector: str | None = None
    frame: Relative | None = None
    part: str | None = None
    daypart: str | None = None
    clock: str | None = None
    is_fiscal: bool = False
    is_week_of: bool = False
    is_weekend: bool = False
    is_before_christ: bool = False
    anchored: bool = False
    is_modifier: bool = False
    is_known: bool = False
    can_swap: bool = False
    end_year: int | None = None
    fiscal_end: int | None = None
    week: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A number of units before (``sign`` -1) or after (1) a base: "two days ago", "a week later".

    ``slack`` says how near the number is: ``=`` as told, ``~`` about, ``-`` nearly, ``<`` less than, ``>`` more than.
    """

    count: Count
    unit: str
    sign: int
    base: Base | Calendar | Relative = Base.REFERENCE
    daypart: str | None = None
    slack: str = "="


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A length of time; ``toward`` -1 or 1 ties it to the reference ("the past three months", "the next two weeks").

    ``slack`` is that of :class:`Shift`.
    """

    count: Count
    unit: str
    toward: int = 0
    slack: str = "="


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring:
    """Times that come again: "every Monday", "annually"; ``value`` is the TimeML value."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """No day can be told: ``value`` is PAST_REF, PRESENT_REF or FUTURE_REF, or a duration of unknown length."""

    value: str
    toward: int


Meaning = Calendar | Relative | Shift | Duration | Recurring | Vague
