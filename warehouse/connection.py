"""Connections that read: all tables, views and macros of a warehouse."""

from __future__ import annotations

import tempfile
from pathlib import Path

import duckdb

from warehouse.generations.database import DATABASE, database_of, database_statements, write_database
from warehouse.generations.generation import Generation, current_generation


def connect(warehouse: str | Path, generation: Generation | None = None) -> duckdb.DuckDBPyConnection:
    """A read-only DuckDB connection with all tables, views and macros of ``warehouse``.

    It reads one generation, the current one unless another is given, and keeps reading it while newer ones are
    committed. The warehouse may have been moved, stand where nothing can be written, or its database file be locked by
    a program that opened it for writing. Raises NoWarehouseError when nothing has been committed and OtherSchemaError
    when it was written with other columns than this version knows.
    """
    chosen = generation or current_generation(Path(warehouse))
    chosen.require_this_schema()
    try:
        return duckdb.connect(str(database_of(chosen)), read_only=True)
    except (OSError, duckdb.IOException):
        # nothing can be written there, or somebody has the file open for writing, which locks all others out
        return _elsewhere(chosen)


def _elsewhere(generation: Generation) -> duckdb.DuckDBPyConnection:
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / DATABASE
        write_database(database, list(database_statements(generation)))
        # the views are read into memory by the first look at them; the file may then go
        connection = duckdb.connect(str(database), read_only=True)
        connection.execute("select 1 from duckdb_views()").fetchall()
    return connection
