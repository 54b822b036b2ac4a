"""Writes tables as Parquet files named by their content, so that the same rows give the same files."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from schemas import TABLES
from schemas.arrow import arrow_schema, rows_of
from warehouse.files import link_or_copy, settle
from warehouse.generations.generation import Generation

#: Rows in one file; a larger table is several files.
ROWS_PER_FILE = 500_000

#: So much of its content's SHA-256 is the name of a file.
NAME_DIGITS = 20


def write_tables(folder: Path, tables: Mapping[str, Any], previous: Generation | None) -> dict[str, tuple[str, ...]]:
    """Write each table (name -> ``pyarrow.Table``) under ``folder``; returns the names of its files, in row order.

    A file that ``previous`` has with the same content is linked instead of written again.
    """
    return {name: tuple(_write_table(folder / name, tables[name], previous)) for name in sorted(tables)}


def _write_table(folder: Path, data: Any, previous: Generation | None) -> Iterator[str]:
    folder.mkdir(parents=True)
    for content in _contents(data):
        name = f"{hashlib.sha256(content).hexdigest()[:NAME_DIGITS]}.parquet"
        _place(folder / name, content, previous)
        yield name
    settle(folder)


def _contents(data: Any) -> Iterator[Any]:
    for start in range(0, max(data.num_rows, 1), ROWS_PER_FILE):
        sink = pa.BufferOutputStream()
        pq.write_table(data.slice(start, ROWS_PER_FILE), sink, compression="zstd")
        yield memoryview(sink.getvalue())


def _place(path: Path, content: Any, previous: Generation | None) -> None:
    known = previous.path / path.parent.name / path.name if previous is not None else None
    if known is not None and known.exists():
        link_or_copy(known, path)
        return
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def read_rows(generation: Generation, table: str) -> list[Any]:
    """The rows of ``table`` in ``generation``, sorted by key; none when it has no such table."""
    return rows_of(TABLES[table], _read_table(generation, table))


def read_arrow(generation: Generation) -> dict[str, Any]:
    """Every table of ``generation`` as a ``pyarrow.Table``, by name."""
    return {table: _read_table(generation, table) for table in generation.files}


def _read_table(generation: Generation, table: str) -> Any:
    parts = [pq.read_table(file, partitioning=None) for file in generation.table_files(table)]
    return pa.concat_tables(parts) if parts else arrow_schema(TABLES[table]).empty_table()


def read_values(generation: Generation, table: str, column: str) -> list[Any]:
    """The values of one ``column``, in the order of the rows; works on generations with another schema, too."""
    files = generation.table_files(table)
    return [value for file in files for value in _one_column(file, column)]


def _one_column(file: Path, column: str) -> list[Any]:
    values: list[Any] = pq.read_table(file, columns=[column], partitioning=None).column(column).to_pylist()
    return values
