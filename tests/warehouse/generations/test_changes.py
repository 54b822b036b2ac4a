"""What a commit changes: told in rows and keys, or found out by comparing all rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from schemas import TABLES
from schemas.arrow import arrow_table
from tests.warehouse import little
from tests.warehouse.rows import row
from warehouse.generations import Change, commit, current_generation
from warehouse.generations.changes import apply_whole, compare, same_rows, table_change

EVENTS, EVIDENCE = TABLES["events"], TABLES["evidence"]


def ids(rows: Any) -> list[str]:
    return sorted(rows.column("event_id").to_pylist())


def test_rows_are_put_by_their_whole_key() -> None:
    """Of a key of two columns a row with one of them in common is another row."""
    rows = arrow_table(EVIDENCE, [row("evidence", event_id="e1", mention_id=f"m{n}") for n in range(3)])
    put = [row("evidence", event_id="e2", mention_id="m1"), row("evidence", event_id="e1", mention_id="m2")]
    change = table_change(EVIDENCE, Change(put=put, remove=[("e1", "m0"), ("e9", "m9")]))
    after = apply_whole(change, rows)
    pairs = sorted(zip(after.column("event_id").to_pylist(), after.column("mention_id").to_pylist(), strict=True))
    assert pairs == [("e1", "m1"), ("e1", "m2"), ("e2", "m1")]


def test_an_empty_change_says_so() -> None:
    """Nothing put and nothing removed; a key to remove is something."""
    assert table_change(EVENTS, Change()).is_empty
    assert not table_change(EVENTS, Change(remove=[("e1",)])).is_empty


def test_a_table_of_other_columns_is_refused() -> None:
    """Arrow rows are taken as they are only when they have the declared columns and types."""
    with pytest.raises(ValueError, match="event_id was never written"):
        table_change(EVIDENCE, Change(put=pa.table({"mention_id": ["m1"]})))
    with pytest.raises(ValueError, match="event_id was written as int64"):
        table_change(EVIDENCE, Change(put=pa.table({"event_id": [1], "mention_id": ["m1"]})))


def test_same_rows_have_the_same_values_and_the_same_nulls() -> None:
    """A null is like a null and unlike every value."""
    left = pa.table({"a": [1, None, None, 4], "b": ["x", "y", None, "z"]})
    right = pa.table({"a": [1, None, 3, 5], "b": ["x", "y", None, "z"]})
    assert same_rows(left, right).tolist() == [True, True, False, False]


def test_comparing_finds_what_is_new_other_and_gone(tmp_path: Path) -> None:
    """And nothing that is as it was, wherever it lies."""
    commit(tmp_path, little.tables(5), inputs=little.inputs(5))
    events = little.tables(6)["events"]
    events[2] = row("events", event_id="e2", label="renamed")
    change = compare(current_generation(tmp_path), EVENTS, arrow_table(EVENTS, [events[5], *events[1:5]]))
    assert ids(change.put) == ["e2", "e5"]
    assert ids(change.remove) == ["e0"]
