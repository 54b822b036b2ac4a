"""Days of named days: fixed ones from the lexicon, movable ones from the ``holidays`` library."""

from __future__ import annotations

import functools
from datetime import date
from typing import Any

from extractors import lexicons
from extractors.days import add_days


@functools.cache
def holiday_day(name: str, year: int) -> date | None:
    """The day of the named day ``name`` in ``year``; None when that year has none or it cannot be told."""
    entry = _named_days()[name]
    if "fixed" in entry:
        month, day = entry["fixed"].split("-")
        return date(year, int(month), int(day))
    if not 1900 <= year <= 2100:
        return None
    if entry.get("rule") == "us_election":
        return _election_day(year)
    movable = _movable(entry["library"], entry["country"], year)
    return None if movable is None else add_days(movable, entry.get("shift", 0))


@functools.cache
def _named_days() -> dict[str, dict[str, Any]]:
    return {entry["name"]: entry for entry in lexicons.load("time_named_days")["named_day"]}


def _election_day(year: int) -> date:
    """The Tuesday after the first Monday of November; in odd years states and cities vote."""
    first = date(year, 11, 1)
    return add_days(first, (0 - first.weekday()) % 7 + 1)


@functools.cache
def _movable(label: str, country: str, year: int) -> date | None:
    import holidays  # noqa: PLC0415 - slow to load, and few texts name a movable day

    calendar = holidays.country_holidays(country, years=year, observed=False, language="en_US")
    days = sorted(day for day, text in calendar.items() if label in text.split("; "))
    return days[0] if days else None
