"""What a new generation changed, in numbers."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from schemas import TABLES
from schemas.arrow import arrow_schema
from warehouse.generations.generation import Generation, schema_digest
from warehouse.statements import read_statements

#: The tables that are compared.
COMPARED = ("articles", "rejections", "events", "findings")


@dataclass(frozen=True, kw_only=True)
class Changes:
    """How many rows are new, changed or gone."""

    new_article_count: int = 0
    new_rejection_count: int = 0
    new_event_count: int = 0
    changed_event_count: int = 0
    gone_event_count: int = 0
    new_finding_count: int = 0
    resolved_finding_count: int = 0


def count_changes(before: Generation | None, after: Generation) -> Changes:
    """What ``after`` changed; without a generation ``before``, or with one of another schema, all of it is new."""
    (statement,) = read_statements("changes")
    with duckdb.connect() as connection:
        for table in COMPARED:
            _show(connection, f"{table}_before", table, before)
            _show(connection, f"{table}_after", table, after)
        answer = connection.execute(statement.select)
        names = [column[0] for column in answer.description or ()]
        counts = answer.fetchone()
    return Changes(**dict(zip(names, counts or (), strict=True)))


def _show(connection: duckdb.DuckDBPyConnection, name: str, table: str, generation: Generation | None) -> None:
    is_comparable = generation is not None and generation.schema_digest == schema_digest()
    files = generation.table_files(table) if generation is not None and is_comparable else []
    if files:
        connection.read_parquet([str(file) for file in files]).create_view(name)
    else:
        connection.register(name, arrow_schema(TABLES[table]).empty_table())
