"""The journal of attempts: every start of a run and what came of it, one small Parquet file a month.

Only the process that holds the warehouse's lock writes here. So an attempt that is under way when another one begins
has died: the lock was free.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from schemas import TABLES, Attempt, AttemptStage
from schemas.arrow import arrow_table, rows_of
from schemas.enumerations import AttemptOutcome
from warehouse.files import replacing
from warehouse.inbox.forgetting import Forgotten, without_addresses


def begin_attempt(warehouse: Path, attempt: Attempt) -> None:
    """Note that ``attempt`` is under way, and that those which still seem to be have died."""
    for month in _months(warehouse):
        rows = _read(warehouse, "attempts", month)
        if any(each.outcome is AttemptOutcome.UNDER_WAY for each in rows):
            _write(warehouse, "attempts", month, [_dead(each) for each in rows])
    _put(warehouse, "attempts", attempt, [attempt])


def end_attempt(warehouse: Path, attempt: Attempt, stages: Sequence[AttemptStage]) -> None:
    """Note what came of ``attempt``, which began before, and of its ``stages``."""
    _put(warehouse, "attempt_stages", attempt, stages)
    _put(warehouse, "attempts", attempt, [attempt])


def read_attempts(warehouse: Path) -> list[Attempt]:
    """Every attempt of ``warehouse``, oldest first; none when there is no journal."""
    rows: list[Attempt] = [row for month in _months(warehouse) for row in _read(warehouse, "attempts", month)]
    return sorted(rows, key=lambda row: (row.started_at, row.attempt_id))


def forget_problems(warehouse: Path, forgotten: Forgotten) -> None:
    """Let no attempt tell the address of what was ``forgotten``: why it failed may name it."""
    for month in _months(warehouse):
        rows: list[Attempt] = _read(warehouse, "attempts", month)
        told = [replace(row, problem=row.problem and without_addresses(row.problem, forgotten)) for row in rows]
        if told != rows:
            _write(warehouse, "attempts", month, told)


def _dead(attempt: Attempt) -> Attempt:
    is_dead = attempt.outcome is AttemptOutcome.UNDER_WAY
    return replace(attempt, outcome=AttemptOutcome.DIED, problem="the run was killed") if is_dead else attempt


def _put(warehouse: Path, table: str, attempt: Attempt, rows: Iterable[Any]) -> None:
    """Let ``rows`` stand for ``attempt`` in the file of the month in which it began."""
    month = f"{attempt.started_at:%Y-%m}"
    others = [row for row in _read(warehouse, table, month) if row.attempt_id != attempt.attempt_id]
    _write(warehouse, table, month, [*others, *rows])


def _months(warehouse: Path) -> list[str]:
    return sorted(path.stem for path in (warehouse / "journal" / "attempts").glob("[0-9]*.parquet"))


def _path(warehouse: Path, table: str, month: str) -> Path:
    return warehouse / "journal" / table / f"{month}.parquet"


def _read(warehouse: Path, table: str, month: str) -> list[Any]:
    path = _path(warehouse, table, month)
    return rows_of(TABLES[table], pq.read_table(path, partitioning=None)) if path.exists() else []


def _write(warehouse: Path, table: str, month: str, rows: Sequence[Any]) -> None:
    with replacing(_path(warehouse, table, month)) as draft:
        pq.write_table(arrow_table(TABLES[table], rows), draft, compression="zstd")
