"""Times before our era: no civil days, but the years of a story still follow each other, counting down."""

from __future__ import annotations

from dataclasses import replace

from extractors.time_expressions.meanings import Calendar, Relative, Shift

_UNIT_YEARS = {"year": 1, "decade": 10}


def told_in(meaning: Calendar | Relative | Shift, story: Calendar) -> Calendar | None:
    """The full calendar part that ``meaning`` names in a story that has come to the year ``story`` before our era.

    None when it names a year of its own, or when it needs days.
    """
    if story.year is None or not story.is_before_christ:
        return None
    if isinstance(meaning, Calendar):
        is_yearless = meaning.year is None and meaning.century is None and meaning.decade is None
        is_named = meaning.month is not None or meaning.season is not None
        return (
            replace(meaning, year=story.year, is_before_christ=True, selector=None)
            if is_yearless and is_named
            else None
        )
    if meaning.unit not in _UNIT_YEARS:
        return None
    steps = meaning.steps if isinstance(meaning, Relative) else meaning.sign * round(meaning.count.least)
    year = story.year - steps * _UNIT_YEARS[meaning.unit]
    if year < 1:
        return None
    if meaning.unit == "decade" and isinstance(meaning, Relative):
        return Calendar(decade=year // 10, is_before_christ=True)
    return Calendar(year=year, is_before_christ=True)
