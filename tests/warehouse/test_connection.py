"""Reading: through moves, commits, old files and disks that cannot be written."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

import warehouse
from tests.warehouse import little
from warehouse.generations import current_generation
from warehouse.statements import Statement, read_statements


def _labels(connection: duckdb.DuckDBPyConnection) -> list[str]:
    return [label for (label,) in connection.execute("select label from chronology").fetchall()]


def test_a_moved_warehouse_is_read_where_it_is(tmp_path: Path) -> None:
    """After a move every command reads the new place, and so does the database file that anybody may open."""
    little.write(tmp_path / "old", 2)
    with warehouse.connect(tmp_path / "old") as connection:
        assert _labels(connection) == ["meeting 0", "meeting 1"]
    (tmp_path / "old").rename(tmp_path / "new [house]*'s")
    moved = tmp_path / "new [house]*'s"
    with warehouse.connect(moved) as connection:
        assert _labels(connection) == ["meeting 0", "meeting 1"]
        assert connection.execute("select count(*) from ingestions").fetchone() == (2,)
    with duckdb.connect(str(moved / "dateline.duckdb"), read_only=True) as connection:
        assert _labels(connection) == ["meeting 0", "meeting 1"]


def test_a_copy_reads_itself(tmp_path: Path) -> None:
    """A copied warehouse does not read the original."""
    little.write(tmp_path / "old", 2)
    shutil.copytree(tmp_path / "old", tmp_path / "new", symlinks=True)
    shutil.rmtree(tmp_path / "old")
    with warehouse.connect(tmp_path / "new") as connection:
        assert _labels(connection) == ["meeting 0", "meeting 1"]


def test_readers_keep_their_generation_while_another_is_committed(tmp_path: Path) -> None:
    """Two readers that were there before the commit read the old tables to the end, a third one the new."""
    little.write(tmp_path, 2)
    with warehouse.connect(tmp_path) as first, warehouse.connect(tmp_path) as second:
        assert len(_labels(first)) == 2
        little.write(tmp_path, 3)
        assert len(_labels(first)) == 2
        assert len(_labels(second)) == 2
        with warehouse.connect(tmp_path) as third:
            assert len(_labels(third)) == 3


def test_an_older_generation_can_be_read(tmp_path: Path) -> None:
    """A connection to a kept generation gives what was known then."""
    little.write(tmp_path, 2)
    before = current_generation(tmp_path)
    little.write(tmp_path, 3)
    with warehouse.connect(tmp_path, before) as connection:
        assert len(_labels(connection)) == 2


def test_where_nothing_can_be_written_it_is_read_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A warehouse that moved to a read-only disk gives all views."""
    little.write(tmp_path, 2)

    def refuse(*_: object) -> Path:
        raise OSError("read-only")

    monkeypatch.setattr("warehouse.connection.database_of", refuse)
    with warehouse.connect(tmp_path) as connection:
        assert _labels(connection) == ["meeting 0", "meeting 1"]


def test_a_program_that_holds_the_file_open_does_not_lock_readers_out(tmp_path: Path) -> None:
    """Another process that opened dateline.duckdb for writing, as database tools do, is no hindrance."""
    little.write(tmp_path, 2)
    program = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", program, tmp_path / "dateline.duckdb"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        with warehouse.connect(tmp_path) as connection:
            assert _labels(connection) == ["meeting 0", "meeting 1"]
        other.kill()


def test_nothing_can_be_written_through_it(tmp_path: Path) -> None:
    """The connection is read-only."""
    little.write(tmp_path, 1)
    with warehouse.connect(tmp_path) as connection, pytest.raises(duckdb.InvalidInputException, match="read-only"):
        connection.execute("create table notes (words varchar)")


def test_views_are_all_there(tmp_path: Path) -> None:
    """Each .sql file in views/ can be asked in a warehouse with rows."""
    little.write(tmp_path, 2)
    with warehouse.connect(tmp_path) as connection:
        for statement in read_statements("views"):
            connection.execute(_question(statement)).fetchall()


def _question(statement: Statement) -> str:
    if statement.parameters is None:
        return f"from {statement.name}"
    nothing = ", ".join("null" for _ in statement.parameters.split(","))
    return f"{'from' if statement.value is None else 'select'} {statement.name}({nothing})"


def test_plain_parquet_can_be_read_by_glob(tmp_path: Path) -> None:
    """Who knows no Dateline reads current/<table>/**/*.parquet."""
    little.write(tmp_path, 3)
    assert len(duckdb.read_parquet(f"{tmp_path}/current/events/**/*.parquet")) == 3
