"""The words of pages around articles, as the lexicon ``pages_furniture`` knows them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from enum import StrEnum

from extractors.lexicons import load


class Scope(StrEnum):
    """How far a piece of furniture reaches."""

    LINE = "line"
    TAIL = "tail"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Furniture:
    """One kind of furniture: its name, the pattern of its lines, and how far it reaches."""

    name: str
    scope: Scope
    pattern: re.Pattern[str]


@functools.cache
def kinds() -> tuple[Furniture, ...]:
    """Every kind in the lexicon, in its order."""
    entries = load("pages_furniture")["furniture"]
    return tuple(
        Furniture(entry["name"], Scope(entry["scope"]), re.compile(entry["pattern"], re.IGNORECASE))
        for entry in entries
    )


def furniture_in(line: str) -> Furniture | None:
    """The first kind of furniture that a line (without white space around it) is, or None."""
    return next((kind for kind in kinds() if kind.pattern.search(line)), None)
