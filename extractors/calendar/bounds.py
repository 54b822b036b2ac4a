"""Bounds on days as claims tell them, and how far each is trusted (lexicon ``trust``)."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass
from datetime import date

from extractors import lexicons
from extractors.days import Days
from schemas import DayBound
from schemas.enumerations import Precision

ORIGIN = "origin"
_EPOCH = date(1970, 1, 1).toordinal()

#: The methods whose claims give a day; a contradiction between others is no news to anybody.
DAY_BEARING = frozenset({"explicit", "relative", "order"})


@dataclass(frozen=True, slots=True)
class Bound:
    """``least <= day(right) - day(left) <= most`` in days (None = no bound), as one claim tells it.

    ``method`` is a name in the lexicon ``trust``; ``family`` the source family that tells it.
    """

    left: str
    right: str
    least: int | None
    most: int | None
    method: str
    precision: Precision
    reason: str
    mention_id: str | None
    article_id: str | None
    family: str
    source_trust: int

    @property
    def is_told_day(self) -> bool:
        """The claim gives a day, not just an order of two happenings or a rule of thumb."""
        return self.left == ORIGIN and self.method in DAY_BEARING

    @property
    def trust(self) -> tuple[int, int, int]:
        """Higher is trusted more: source, then method, then precision."""
        return self.source_trust, method_trust()[self.method], precision_trust()[self.precision.value]


@functools.cache
def method_trust() -> dict[str, int]:
    """How far each method of dating is trusted."""
    return {entry["name"]: entry["trust"] for entry in lexicons.load("trust")["methods"]}


@functools.cache
def precision_trust() -> dict[str, int]:
    """How far each precision is trusted."""
    return dict(lexicons.load("trust")["precision"])


def source_trust(kind: str) -> int:
    """How far a source is trusted: ``default`` where nobody has rated it, a ``copy``, or a person's ``correction``."""
    return int(lexicons.load("trust")["source"][kind])


def rated_trust(source_name: str | None) -> int | None:
    """The trust that the user gives a source in ``[trust.sources]`` of ``dateline.toml``; None where there is none."""
    rated = lexicons.load("trust").get("sources", {}).get(source_name)
    return None if rated is None else int(rated)


def number_of(day: date | None) -> int | None:
    """Days from the calendar's origin, 1970-01-01."""
    return None if day is None else day.toordinal() - _EPOCH


def day_at(number: int | None) -> date | None:
    """The day ``number`` days after the origin; None outside the years a date can have."""
    if number is None or not date.min.toordinal() <= number + _EPOCH <= date.max.toordinal():
        return None
    return date.fromordinal(number + _EPOCH)


def days_between(first: int | None, last: int | None) -> Days:
    """The days from ``first`` to ``last``, counted from the origin."""
    return Days(day_at(first), day_at(last))


def row_of(bound: Bound, *, is_set_aside: bool) -> DayBound:
    """The row of ``day_bounds`` for ``bound``."""
    parts = (bound.left, bound.right, bound.least, bound.most, bound.reason, bound.mention_id, bound.article_id)
    return DayBound(
        bound_id=hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:16],
        left_id=bound.left,
        right_id=bound.right,
        min_days=bound.least,
        max_days=bound.most,
        reason=bound.reason,
        mention_id=bound.mention_id,
        article_id=bound.article_id,
        is_set_aside=is_set_aside,
    )
