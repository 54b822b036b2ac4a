"""Tables of rows as Arrow: one fixed schema per declared table, meaning and unit in the field metadata."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from operator import attrgetter
from typing import Any

import pyarrow as pa

from schemas.columns import Column, Table

#: The Arrow type of every Python type a column may have.
ARROW_TYPES: dict[type, Any] = {
    str: pa.string(),
    int: pa.int32(),
    bool: pa.bool_(),
    float: pa.float64(),
    date: pa.date32(),
    datetime: pa.timestamp("us", "UTC"),
}


def arrow_schema(table: Table) -> Any:
    """The ``pyarrow.Schema`` of ``table``: fixed types, not-null marks, ``meaning`` and ``unit`` per field."""
    return pa.schema([_field(column) for column in table.columns], metadata={"row_is": table.row_is})


def _field(column: Column) -> Any:
    arrow_type = pa.int64() if column.col.is_big else ARROW_TYPES[column.python_type]
    metadata = {"meaning": column.col.meaning}
    if column.col.unit is not None:
        metadata["unit"] = column.col.unit
    return pa.field(column.name, arrow_type, nullable=column.is_nullable, metadata=metadata)


def arrow_table(table: Table, rows: Iterable[Any]) -> Any:
    """The ``rows`` of ``table`` as a ``pyarrow.Table``, sorted by the key: the same rows give the same table.

    Raises TypeError when a row is not of the table's row class or a value not of its column's type.
    """
    listed: Sequence[Any] = rows if isinstance(rows, Sequence) else list(rows)
    stranger = next((row for row in listed if type(row) is not table.row_class), None)
    if stranger is not None:
        raise TypeError(f"a row of {table.name} must be a {table.row_class.__name__}, not {stranger!r}")
    schema = arrow_schema(table)
    arrays = [_array(table, field, listed) for field in schema]
    return pa.Table.from_arrays(arrays, schema=schema).sort_by([(name, "ascending") for name in table.key])


def _array(table: Table, field: Any, rows: Sequence[Any]) -> Any:
    values = list(map(attrgetter(field.name), rows))
    try:
        return pa.array(values, field.type)
    except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError) as error:
        raise TypeError(f"{table.name}.{field.name}: {error}") from error


def rows_of(table: Table, arrow: Any) -> list[Any]:
    """The rows of ``table`` in an Arrow table that has all its columns (more columns are ignored).

    Raises KeyError when a column is missing and ValueError when a value is not in its value set.
    """
    columns = [_values(column, arrow.column(column.name).to_pylist()) for column in table.columns]
    names = [column.name for column in table.columns]
    return [table.row_class(**dict(zip(names, values, strict=True))) for values in zip(*columns, strict=True)]


def _values(column: Column, values: list[Any]) -> list[Any]:
    if column.values is None:
        return values
    members = {str(member): member for member in column.values}
    return [None if value is None else members.get(value) or column.values(value) for value in values]
