"""The day an article speaks from: its publication day, or what its words alone allow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from extractors.calendar.clues import INCIDENT
from extractors.calendar.recurrences import named, narrowed
from extractors.claims import Reference, ReferenceClue
from extractors.days import ANY_DAY, Days, day_of


def reference_of(published_day: date | None, clues: Sequence[ReferenceClue]) -> Reference:
    """The days the words can have been spoken: the publication day if one was believed, else what the clues allow."""
    if published_day is not None:
        return Reference(
            days=day_of(published_day), rule="published", explanation=f"the article was published on {published_day}"
        )
    days, used = _meeting(clues)
    is_recent = any(clue.rule == INCIDENT for clue in used)
    days, recurring = narrowed(days, clues, is_recent=is_recent)
    used += recurring
    if not used:
        return Reference(days=ANY_DAY, rule="unknown", explanation="no words bound the day it speaks from")
    words = "; ".join(f"“{clue.quote}” ({named(clue.rule)}{_allowed(clue)})" for clue in used)
    return Reference(days=days, rule="content", explanation=f"what the words allow: {words}")


def _meeting(clues: Sequence[ReferenceClue]) -> tuple[Days, list[ReferenceClue]]:
    """The days that the clues allow together, and the clues that bound them; a clue that contradicts is left out."""
    days, used = ANY_DAY, list[ReferenceClue]()
    for clue in clues:
        common = days.intersection(clue.days)
        if common is not None and common != days:
            days = common
            used.append(clue)
    return days, [clue for clue in used if clue.days.first == days.first or clue.days.last == days.last]


def _allowed(clue: ReferenceClue) -> str:
    return "" if clue.days == ANY_DAY else f": {shown(clue.days)}"


def shown(days: Days) -> str:
    """``days`` in the words of an explanation: ``2025-08-18 .. 2025-08-24``; an open side stays empty."""
    if days.is_day:
        return f"{days.first}"
    return f"{days.first or ''} .. {days.last or ''}".strip()
