"""The journal: what every run took in, and what became of it."""

from __future__ import annotations

from pathlib import Path

import warehouse
from schemas import TABLES, Run
from tests.warehouse import little
from warehouse.generations import current_generation
from warehouse.inbox.journal import prepare_entry

COLUMNS = [column.name for column in TABLES["runs"].columns]


def test_what_arrived_is_journaled(tmp_path: Path) -> None:
    """The journal names each run's inputs and what became of them; it outlives the generations."""
    little.write(tmp_path, 2)
    little.write(tmp_path, 3)
    question = "select run_id[:4], source_uri, outcome, article_id from ingestions order by all"
    with warehouse.connect(tmp_path) as connection:
        assert connection.execute(question).fetchall() == [
            ("0001", "0.txt", "new", "a0"),
            ("0001", "1.txt", "new", "a1"),
            ("0002", "0.txt", "unchanged", "a0"),
            ("0002", "1.txt", "unchanged", "a1"),
            ("0002", "2.txt", "new", "a2"),
        ]
        assert connection.execute("select article_count from runs order by run_id").fetchall() == [(2,), (3,)]


def test_an_entry_that_a_crash_left_is_put_in_place(tmp_path: Path) -> None:
    """A run that died between switch and journal is journaled by the next one; what never switched is dropped."""
    little.write(tmp_path, 2)
    run_id = current_generation(tmp_path).run_id
    entry = tmp_path / "journal" / "runs" / "2025-09.parquet"
    with warehouse.connect(tmp_path) as connection:
        (run,) = connection.execute("from runs").fetchall()
    entry.unlink()
    prepare_entry(tmp_path, run_id, {"runs": [Run(**dict(zip(COLUMNS, run, strict=True)))], "ingestions": []})
    prepare_entry(tmp_path, "0009-never", {"runs": [], "ingestions": []})
    little.write(tmp_path, 2)
    with warehouse.connect(tmp_path) as connection:
        assert connection.execute("from runs").fetchall() == [run]
    assert not (tmp_path / "journal" / "pending").exists()
