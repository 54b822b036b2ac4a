"""Asks a connection a question in SQL that can only read."""

from __future__ import annotations

from typing import Any

import duckdb

_READING = frozenset({duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN})


class QuestionError(Exception):
    """The question is not SQL that DuckDB understands, or would do more than read."""


def ask(connection: duckdb.DuckDBPyConnection, query: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Column names and rows of ``query``, one statement that only reads; raises QuestionError otherwise."""
    try:
        statements = connection.extract_statements(query)
        if len(statements) != 1 or statements[0].type not in _READING:
            raise QuestionError("only one select (or describe, show, explain, ...) is answered; nothing can be written")
        answer = connection.execute(statements[0])
        return [column[0] for column in answer.description or ()], answer.fetchall()
    except duckdb.Error as error:
        raise QuestionError(str(error)) from error
