"""Indexes of ids: never a wrong no, and no more than a hint."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import TABLES
from tests.warehouse import little
from warehouse.generations import current_generation
from warehouse.generations.indexing import INDEX, hashes, indexed_columns, may_hold, write_index

IDS = [f"e{number}" for number in range(500)]


@given(st.lists(st.none() | st.text(max_size=20)), st.integers(0, 3))
def test_hashes_do_not_depend_on_how_a_column_lies_in_memory(values: list[str | None], cut: int) -> None:
    """Slices and chunks give the hashes of their values, each once, in order; nulls none."""
    whole = pa.array(values, pa.string())
    chunked = pa.chunked_array([whole.slice(0, cut), whole.slice(cut)], pa.string())
    assert np.array_equal(hashes(whole), hashes(chunked))
    assert len(hashes(whole)) <= len({value for value in values if value is not None})
    assert all(np.isin(hashes(pa.array([value], pa.string())), hashes(chunked)).all() for value in values)


@given(st.lists(st.text(max_size=20)))
def test_hashes_are_those_of_other_versions_and_machines(values: list[str]) -> None:
    """FNV-1a of the bytes, as its authors define it: indexes lie on disk and are moved with warehouses."""
    expected = set()
    for value in values:
        hashed = 2166136261
        for byte in value.encode():
            hashed = (hashed ^ byte) * 16777619 % (1 << 32)
        expected.add(hashed)
    assert hashes(pa.array(values, pa.string())).tolist() == sorted(expected)


def test_a_table_that_becomes_large_is_indexed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also its file of before, which had no index while it was the only one."""
    monkeypatch.setattr("warehouse.generations.layout.SMALL_TABLE", 20)
    monkeypatch.setattr("warehouse.generations.layout.LEAST_ROWS", 40)
    for count in (20, 21, 22):
        little.write(tmp_path, count)
    generation = current_generation(tmp_path)
    indexes = {path.name for path in (generation.path / INDEX / "evidence").iterdir()}
    assert len(indexes) > 1
    assert indexes == {file.name for file in generation.files["evidence"]}


def test_an_index_that_is_gone_or_torn_is_not_trusted(tmp_path: Path) -> None:
    """Then the column itself is read: what is there is found, and what is not is not."""
    data = pa.table({"event_id": IDS, "founding_mention_id": IDS})
    pq.write_table(data, tmp_path / "t.parquet")
    write_index(tmp_path / "index", TABLES["event_ids"], data)
    there, not_there = (hashes(pa.array([value])) for value in ("e77", "nobody"))
    content = (tmp_path / "index").read_bytes()
    for torn in (content, content[:-8], content[:-8] + bytes(8), b"", None):
        if torn is None:
            (tmp_path / "index").unlink()
        else:
            (tmp_path / "index").write_bytes(torn)
        assert may_hold(f"{tmp_path}/index", f"{tmp_path}/t.parquet", "event_id", there)
        assert not may_hold(f"{tmp_path}/index", f"{tmp_path}/t.parquet", "event_id", not_there)


def test_ids_of_keys_and_references_are_indexed() -> None:
    """Not names, texts and days."""
    assert indexed_columns(TABLES["evidence"]) == ("event_id", "mention_id")
    assert "actor_id" in indexed_columns(TABLES["actors"])
    assert "sentence" not in indexed_columns(TABLES["event_mentions"])
