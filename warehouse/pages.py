"""Writes docs/views.md from the .sql files: ``python -m warehouse.pages > docs/views.md``."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from warehouse.statements import read_statements

_HEAD = """# Views, findings and integrity checks

Generated from the first comments in `warehouse/**/*.sql` by `make documents`; a test fails when it is out of date.
"""

_CHAPTERS = (
    ("views", "Views and macros: what can be asked of a warehouse"),
    ("findings", "Findings: checks that fill the table `findings` (the other kinds are made by the calendar)"),
    ("integrity", "Integrity: what stops a commit when it does not hold"),
)


def views_page() -> str:
    """The page: every .sql file with its documentation, by what it is for."""
    return "\n".join([_HEAD, *(line for folder, title in _CHAPTERS for line in _chapter(folder, title))])


def _chapter(folder: str, title: str) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    for statement in sorted(read_statements(folder), key=lambda statement: statement.name):
        parameters = "" if statement.parameters is None else f"({statement.parameters})"
        yield f"- `{statement.name}{parameters}`: {statement.documentation}"
    yield ""


if __name__ == "__main__":
    sys.stdout.write(views_page())
