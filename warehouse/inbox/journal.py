"""The journal: which run made which generation when, and what arrived; appended to, never rewritten but to forget.

A journal table is one Parquet file a month; a run adds its rows by replacing the file of its month, so that a glob is
right at any moment and a warehouse of many years has few files. The rows are prepared before a generation becomes
current and put in place afterwards; what a crash left in between is put in place by the next commit. Warehouses of the
first version have a file for each run instead, which stays.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from schemas import TABLES
from schemas.arrow import arrow_schema, arrow_table
from warehouse.files import write_bytes
from warehouse.inbox.forgetting import Forgotten, hidden_address

#: What a commit writes; attempts are kept by warehouse/inbox/attempts.py.
JOURNAL_TABLES = ("runs", "ingestions")

#: Names of the files of months, and of those of single runs in older warehouses.
_MONTH = "[0-9][0-9][0-9][0-9]-[0-9][0-9].parquet"
_RUN = "[0-9]*-????????????.parquet"


def open_journal(warehouse: Path) -> None:
    """Make the journal's folders, each with an empty table, so that views over it always have a file."""
    for table in (each for each in TABLES.values() if each.is_journal):
        path = warehouse / "journal" / table.name / "empty.parquet"
        # written again when columns were added: views take the columns of all files together
        if not path.exists() or pq.read_schema(path).names != arrow_schema(table).names:
            _replace(path, arrow_schema(table).empty_table())


def prepare_entry(warehouse: Path, run_id: str, rows: Mapping[str, Sequence[Any]]) -> None:
    """Write the journal ``rows`` (table -> rows) of ``run_id`` where readers do not look yet."""
    for table in JOURNAL_TABLES:
        _replace(_pending(warehouse, run_id) / f"{table}.draft", arrow_table(TABLES[table], rows[table]))


def settle_entry(warehouse: Path, run_id: str) -> None:
    """Put the prepared entry of ``run_id`` in its place, if there is one; every other prepared entry is dropped."""
    folder = _pending(warehouse, run_id)
    if all((folder / f"{table}.draft").exists() for table in JOURNAL_TABLES):
        runs = pq.read_table(folder / "runs.draft", partitioning=None)
        for table in JOURNAL_TABLES:
            entry = pq.read_table(folder / f"{table}.draft", partitioning=None)
            _add(warehouse / "journal" / table, run_id, entry, _month(runs))
    shutil.rmtree(warehouse / "journal" / "pending", ignore_errors=True)


def _month(runs: Any) -> str:
    (finished_at,) = runs.column("finished_at").to_pylist()
    return f"{finished_at:%Y-%m}.parquet"


def _add(folder: Path, run_id: str, entry: Any, name: str) -> None:
    if not entry.num_rows or (folder / f"{run_id}.parquet").exists():
        return
    parts = [entry]
    if (folder / name).exists():
        written = pq.read_table(folder / name, partitioning=None)
        # the process may have died after this and before the pending entry was removed
        parts.insert(0, written.filter(pc.not_equal(written.column("run_id"), run_id)))
        if written.column_names != entry.column_names:
            parts = [_nullable(part) for part in parts]
    _replace(folder / name, pa.concat_tables(parts, promote_options="default"))


def _nullable(rows: Any) -> Any:
    """``rows`` of which every column may be null: an older version did not write what a newer one always does."""
    return rows.cast(pa.schema([field.with_nullable(True) for field in rows.schema], rows.schema.metadata))


def _replace(path: Path, data: Any) -> None:
    sink = pa.BufferOutputStream()
    pq.write_table(data, sink, compression="zstd")
    write_bytes(path, memoryview(sink.getvalue()))


def forget_ingestions(warehouse: Path, forgotten: Forgotten) -> None:
    """Let the journal no longer tell the addresses of what was ``forgotten``: that something arrived stays in it."""
    for path in (warehouse / "journal" / "ingestions").glob("[0-9]*.parquet"):
        rows = pq.read_table(path, partitioning=None)
        arrived = zip(rows.column("source_uri").to_pylist(), rows.column("content_sha256").to_pylist(), strict=True)
        told = [hidden_address(uri) if content and forgotten.covers(uri, content) else uri for uri, content in arrived]
        if told != rows.column("source_uri").to_pylist():
            at = rows.schema.get_field_index("source_uri")
            _replace(path, rows.set_column(at, rows.schema.field(at), pa.array(told, rows.schema.field(at).type)))


def highest_number(warehouse: Path) -> int:
    """The highest number of a generation in the journal, 0 when it is empty."""
    newest = sorted((warehouse / "journal" / "runs").glob(_MONTH))[-1:]
    run_ids = [run_id for path in newest for run_id in pq.read_table(path).column("run_id").to_pylist()]
    run_ids += [path.name for path in (warehouse / "journal" / "runs").glob(_RUN)]
    return max((int(run_id.split("-")[0]) for run_id in run_ids), default=0)


def _pending(warehouse: Path, run_id: str) -> Path:
    return warehouse / "journal" / "pending" / run_id
