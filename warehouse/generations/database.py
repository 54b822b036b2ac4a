"""Writes ``dateline.duckdb``: views, macros and comments over one generation's files, no data."""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

import duckdb

from schemas import TABLES
from schemas.columns import Column, Table
from schemas.dictionary import meaning_of
from warehouse.files import replacing, write_bytes
from warehouse.generations.generation import Generation, schema_digest
from warehouse.generations.migrating import written_columns
from warehouse.statements import Statement, read_statements

#: Readable by DuckDB 1.5 and by 2.
STORAGE_VERSION = "v1.5.0"

DATABASE = "dateline.duckdb"
_STAMP = "dateline.duckdb.stamp"


def database_of(generation: Generation) -> Path:
    """The path of the generation's database, made anew when its folder moved or the views changed.

    Raises OSError when it has to be made anew and the folder cannot be written.
    """
    statements = list(database_statements(generation))
    stamp = hashlib.sha256("\n".join(statements).encode()).hexdigest().encode()
    database, stamp_file = generation.path / DATABASE, generation.path / _STAMP
    if not (database.exists() and stamp_file.exists() and stamp_file.read_bytes() == stamp):
        from warehouse.inbox.journal import open_journal  # noqa: PLC0415 (readers need not wait for what writes)

        # a view needs a file to look at: an older warehouse may lack a journal table that was added since
        open_journal(generation.warehouse)
        with replacing(database) as draft:
            write_database(draft, statements)
        write_bytes(stamp_file, stamp)
    return database


def write_database(path: Path, statements: list[str]) -> None:
    """Make a database file at ``path`` by ``statements``, in a format that older DuckDB versions read.

    Raises OSError when the disk is full or cannot be written.
    """
    try:
        _write_database(path, statements)
    except duckdb.Error as error:
        for number in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
            if os.strerror(number) in str(error):
                raise OSError(number, os.strerror(number), str(path)) from error
        raise
    finally:
        path.with_name(f"{path.name}.wal").unlink(missing_ok=True)


def _write_database(path: Path, statements: list[str]) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"attach {_quoted(str(path))} as dateline (storage_version {_quoted(STORAGE_VERSION)})")
        connection.execute("use dateline")
        # in one transaction: every commit of its own would wait for the disk
        connection.execute(";\n".join(("begin", *statements, "commit")))
        connection.execute("use memory")
        connection.execute("detach dateline")


def database_statements(generation: Generation) -> Iterator[str]:
    """What makes the database of ``generation``: a view per table, our views and macros, a comment on everything."""
    for table in TABLES.values():
        folder = generation.warehouse / "journal" if table.is_journal else generation.path
        yield f"create view {table.name} as {rows_in(generation, table, folder / table.name)}"
        yield f"comment on view {table.name} is {_quoted('One row is ' + table.row_is)}"
        for column in table.columns:
            unit = f" [{column.col.unit}]" if column.col.unit else ""
            yield f"comment on column {table.name}.{column.name} is {_quoted(meaning_of(column) + unit)}"
    for statement in read_statements("views"):
        yield from create_statements(statement)


def rows_in(generation: Generation, table: Table, folder: Path) -> str:
    """What gives the rows of ``table``, with the columns that are declared now."""
    if table.is_journal:
        file = next(iter(sorted(folder.rglob("*.parquet"))), None)
    else:
        file = next(iter(generation.table_files(table.name)), None)
    if file is None:
        return f"select {', '.join(_nothing(column) for column in table.columns)} where false"
    # files of the journal are of many versions
    options = ", union_by_name = true" if table.is_journal else ""
    rows = f"read_parquet({_quoted(f'{_escaped(folder)}/**/*.parquet')}{options})"
    if table.is_journal or generation.schema_digest == schema_digest():
        return f"from {rows}"
    written = written_columns(file)
    columns = [column.name if column.name in written else _nothing(column) for column in table.columns]
    return f"select {', '.join(columns)} from {rows}"  # noqa: S608 (names are declared, paths are quoted)


def _nothing(column: Column) -> str:
    return f"cast(null as {column.column_type}) as {column.name}"


def create_statements(statement: Statement) -> Iterator[str]:
    """What makes the view or macro of one .sql file, with its documentation as comment."""
    if statement.parameters is None:
        yield f"create view {statement.name} as {statement.select}"
        yield f"comment on view {statement.name} is {_quoted(statement.documentation)}"
    elif statement.value is not None:
        yield f"create macro {statement.name}({statement.parameters}) as {statement.value}"
        yield f"comment on macro {statement.name} is {_quoted(statement.documentation)}"
    else:
        yield f"create macro {statement.name}({statement.parameters}) as table {statement.select}"
        yield f"comment on macro table {statement.name} is {_quoted(statement.documentation)}"


def _escaped(folder: Path) -> str:
    """The path as a pattern that means this folder, whatever letters of patterns are in its name."""
    return re.sub(r"([*?\[])", r"[\1]", str(folder))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
