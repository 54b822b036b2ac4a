"""The journal: which run made which generation when, and what arrived; appended to, never rewritten.

Each run is one small Parquet file per journal table. They are prepared before a generation becomes current and put in
place afterwards; what a crash left in between is put in place by the next commit.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from schemas import TABLES
from schemas.arrow import arrow_schema, arrow_table

#: What a commit writes; attempts are kept by warehouse/inbox/attempts.py.
JOURNAL_TABLES = ("runs", "ingestions")


def open_journal(warehouse: Path) -> None:
    """Make the journal's folders, each with an empty table, so that views over it always have a file."""
    for table in (each.name for each in TABLES.values() if each.is_journal):
        path = warehouse / "journal" / table / "empty.parquet"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            pq.write_table(arrow_schema(TABLES[table]).empty_table(), path.with_suffix(".draft"))
            path.with_suffix(".draft").replace(path)


def prepare_entry(warehouse: Path, run_id: str, rows: Mapping[str, Sequence[Any]]) -> None:
    """Write the journal ``rows`` (table -> rows) of ``run_id`` where readers do not look yet."""
    folder = _pending(warehouse, run_id)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for table in JOURNAL_TABLES:
        pq.write_table(arrow_table(TABLES[table], rows[table]), folder / f"{table}.draft", compression="zstd")


def settle_entry(warehouse: Path, run_id: str) -> None:
    """Put the prepared entry of ``run_id`` in its place, if there is one; every other prepared entry is dropped."""
    for table in JOURNAL_TABLES:
        prepared = _pending(warehouse, run_id) / f"{table}.draft"
        if prepared.exists():
            prepared.replace(warehouse / "journal" / table / f"{run_id}.parquet")
    shutil.rmtree(warehouse / "journal" / "pending", ignore_errors=True)


def _pending(warehouse: Path, run_id: str) -> Path:
    return warehouse / "journal" / "pending" / run_id
