"""Days that everybody knows and that texts lean on, from the lexicon ``known_days``."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date

from extractors import lexicons


@dataclass(frozen=True, slots=True)
class KnownDay:
    """A happening that began on a day everybody can check.

    ``is_incident``: named without a year it is a year old at most. ``sides``: the codes of the
    two countries whose war it began; empty for anything else.
    """

    name: str
    first_day: date
    pattern: re.Pattern[str]
    is_incident: bool
    sides: tuple[str, ...]


@functools.cache
def known_days() -> tuple[KnownDay, ...]:
    """Every known day, in the order of the lexicon."""
    return tuple(
        KnownDay(
            name=entry["name"],
            first_day=entry["first_day"],
            pattern=re.compile("|".join(f"(?:{phrase})" for phrase in entry["phrases"]), re.IGNORECASE),
            is_incident=entry.get("is_incident", False),
            sides=tuple(entry.get("began_war_of", ())),
        )
        for entry in lexicons.load("known_days")["known_days"]
    )


def known_day_in(text: str) -> KnownDay | None:
    """The known day that ``text`` (quotes made straight) names, or None."""
    return next((known for known in known_days() if known.pattern.search(text)), None)


@functools.cache
def known_wars() -> tuple[KnownDay, ...]:
    """The known days that began a war of two countries."""
    return tuple(known for known in known_days() if known.sides)
