"""Reads the .sql files: file name = name, first comment = documentation, one ``select`` each.

A file whose documentation begins with ``name(parameters):`` is a macro, every other one a view. A macro that reads from
nothing gives a value, every other one a table. The documentation ends with an example that can be asked as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
_READ_FROM = re.compile(r"\b(?:from|join)\s+(\w+)")


@dataclass(frozen=True)
class Statement:
    """One .sql file: its name, documentation, macro parameters (None for a view) and ``select``."""

    name: str
    documentation: str
    parameters: str | None
    select: str

    @property
    def example(self) -> str | None:
        """The question that the documentation ends with."""
        found = re.search(r" Example: `([^`]+)`$", self.documentation)
        return found.group(1) if found else None

    @property
    def value(self) -> str | None:
        """The expression of a macro that gives a value; None for views and for macros that give tables."""
        is_value = self.parameters is not None and not _READ_FROM.search(self.select)
        return self.select.removeprefix("select").strip() if is_value else None

    def sources(self) -> frozenset[str]:
        """The names of all that it reads from or calls: tables, views, macros, functions."""
        return frozenset(_READ_FROM.findall(self.select)) | frozenset(re.findall(r"\b(\w+)\(", self.select))


@cache
def read_statements(folder: str) -> tuple[Statement, ...]:
    """The statements of ``warehouse/<folder>``, each after those it refers to.

    Raises ValueError when a file lacks its documentation or statements refer to each other in a circle.
    """
    return tuple(_in_order([_read(path) for path in sorted((_HERE / folder).glob("*.sql"))]))


def _read(path: Path) -> Statement:
    text = path.read_text(encoding="utf-8")
    comment = re.match(r"(?:--[^\n]*\n)+", text)
    if comment is None:
        raise ValueError(f"{path}: the first lines must be a comment that says what the statement gives")
    documentation = " ".join(line.removeprefix("--").strip() for line in comment.group().splitlines())
    macro = re.match(rf"{path.stem}\(([^)]*)\):\s*", documentation)
    return Statement(
        name=path.stem,
        documentation=documentation[macro.end() :] if macro else documentation,
        parameters=macro.group(1) if macro else None,
        select=text[comment.end() :].strip().rstrip(";"),
    )


def _in_order(statements: Iterable[Statement]) -> Iterable[Statement]:
    waiting = {statement.name: statement for statement in statements}
    while waiting:
        ready = [s for s in waiting.values() if not (s.sources() - {s.name}) & waiting.keys()]
        if not ready:
            raise ValueError(f"statements refer to each other in a circle: {', '.join(waiting)}")
        yield from ready
        for statement in ready:
            del waiting[statement.name]
