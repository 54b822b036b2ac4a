"""Rows are found by their ids, in the files that may hold them and no others."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pytest

from schemas import TABLES
from tests.warehouse import little
from tests.warehouse.generations import killed
from warehouse.generations import Generation, commit
from warehouse.generations.finding import files_with, keys_found, rows_with

COUNT = 60


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Generation]:
    """Tables of sixty rows in files of eight."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in killed.LAYOUT.items():
            patch.setattr(f"warehouse.generations.layout.{name}", value)
        generation = commit(tmp_path_factory.mktemp("large"), little.tables(COUNT), inputs=little.inputs(COUNT))
        assert generation is not None
        yield generation


def strings(*values: str) -> pa.Array:
    return pa.array(values, pa.string())


def test_rows_are_found_by_key_and_by_reference(large: Generation) -> None:
    """Each that is there, once; of what is not there none."""
    found = rows_with(large, TABLES["event_mentions"], "article_id", strings("a3", "a44", "nobody"))
    assert sorted(found.column("mention_id").to_pylist()) == ["m3", "m44"]
    assert rows_with(large, TABLES["events"], "event_id", strings()).num_rows == 0


def test_only_files_that_may_hold_a_row_are_opened(large: Generation) -> None:
    """One id is in one file of many; a column without an index may be in any."""
    assert len(large.files["events"]) > 4
    assert len(list(files_with(large, TABLES["events"], "event_id", strings("e7")))) == 1
    assert list(files_with(large, TABLES["events"], "event_id", strings("nobody"))) == []
    assert len(list(files_with(large, TABLES["events"], "label", strings("meeting 7")))) == len(large.files["events"])


def test_a_key_of_two_columns_is_found_by_both(large: Generation) -> None:
    """The mask marks the row with both; a row with one of them alone is another."""
    keys = pa.table({"event_id": strings("e7", "e8", "e9"), "mention_id": strings("m7", "m9", "new")})
    found = keys_found(large, TABLES["evidence"], keys)
    assert len(found) == 1
    ((file, mask),) = found.items()
    assert len(mask) == file.row_count
    assert pa.compute.sum(mask).as_py() == 1


def test_without_its_index_a_row_is_found_all_the_same(large: Generation) -> None:
    """Indexes may be deleted: then columns are read."""
    for index in (large.path / ".index" / "event_status").iterdir():
        index.unlink()
    found = rows_with(large, TABLES["event_status"], "mention_id", strings("m12"))
    assert found.column("event_id").to_pylist() == ["e12"]
