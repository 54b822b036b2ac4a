"""Reads and writes the Parquet files of tables; a file is named by its content, so the same rows give the same file."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from schemas import TABLES
from schemas.arrow import arrow_schema, rows_of
from schemas.columns import Table
from warehouse.files import link_or_copy, write_bytes
from warehouse.generations.generation import Generation
from warehouse.generations.indexing import INDEX, indexed_columns, write_index
from warehouse.generations.layout import DataFile, Level, Place, order_of, place_of, rows_per_group

#: So much of its content's SHA-256 is the name of a file.
_NAME_DIGITS = 20
#: What the names of files begin with. The base comes first where files are listed: by the first file DuckDB guesses how
#: many rows a table has, and by that which one of two tables it looks up in the other.
_PREFIXES = {Level.FRESH: "fresh-", Level.YOUNG: "young-", Level.BASE: ""}

#: So many bytes of a table that were read are kept for who reads them again.
_KEPT_BYTES = 128 << 20

#: So many values of a column tell whether they come back.
_LOOKED_AT = 4_096


class Shelf:
    """The folder of one table in a generation that is being written, beside the same table of the one before.

    Not for several threads.
    """

    def __init__(self, table: Table, draft: Path, previous: Path | None) -> None:
        self.table = table
        self._folder = draft / table.name
        self._index = draft / INDEX / table.name
        self._previous = previous
        self._read: dict[str, Any] = {}
        self._folder.mkdir(parents=True)
        self._is_indexed = previous is not None and (previous / INDEX / table.name).is_dir()
        if self._is_indexed:
            self._index.mkdir(parents=True)

    @property
    def folder(self) -> Path:
        """Where the files are written."""
        return self._folder

    def write(self, data: Any, level: Level, *, is_indexed: bool) -> DataFile:
        """Write the sorted rows ``data`` as one file; a file that is there already, or was before, is linked."""
        content = _content(self.table, data)
        name = f"{_PREFIXES[level]}{hashlib.sha256(content).hexdigest()[:_NAME_DIGITS]}.parquet"
        first, last = (_place_at(self.table, data, at) for at in (0, data.num_rows - 1))
        file = DataFile(name=name, row_count=data.num_rows, level=level, first=first, last=last)
        if self._link(name):
            return file
        write_bytes(self._folder / name, content)
        if is_indexed:
            write_index(self._index / name, self.table, data)
        return file

    def keep(self, file: DataFile) -> DataFile:
        """Take over ``file`` of the generation before."""
        if not self._link(file.name):
            raise FileNotFoundError(f"{self._before(file)} is gone")
        return file

    def read(self, file: DataFile) -> Any:
        """The rows of ``file`` of the generation before."""
        if file.name in self._read:
            return self._read[file.name]
        rows = read_file(self._before(file), self.table)
        # what is looked at is often written again; but a large table is not kept in memory for that
        if sum(each.nbytes for each in self._read.values()) < _KEPT_BYTES:
            self._read[file.name] = rows
        return rows

    def _before(self, file: DataFile) -> Path:
        return (self._previous or self._folder.parent) / self.table.name / file.name

    def _link(self, name: str) -> bool:
        if (self._folder / name).exists():
            return True
        if self._previous is None or not _linked(self._previous / self.table.name, self._folder, name):
            return False
        if self._is_indexed and not _linked(self._previous / INDEX / self.table.name, self._index, name):
            # a table that was small until now: better once than for every question to come
            columns = indexed_columns(self.table)
            write_index(self._index / name, self.table, read_file(self._folder / name, self.table, columns))
        return True


def _linked(source: Path, folder: Path, name: str) -> bool:
    """The file ``name`` of the folder ``source`` is in ``folder``, too; False when there is none."""
    try:
        link_or_copy(source / name, folder / name)
    except FileNotFoundError:
        return False
    return True


def _content(table: Table, data: Any) -> Any:
    sink = pa.BufferOutputStream()
    pq.write_table(
        data,
        sink,
        compression="zstd",
        row_group_size=rows_per_group(table, data.num_rows),
        use_dictionary=[name for name in data.column_names if _repeats(data.column(name))],
        write_statistics=[column.name for column in table.columns if not column.col.is_text],
    )
    return memoryview(sink.getvalue())


def _repeats(column: Any) -> bool:
    """The values of ``column`` come back; judged by its first rows.

    A dictionary of ids or sentences, each there once, saves nothing, and costs whoever writes or reads the column.
    """
    looked_at = column.slice(0, _LOOKED_AT)
    return bool(2 * pc.count_distinct(looked_at).as_py() <= len(looked_at))


def is_named_by(file: Path, digest: str) -> bool:
    """``file`` has the name of a content with this SHA-256 (hexadecimal)."""
    return file.stem.rpartition("-")[2] == digest[:_NAME_DIGITS]


def _place_at(table: Table, data: Any, at: int) -> Place:
    if at < 0 or not data.num_rows:
        return ()
    return place_of([data.column(name)[at].as_py() for name in order_of(table)])


def in_order(table: Table, data: Any) -> Any:
    """The rows ``data`` sorted as ``table`` lies on disk."""
    return data.sort_by([(name, "ascending") for name in order_of(table)])


def read_file(path: Path, table: Table, columns: Sequence[str] | None = None) -> Any:
    """The rows of a Parquet file as ``table`` is declared now: columns that it was written without are null."""
    with pq.ParquetFile(path) as opened:
        return conform(opened.read(columns=columns), table, columns)


def conform(data: Any, table: Table, columns: Sequence[str] | None = None) -> Any:
    """``data`` with the declared ``columns`` (all, unless named): what was never written is null.

    Raises ValueError when a column that cannot be null is missing or a column has another type.
    """
    schema = arrow_schema(table)
    fields = [schema.field(name) for name in columns] if columns is not None else list(schema)
    return pa.Table.from_arrays([_column(data, field) for field in fields], schema=pa.schema(fields, schema.metadata))


def _column(data: Any, field: Any) -> Any:
    if field.name not in data.column_names:
        if not field.nullable:
            raise ValueError(f"{field.name} was never written")
        return pa.nulls(data.num_rows, field.type)
    column = data.column(field.name)
    if column.type != field.type:
        raise ValueError(f"{field.name} was written as {column.type}")
    return column


def read_rows(generation: Generation, table: str) -> list[Any]:
    """The rows of ``table`` in ``generation``, sorted by key; none when it has no such table."""
    declared = TABLES[table]
    return rows_of(declared, read_table(generation, declared).sort_by([(name, "ascending") for name in declared.key]))


def read_arrow(generation: Generation) -> dict[str, Any]:
    """Every declared table of ``generation`` as a ``pyarrow.Table``, by name."""
    return {name: read_table(generation, table) for name, table in TABLES.items() if not table.is_journal}


def read_table(generation: Generation, table: Table, columns: Sequence[str] | None = None) -> Any:
    """The rows of ``table`` in ``generation`` as a ``pyarrow.Table`` of the ``columns`` that are named, else of all."""
    parts = [read_file(file, table, columns) for file in generation.table_files(table.name)]
    return pa.concat_tables(parts) if parts else conform(arrow_schema(table).empty_table(), table, columns)


def keys_of(table: Table, data: Any) -> Any:
    """The key of each row of ``data`` as one string, such that different keys are different strings."""
    columns = [pc.cast(data.column(name), pa.string()) for name in table.key]
    return columns[0] if len(columns) == 1 else pc.binary_join_element_wise(*columns, "\0")


def read_values(generation: Generation, table: str, column: str) -> list[Any]:
    """The values of one ``column``, in the order of the rows; works on generations with another schema, too."""
    files = generation.table_files(table)
    return [value for file in files for value in _one_column(file, column)]


def _one_column(file: Path, column: str) -> list[Any]:
    values: list[Any] = pq.read_table(file, columns=[column], partitioning=None).column(column).to_pylist()
    return values
