"""An expression as it is found in a text, and as it leaves the resolver."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.days import Days
from extractors.time_expressions.forms import Pattern
from extractors.time_expressions.meanings import Meaning
from schemas.enumerations import Anchor, Precision, TimexType


@dataclass(frozen=True, slots=True)
class Found:
    """An expression as recognised: where it stands, what it says, the tense and the words around it."""

    start: int
    end: int
    sentence: int
    pattern: Pattern
    meaning: Meaning
    tense: int
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """An expression as resolved."""

    timex_type: TimexType
    value: str
    days: Days | None
    precision: Precision
    anchor: Anchor
    explanation: str
