"""What a commit changes: rows that are put, keys of rows that are removed, table by table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schemas.arrow import arrow_schema, arrow_table
from schemas.columns import Table
from warehouse.generations.generation import Generation
from warehouse.generations.tables import conform, keys_of, read_file, read_table


@dataclass(frozen=True, kw_only=True)
class Change:
    """Rows to ``put`` into a table, each new or instead of the one with its key, and keys of rows to ``remove``.

    ``put`` are rows or a ``pyarrow.Table``. A key is a tuple of the values of the table's key columns; one that is not
    there is no mistake.
    """

    put: Sequence[Any] | pa.Table = ()
    remove: Sequence[tuple[Any, ...]] = ()


@dataclass(frozen=True, kw_only=True)
class TableChange:
    """A :class:`Change` in Arrow: the rows ``put``, and the key columns of the rows to ``remove``."""

    table: Table
    put: Any
    remove: Any

    @property
    def is_empty(self) -> bool:
        """Nothing changes."""
        return not self.put.num_rows and not self.remove.num_rows

    def keys(self) -> Any:
        """The key columns of all rows that are not as they were: put or removed."""
        return pa.concat_tables([self.put.select(list(self.table.key)).cast(self.remove.schema), self.remove])


def table_change(table: Table, change: Change) -> TableChange:
    """``change`` in Arrow; raises TypeError when a row or a value is not of the table's class or types."""
    is_arrow = isinstance(change.put, pa.Table)
    return TableChange(
        table=table,
        put=conform(change.put, table) if is_arrow else arrow_table(table, change.put),
        remove=_keys(table, list(zip(*change.remove, strict=True)) or [()] * len(table.key)),
    )


def _keys(table: Table, columns: Sequence[Sequence[Any]]) -> Any:
    schema = _key_schema(table)
    arrays = [pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _key_schema(table: Table) -> Any:
    schema = arrow_schema(table)
    return pa.schema([schema.field(name) for name in table.key])


def compare(previous: Generation, table: Table, data: Any) -> TableChange:
    """How the rows of ``table`` in ``previous`` become ``data``: what is new or different, and what is gone."""
    keys = keys_of(table, data)
    known = read_table(previous, table, table.key)
    places = pc.index_in(keys_of(table, known), value_set=keys)
    is_unchanged = np.zeros(data.num_rows, bool)
    start = 0
    for file in previous.files.get(table.name, ()):
        here = places.slice(start, file.row_count)
        start += file.row_count
        if here.null_count < file.row_count:
            kept = pc.is_valid(here)
            old = read_file(previous.path / table.name / file.name, table).filter(kept)
            at = here.drop_null()
            is_unchanged[at.to_numpy()] = same_rows(old, data.take(at))
    put = data.filter(pa.array(~is_unchanged))
    return TableChange(table=table, put=put, remove=known.filter(pc.is_null(places)).cast(_key_schema(table)))


def same_rows(left: Any, right: Any) -> Any:
    """For each row whether it has the same values in both."""
    same = np.ones(left.num_rows, bool)
    for name in left.column_names:
        one, other = left.column(name), right.column(name)
        equal = pc.or_kleene(pc.equal(one, other).fill_null(False), pc.and_(pc.is_null(one), pc.is_null(other)))
        same &= equal.to_numpy()
    return same


def apply_whole(change: TableChange, rows: Any) -> Any:
    """All rows of a table after ``change``, which had ``rows`` before."""
    gone = pc.is_in(keys_of(change.table, rows), value_set=keys_of(change.table, change.keys()))
    return pa.concat_tables([rows.filter(pc.invert(gone)), change.put])
