"""Writes docs/tables.md from the declarations: ``python -m schemas.pages > docs/tables.md``."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from schemas import TABLES, Table
from schemas.columns import Column

_HEAD = """# Tables

Generated from `schemas/` by `make documents`; a test fails when it is out of date.

Every table is always there, even empty, as plain Parquet in `<warehouse>/current/<table>/**/*.parquet` (the journal in
`<warehouse>/journal/<table>/`) and as a view of that name in `<warehouse>/dateline.duckdb`. A `_day` is a civil date,
an `_at` an instant in UTC, an `_offset` counts Unicode code points of the body text. Days are intervals, both ends
included; an empty end is unbounded.

| table | one row is |
|---|---|
"""


def tables_page() -> str:
    """The page: every table with its grain, key and columns, by name."""
    tables = sorted(TABLES.values(), key=lambda table: table.name)
    contents = "".join(f"| [{table.name}](#{table.name}) | {table.row_is} |\n" for table in tables)
    return _HEAD + contents + "\n" + "\n".join(line for table in tables for line in _table(table))


def _table(table: Table) -> Iterator[str]:
    yield f"## {table.name}"
    yield ""
    journal = " Appended to, outside the generations." if table.is_journal else ""
    yield f"One row is {table.row_is}; the key is {', '.join(f'`{name}`' for name in table.key)}.{journal}"
    yield ""
    yield "| column | type | meaning |"
    yield "|---|---|---|"
    yield from (_column(column) for column in table.columns)
    yield ""


def _column(column: Column) -> str:
    parts = [column.col.meaning]
    if column.values is not None:
        parts.append("one of " + ", ".join(f"`{value}`" for value in column.values))
    if column.col.references is not None:
        parts.append(f"refers to `{column.col.references}`")
    if column.col.unit is not None:
        parts.append(f"unit: {column.col.unit}")
    kind = column.column_type if column.is_nullable else f"{column.column_type}, never null"
    return f"| `{column.name}` | {kind} | {'; '.join(parts).replace('|', '/')} |"


if __name__ == "__main__":
    sys.stdout.write(tables_page())
