"""Rows for tests: a test says the columns it is about, the rest is filled with the plainest value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from schemas import TABLES
from schemas.arrow import arrow_table
from schemas.columns import Column

_PLAINEST: dict[type, Any] = {
    str: "",
    int: 0,
    bool: False,
    float: 0.0,
    date: date(2000, 1, 1),
    datetime: datetime(2000, 1, 1, tzinfo=UTC),
}
#: Where the plainest value would mean something special.
_USUAL: dict[str, Any] = {
    "articles.is_latest": True,
    "events.status": "occurred",
    "event_mentions.status": "occurred",
    "events.precision": "day",
    "event_mentions.precision": "day",
    "time_expressions.precision": "day",
}


def row(table: str, **fields: Any) -> Any:
    """A row of ``table`` with the given columns; raises KeyError on a column that is not declared."""
    declared = TABLES[table]
    unknown = fields.keys() - {column.name for column in declared.columns}
    if unknown:
        raise KeyError(f"{table} has no column {', '.join(unknown)}")
    values = {column.name: _value(table, column, fields) for column in declared.columns}
    return declared.row_class(**values)


def _value(table: str, column: Column, fields: Mapping[str, Any]) -> Any:
    value = fields.get(column.name, _USUAL.get(f"{table}.{column.name}"))
    if value is None and not column.is_nullable:
        value = next(iter(column.values)) if column.values else _PLAINEST[column.python_type]
    return column.values(value) if column.values and value is not None else value


def rows(given: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, list[Any]]:
    """Rows of several tables, by table name."""
    return {table: [row(table, **fields) for fields in listed] for table, listed in given.items()}


def arrow_tables(given: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
    """Every declared table as an Arrow table, empty where ``given`` has no rows."""
    return {name: arrow_table(table, given.get(name, ())) for name, table in TABLES.items()}
