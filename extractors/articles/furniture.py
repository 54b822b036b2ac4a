"""The words of pages around articles, as the lexicon ``pages_furniture`` knows them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from enum import StrEnum

from extractors.lexicons import load

#: Furniture is short; a paragraph may well name a newsletter or a sponsor.
_LONGEST = 300


class Scope(StrEnum):
    """How far a piece of furniture reaches."""

    LINE = "line"
    TAIL = "tail"


@dataclass(frozen=True, slots=True)
class Furniture:
    """One kind of furniture: its name, how far it reaches, and how its lines begin or what stands in them."""

    name: str
    scope: Scope
    start: re.Pattern[str] | None
    inside: re.Pattern[str] | None

    def is_in(self, line: str) -> bool:
        """Whether the line is of this kind."""
        if self.start is not None and self.start.match(line):
            return True
        return self.inside is not None and self.inside.search(line) is not None


@functools.cache
def kinds() -> tuple[Furniture, ...]:
    """Every kind in the lexicon, in its order."""
    return tuple(
        Furniture(entry["name"], Scope(entry["scope"]), _compiled(entry.get("start")), _compiled(entry.get("inside")))
        for entry in load("pages_furniture")["furniture"]
    )


def _compiled(pattern: str | None) -> re.Pattern[str] | None:
    return None if pattern is None else re.compile(pattern, re.IGNORECASE)


@functools.lru_cache(maxsize=8192)
def furniture_in(line: str) -> Furniture | None:
    """The first kind of furniture that a line (without white space around it) is, or None; long lines are none."""
    if len(line) > _LONGEST:
        return None
    return next((kind for kind in kinds() if kind.is_in(line)), None)
