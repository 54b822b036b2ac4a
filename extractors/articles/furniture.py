"""The words of pages around articles, as the lexicon ``pages_furniture`` knows them."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from extractors.lexicons import load

#: Furniture is short; a paragraph may well name a newsletter or a sponsor.
_LONGEST = 300
# a capital letter (not that of an escape), or a part that minds the case
_CASED = re.compile(r"(?<!\\)[A-Z]|\(\?-i")


class Scope(StrEnum):
    """How far a piece of furniture reaches."""

    LINE = "line"
    TAIL = "tail"


@dataclass(frozen=True, slots=True)
class Furniture:
    """One kind of furniture: its name, how far it reaches, and how its lines begin or what stands in them."""

    name: str
    scope: Scope
    start: str | None
    inside: str | None

    def is_in(self, line: str) -> bool:
        """Whether the line is of this kind."""
        return _finder((self,)).find(line) is not None


class _Finder:
    """Several kinds, looked for at once: most lines are none, which three patterns tell.

    A pattern that says nothing of case itself reads lines in lower case: several times as fast as overlooking the case.
    """

    def __init__(self, kinds: Sequence[Furniture]) -> None:
        self._kinds = kinds
        starts = [kind.start for kind in kinds if kind.start]
        self._start = _any_of([one for one in starts if not _CASED.search(one)])
        self._cased_start = _any_of([one for one in starts if _CASED.search(one)])
        self._inside = _any_of([kind.inside for kind in kinds if kind.inside])

    def find(self, line: str) -> Furniture | None:
        """The first kind that the line is."""
        low = line.lower()
        if not (self._start.match(low) or self._cased_start.match(line) or self._inside.search(low)):
            return None
        return self._kinds[0] if len(self._kinds) == 1 else next((k for k in self._kinds if k.is_in(line)), None)


def _any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    """One pattern for all; for none one that nothing matches."""
    cased = any(map(_CASED.search, patterns))
    return re.compile("|".join(f"(?:{one})" for one in patterns) or r"(?!)", re.IGNORECASE if cased else re.NOFLAG)


@functools.cache
def kinds() -> tuple[Furniture, ...]:
    """Every kind in the lexicon, in its order."""
    return tuple(
        Furniture(entry["name"], Scope(entry["scope"]), entry.get("start"), entry.get("inside"))
        for entry in load("pages_furniture")["furniture"]
    )


@functools.cache
def _finder(sought: tuple[Furniture, ...]) -> _Finder:
    return _Finder(sought)


@functools.cache
def _all() -> _Finder:
    return _finder(kinds())


@functools.lru_cache(maxsize=2048)
def furniture_in(line: str) -> Furniture | None:
    """The first kind of furniture that a line (without white space around it) is, or None; long lines are none."""
    return None if len(line) > _LONGEST else _all().find(line)
