"""The examples that patterns of the lexicons carry: read here for the tests and for the generated page of the docs.

An example is one line: ``reference day | text with [the expression] in brackets | TimeML value | days``. A list has
several bracketed expressions, then several values and days in turn. Days are ``2023-06-05``, ``first..last``, one side
left out where it is open, or ``-`` for none. A counter-example ends after its text: the words in brackets must not be
an expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extractors import lexicons
from extractors.time_expressions.find import find
from extractors.time_expressions.forms import PATTERN_LEXICONS
from schemas import TimeExpression

_BRACKETED = re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Example:
    """One line of a lexicon: the text, and for each bracketed expression its words, value and days."""

    lexicon: str
    pattern: str
    reference: date
    text: str
    spans: tuple[tuple[int, int], ...]
    values: tuple[str, ...]
    days: tuple[str, ...]

    def quotes(self) -> list[str]:
        """The words of the bracketed expressions."""
        return [self.text[start:end] for start, end in self.spans]


def examples(key: str = "examples") -> Iterator[Example]:
    """The examples of every pattern, or with ``key="not_examples"`` the counter-examples."""
    for lexicon in PATTERN_LEXICONS:
        for entry in lexicons.load(lexicon)["pattern"]:
            for line in entry.get(key, ()):
                yield parse(lexicon, entry["name"], line)


def parse(lexicon: str, pattern: str, line: str) -> Example:
    """The example that ``line`` writes; raises ValueError when it has no reference day or no brackets."""
    day, bracketed, *told = (field.strip() for field in line.split(" | "))
    spans, text, position = [], "", 0
    for match in _BRACKETED.finditer(bracketed):
        text += bracketed[position : match.start()]
        spans.append((len(text), len(text) + len(match.group(1))))
        text += match.group(1)
        position = match.end()
    if not spans:
        raise ValueError(f"no brackets in example: {line}")
    text += bracketed[position:]
    values, days = tuple(told[0::2]), tuple(told[1::2])
    return Example(lexicon, pattern, date.fromisoformat(day), text, tuple(spans), values, days)


def found_in(example: Example) -> list[TimeExpression | None]:
    """What ``find`` gives for each bracketed expression; None where it finds none with exactly these words."""
    found = {(one.start_offset, one.end_offset): one for one in find(example.text, example.reference)}
    return [found.get(span) for span in example.spans]


def days_as_told(found: TimeExpression) -> str:
    """The days of ``found`` as examples write them."""
    first, last = found.first_day, found.last_day
    if first is None and last is None:
        return "-"
    return str(first) if first == last else f"{first or ''}..{last or ''}"
