"""Whatever moment a run dies at, readers see the old generation whole or the new one whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import warehouse
from tests.warehouse import little
from tests.warehouse.generations import killed
from warehouse.generations import commit, current_generation, prune

REPOSITORY = Path(__file__).parents[3]

WRITING, TABLES = "warehouse.generations.writing", "warehouse.generations.tables"
MOMENTS = [
    (f"{WRITING}:check_integrity", 1, "after"),
    (f"{TABLES}:_content", 1, "before"),
    (f"{TABLES}:_content", 9, "after"),
    (f"{WRITING}:database_of", 1, "before"),
    ("warehouse.generations.database:write_database", 1, "after"),
    (f"{WRITING}:prepare_entry", 1, "before"),
    (f"{WRITING}:prepare_entry", 1, "after"),
    (f"{WRITING}:write_bytes", 1, "after"),
    (f"{WRITING}:write_link", 1, "before"),
    (f"{WRITING}:write_link", 1, "after"),
    (f"{WRITING}:settle_entry", 2, "before"),
    (f"{WRITING}:settle_entry", 2, "after"),
]


def _counts(folder: Path) -> dict[str, int]:
    tables = ("articles", "article_texts", "event_mentions", "events", "evidence", "event_ids", "event_status")
    with warehouse.connect(folder) as connection:
        return {name: len(connection.table(name)) for name in tables}


@pytest.mark.parametrize(("place", "which", "moment"), MOMENTS)
def test_a_killed_commit_changes_all_or_nothing(tmp_path: Path, place: str, which: int, moment: str) -> None:
    """After the kill all tables are of one generation, the next run commits, and the journal names no other runs."""
    commit(tmp_path, little.tables(2), inputs=little.inputs(2), notes=little.notes(2))
    ended = subprocess.run(
        [sys.executable, "-m", killed.__name__, tmp_path, place, str(which), moment], cwd=REPOSITORY, check=False
    )
    assert ended.returncode == 9, "the process was not killed where it should be"
    assert set(_counts(tmp_path).values()) in ({2}, {4})
    commit(tmp_path, little.tables(5), inputs=little.inputs(5), notes=little.notes(5))
    assert set(_counts(tmp_path).values()) == {5}
    prune(tmp_path, little.NOON)
    _assert_clean(tmp_path)


def _assert_clean(folder: Path) -> None:
    """No drafts are left, and every journaled run is a generation that was current."""
    left = [path.name for path in folder.rglob(".*draft*")]
    assert left == []
    on_disk = {path.name for path in (folder / "generations").iterdir()}
    with warehouse.connect(folder) as connection:
        journaled = {run_id for (run_id,) in connection.execute("select run_id from runs").fetchall()}
    assert journaled <= on_disk
    assert current_generation(folder).run_id in journaled
