"""Writes a copy of a generation for others to read: a warehouse without raw bytes, with or without texts."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pyarrow as pa

from schemas import TABLES
from schemas.columns import Column, Table
from warehouse.errors import WarehouseError
from warehouse.files import write_bytes
from warehouse.generations.database import database_of
from warehouse.generations.generation import MANIFEST, Generation, manifest_of, read_generation
from warehouse.generations.layout import DataFile
from warehouse.generations.tables import Shelf, in_order, read_file
from warehouse.generations.writing import switch
from warehouse.locking import PUBLISHED


def text_columns() -> list[str]:
    """The columns that hold sentences of articles, as ``table.column``; a copy without texts has them empty."""
    return [
        f"{table.name}.{column.name}" for table in TABLES.values() for column in table.columns if column.col.is_text
    ]


def publish(generation: Generation, folder: Path, *, is_without_text: bool) -> Generation:
    """Write ``generation`` to ``folder``, which must not hold anything yet, as a warehouse that can only be read.

    It has all tables, views and the journal; no raw bytes, claims and corrections. Without text the columns of
    :func:`text_columns` are empty: null where they may be, else an empty string. Raises WarehouseError when something
    is in the way.
    """
    folder = folder.resolve()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WarehouseError(f"{folder} is not empty: name a folder that is not there yet")
    generation.require_this_schema()
    emptied = text_columns() if is_without_text else []
    # said first, so that nobody runs articles into half a copy
    content = {"run_id": generation.run_id, "empty_columns": emptied}
    write_bytes(folder / PUBLISHED, json.dumps(content, indent=1).encode() + b"\n")
    place = folder / "generations" / generation.run_id
    tables = [table for table in TABLES.values() if not table.is_journal]
    files = {table.name: _copy(Shelf(table, place, None), generation, is_without_text) for table in tables}
    shutil.copytree(generation.warehouse / "journal", folder / "journal", ignore=shutil.ignore_patterns("pending"))
    manifest = manifest_of(files)
    database_of(read_generation(place, manifest))
    write_bytes(place / MANIFEST, manifest)
    published = read_generation(place)
    switch(published)
    return published


def _copy(shelf: Shelf, generation: Generation, is_without_text: bool) -> tuple[DataFile, ...]:
    table = shelf.table
    copied = []
    for file in generation.files[table.name]:
        rows = read_file(generation.path / table.name / file.name, table)
        rows = _emptied(table, rows) if is_without_text else rows
        copied.append(shelf.write(in_order(table, rows), file.level, is_indexed=False))
    return tuple(copied)


def _emptied(table: Table, rows: Any) -> Any:
    for at, column in enumerate(table.columns):
        if column.col.is_text:
            rows = rows.set_column(at, rows.schema.field(at), _nothing(column, rows.num_rows))
    return rows


def _nothing(column: Column, count: int) -> Any:
    return pa.nulls(count, pa.string()) if column.is_nullable else pa.repeat(pa.scalar("", pa.string()), count)
