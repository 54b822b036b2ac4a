"""Warehouses of older versions: read as they are where nothing must be made up, written anew by the next commit."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import warehouse
from tests.warehouse import little
from warehouse.errors import OtherSchemaError
from warehouse.generations import Change, commit, commit_changes, current_generation, read_rows
from warehouse.generations.generation import MANIFEST
from warehouse.inbox import read_inputs
from warehouse.inbox.inputs import input_as_json


def age(folder: Path, table: str, *columns: str, is_first_format: bool = False) -> None:
    """Make of the current generation what a version without ``columns`` (without any: without the table) wrote."""
    generation = current_generation(folder)
    for path in generation.table_files(table):
        rows = pq.read_table(path, partitioning=None)
        path.unlink()
        if columns:
            pq.write_table(rows.drop_columns(list(columns)), path.with_name(f"a{path.name}"))
    manifest = json.loads((generation.path / MANIFEST).read_bytes())
    manifest["schema_digest"] = "another"
    if columns:
        manifest["files"][table] = [[f"a{name}", *rest] for name, *rest in manifest["files"][table]]
    else:
        del manifest["files"][table]
    if is_first_format:
        inputs = [json.dumps(input_as_json(item), default=str) + "\n" for item in read_inputs(generation.path)]
        (generation.path / "inputs.jsonl").write_text("".join(inputs), encoding="utf-8")
        del manifest["format"], manifest["files"]["inputs"]
        manifest["files"] = {name: [file[0] for file in files] for name, files in manifest["files"].items()}
    (generation.path / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    for name in ("dateline.duckdb", "dateline.duckdb.stamp"):
        (generation.path / name).unlink()


@pytest.mark.parametrize("is_first_format", [True, False])
def test_a_column_that_was_added_is_null_until_it_is_written(tmp_path: Path, *, is_first_format: bool) -> None:
    """All views answer; a change to such a warehouse writes all tables with all columns, and loses no row."""
    little.write(tmp_path, 3)
    age(tmp_path, "events", "actor_1", "place_id", is_first_format=is_first_format)
    with warehouse.connect(tmp_path) as connection:
        assert connection.execute("select actor_1, label from events where event_id = 'e1'").fetchall() == [
            (None, "meeting 1")
        ]
        assert len(connection.table("chronology")) == 3
    assert [event.actor_1 for event in read_rows(current_generation(tmp_path), "events")] == [None] * 3
    coming = {name: Change(put=rows[3:]) for name, rows in little.tables(4).items()}
    after = commit_changes(tmp_path, coming, inputs=Change(put=little.inputs(4)[3:]))
    assert after is not None
    assert len(read_inputs(after.path)) == 4
    again = commit(tmp_path / "new", little.tables(4), inputs=little.inputs(4))
    assert again is not None
    assert after.files == again.files


def test_a_table_that_was_added_is_empty(tmp_path: Path) -> None:
    """A generation without it is read as one without rows."""
    little.write(tmp_path, 2)
    age(tmp_path, "event_redirects")
    with warehouse.connect(tmp_path) as connection:
        assert len(connection.table("event_redirects")) == 0
        assert len(connection.table("events")) == 2
    assert commit(tmp_path, little.tables(3), inputs=little.inputs(3), notes=little.notes(3)) is not None


def test_what_cannot_be_made_up_is_one_clear_line(tmp_path: Path) -> None:
    """A column that is never null names itself and the way out; a commit of all rows is that way."""
    little.write(tmp_path, 2)
    age(tmp_path, "events", "label")
    with pytest.raises(OtherSchemaError, match=r"events\.label was never written.*dateline rebuild"):
        warehouse.connect(tmp_path)
    with pytest.raises(OtherSchemaError):
        commit_changes(tmp_path, {"events": Change(remove=[("e9",)])})
    assert commit(tmp_path, little.tables(2), inputs=little.inputs(2), notes=little.notes(2)) is not None
    with warehouse.connect(tmp_path) as connection:
        assert len(connection.table("events")) == 2


def test_a_journal_of_an_older_version_is_read(tmp_path: Path) -> None:
    """Without one of its tables, and with months that lack a column."""
    little.write(tmp_path, 2)
    for path in (tmp_path / "journal" / "attempts").glob("*"):
        path.unlink()
    months = [*(tmp_path / "journal" / "runs").glob("*.parquet")]
    for path in months:
        pq.write_table(pq.read_table(path, partitioning=None).drop_columns(["model"]), path)
    little.write(tmp_path, 3)
    with warehouse.connect(tmp_path) as connection:
        assert connection.execute("select model from runs order by run_id").fetchall() == [(None,), ("m1",)]
        assert len(connection.table("attempts")) == 0
