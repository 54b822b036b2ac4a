"""Finds rows of a generation by their ids, reading only the files that may hold them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from schemas.arrow import arrow_schema
from schemas.columns import Table
from warehouse.generations.generation import Generation
from warehouse.generations.indexing import INDEX, hashes, indexed_columns, may_hold
from warehouse.generations.layout import DataFile
from warehouse.generations.tables import conform, keys_of, read_file


def files_with(generation: Generation, table: Table, column: str, values: Any) -> Iterator[DataFile]:
    """The files of ``table`` that may have one of ``values`` (strings) in ``column``; all others surely have none."""
    files = generation.files.get(table.name, ())
    if not len(values):
        return
    if len(files) < 2 or column not in indexed_columns(table):
        yield from files
        return
    wanted = hashes(values)
    # thousands of names a commit: as text, because paths are slow to make
    indexes, folder = f"{generation.path}/{INDEX}/{table.name}", f"{generation.path}/{table.name}"
    for file in files:
        if may_hold(f"{indexes}/{file.name}", f"{folder}/{file.name}", column, wanted):
            yield file


def rows_with(generation: Generation, table: Table, column: str, values: Any) -> Any:
    """The rows of ``table`` that have one of ``values`` (strings) in ``column``, as a ``pyarrow.Table``."""
    parts = [arrow_schema(table).empty_table()]
    for file in files_with(generation, table, column, values):
        parts += _matching(generation.path / table.name / file.name, table, column, values)
    return pa.concat_tables(parts)


def _matching(path: Path, table: Table, column: str, values: Any) -> Iterator[Any]:
    """The rows of one file; of its row groups only those are read whole that have some."""
    with pq.ParquetFile(path) as opened:
        for number in range(opened.num_row_groups):
            mask = pc.is_in(opened.read_row_group(number, columns=[column]).column(0), value_set=values)
            if pc.any(mask).as_py():
                yield conform(opened.read_row_group(number), table).filter(mask)


def keys_found(generation: Generation, table: Table, keys: Any) -> dict[DataFile, Any]:
    """The files that hold a row with one of ``keys`` (the key's columns), each with the mask of the rows that do."""
    wanted = keys_of(table, keys)
    found = {}
    for file in _files_with_all(generation, table, keys):
        held = keys_of(table, read_file(generation.path / table.name / file.name, table, table.key))
        mask = pc.is_in(held, value_set=wanted)
        if pc.any(mask).as_py():
            found[file] = mask
    return found


def _files_with_all(generation: Generation, table: Table, keys: Any) -> Iterator[DataFile]:
    """The files that may have one of the values in each column of ``keys``."""
    found = set(generation.files.get(table.name, ())) if keys.num_rows else set()
    for column in keys.column_names:
        found &= set(files_with(generation, table, column, pc.unique(keys.column(column))))
    return iter(file for file in generation.files.get(table.name, ()) if file in found)
