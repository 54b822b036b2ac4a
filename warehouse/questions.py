"""Asks a connection a question in SQL that can only read, and only the warehouse."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import duckdb

_READING = frozenset({duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN})
_EXPLAIN = re.compile(r"\s*explain(?:\s+analyze)?(?:\s*\([^)]*\))?\s+", re.IGNORECASE)


class QuestionError(Exception):
    """The question is not SQL that DuckDB understands, or would do more than read."""


def confine(connection: duckdb.DuckDBPyConnection, warehouse: Path) -> None:
    """From now on ``connection`` opens no file but the tables of ``warehouse``, loads nothing, and stays so."""
    folders = [str((warehouse / name).resolve()) for name in ("generations", "journal")]
    connection.execute("set allowed_directories = $1", [folders])
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")


def ask(connection: duckdb.DuckDBPyConnection, query: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Column names and rows of ``query``, one statement that only reads; raises QuestionError otherwise."""
    try:
        answer = connection.execute(_checked(connection, query))
        return [column[0] for column in answer.description or ()], answer.fetchall()
    except duckdb.Error as error:
        raise QuestionError(str(error)) from error


def ask_arrow(connection: duckdb.DuckDBPyConnection, query: str) -> Any:
    """What ``query`` gives as a ``pyarrow.Table``, with its types; raises QuestionError as :func:`ask` does."""
    try:
        return connection.sql(_checked(connection, query).query).to_arrow_table()
    except duckdb.Error as error:
        raise QuestionError(str(error)) from error


def _checked(connection: duckdb.DuckDBPyConnection, query: str) -> duckdb.Statement:
    statements = connection.extract_statements(query)
    if not (len(statements) == 1 and _only_reads(connection, statements[0])):
        raise QuestionError("only one select (or describe, show, explain, ...) is answered; nothing can be written")
    return statements[0]


def _only_reads(connection: duckdb.DuckDBPyConnection, statement: duckdb.Statement) -> bool:
    if statement.type != duckdb.StatementType.EXPLAIN:
        return statement.type in _READING
    # "explain analyze" runs what it explains
    explain = _EXPLAIN.match(statement.query)
    if explain is None:
        return False
    explained = connection.extract_statements(statement.query[explain.end() :])
    return [each.type for each in explained] == [duckdb.StatementType.SELECT]


def is_complete(text: str) -> bool:
    """Whether ``text`` ends with the semicolon that ends a question; one inside quotes or a comment does not."""
    tokens = [start for start, kind in duckdb.tokenize(text) if kind != duckdb.token_type.comment]
    # tokens are counted in bytes
    return bool(tokens) and text.encode()[tokens[-1] :].startswith(b";")


def vocabulary(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """The names that a question can use: each table, view and macro, with its columns (a macro with none)."""
    words: dict[str, list[str]] = {}
    listed = connection.execute("select name from contents").fetchall()
    columns = connection.execute("select table_name, column_name from duckdb_columns() where not internal").fetchall()
    for (name,) in listed:
        words[name.split("(")[0]] = []
    for table, column in columns:
        words.setdefault(table, []).append(column)
    return words
