"""The database file of a generation: documented, readable by older versions, made anew only when it must be."""

from __future__ import annotations

from pathlib import Path

import duckdb

from schemas import TABLES
from tests.warehouse import little
from warehouse.generations import current_generation
from warehouse.generations.database import database_of


def test_everything_has_a_comment(tmp_path: Path) -> None:
    """Every table, column, view and macro of the database carries its documentation, units included."""
    little.write(tmp_path, 1)
    with duckdb.connect(str(tmp_path / "dateline.duckdb"), read_only=True) as connection:
        bare = connection.execute("select view_name from duckdb_views() where not internal and comment is null")
        assert bare.fetchall() == []
        question = "select table_name, column_name, comment from duckdb_columns() where not internal"
        comments = {(table, column): comment for table, column, comment in connection.execute(question).fetchall()}
        macros = connection.execute("select comment from duckdb_functions() where function_name = 'status_as_of'")
        assert macros.fetchall() != [(None,)]
    for table in TABLES.values():
        for column in table.columns:
            assert comments[table.name, column.name].startswith(column.col.meaning)
    assert comments["event_mentions", "start_offset"].endswith("[code point]")


def test_older_duckdb_versions_can_read_it(tmp_path: Path) -> None:
    """The file is written in the storage format of DuckDB 1.5."""
    little.write(tmp_path, 1)
    with duckdb.connect(str(tmp_path / "dateline.duckdb"), read_only=True) as connection:
        (tags,) = connection.execute("select tags from duckdb_databases() where not internal").fetchall()
    assert tags[0]["storage_version"].startswith("v1.5")


def test_it_is_made_anew_only_when_it_must_be(tmp_path: Path) -> None:
    """Asking for it again leaves the file alone; a move writes another one."""
    little.write(tmp_path / "old", 1)
    generation = current_generation(tmp_path / "old")
    made = database_of(generation).stat().st_ino
    assert database_of(generation).stat().st_ino == made
    (tmp_path / "old").rename(tmp_path / "new")
    assert database_of(current_generation(tmp_path / "new")).stat().st_ino != made
