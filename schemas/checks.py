"""What every set of tables must fulfil, derived from the declarations: keys, not-null, value sets, references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from schemas.columns import TABLES, Column, Table


@dataclass(frozen=True)
class Violation:
    """A promise of the schemas that some rows break: where, which promise, how many values, and one of them."""

    where: str
    promise: str
    count: int
    example: str

    def __str__(self) -> str:
        return f"{self.where}: {self.count} x not {self.promise}, for example {self.example}"


def violations(tables: Mapping[str, Any], known: Mapping[str, Any] | None = None) -> list[Violation]:
    """Every broken promise in ``tables`` (name -> ``pyarrow.Table``); empty when all hold.

    References are looked up in ``known``, without it in ``tables`` themselves; those into a table that is not given are
    not checked.
    """
    targets = tables if known is None else known
    return [each for name, data in tables.items() for each in _table_violations(TABLES[name], data, targets)]


def _table_violations(table: Table, data: Any, tables: Mapping[str, Any]) -> Iterator[Violation]:
    yield from _key(table, data)
    for column in table.columns:
        values = data.column(column.name)
        where = f"{table.name}.{column.name}"
        if not column.is_nullable and values.null_count:
            yield Violation(where, "null-free", values.null_count, "null")
        yield from _value_set(where, column, values)
        yield from _reference(where, column, values, tables)


def _key(table: Table, data: Any) -> Iterator[Violation]:
    counted = data.select(list(table.key)).group_by(list(table.key)).aggregate([([], "count_all")])
    repeated = counted.filter(pc.greater(counted.column("count_all"), 1))
    if repeated.num_rows:
        example = {name: repeated.column(name)[0].as_py() for name in table.key}
        yield Violation(table.name, f"one row per {', '.join(table.key)}", repeated.num_rows, str(example))


def _value_set(where: str, column: Column, values: Any) -> Iterator[Violation]:
    if column.values is not None:
        allowed = [str(member) for member in column.values]
        yield from _outside(where, f"one of {', '.join(allowed)}", values, pa.array(allowed, pa.string()))


def _reference(where: str, column: Column, values: Any, tables: Mapping[str, Any]) -> Iterator[Violation]:
    if column.col.references is None:
        return
    target_table, target_column = column.col.references.split(".")
    if target_table in tables:
        yield from _outside(where, f"in {column.col.references}", values, tables[target_table].column(target_column))


def _outside(where: str, promise: str, values: Any, allowed: Any) -> Iterator[Violation]:
    known = pc.or_(pc.is_null(values), pc.is_in(values, value_set=allowed))
    strange = values.filter(pc.invert(known))
    if len(strange):
        yield Violation(where, promise, len(strange), repr(strange[0].as_py()))
