"""What must hold before a set of tables may be committed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from schemas.checks import violations
from warehouse.errors import IntegrityError
from warehouse.inbox.inputs import Input
from warehouse.statements import read_statements

_SHOWN = 5


def check_integrity(tables: Mapping[str, Any], inputs: Sequence[Input]) -> None:
    """Raise IntegrityError, naming every broken promise, unless ``tables`` (name -> ``pyarrow.Table``) are sound.

    First what the declarations promise (keys, not-null, value sets, references), then integrity/*.sql: each gives the
    rows that break its promise. They see ``inputs`` as a table of that name.
    """
    broken = [str(violation) for violation in violations(tables)] or _broken_rules(
        {**tables, "inputs": _table_of(inputs)}
    )
    if broken:
        raise IntegrityError("the tables are not committed, because they are not sound:\n  " + "\n  ".join(broken))


def _broken_rules(tables: Mapping[str, Any]) -> list[str]:
    broken = []
    with duckdb.connect() as connection:
        for name, data in tables.items():
            connection.register(name, data)
        for statement in read_statements("integrity"):
            rows = connection.execute(statement.select).fetchall()
            if rows:
                shown = "; ".join(", ".join(map(str, row)) for row in rows[:_SHOWN])
                broken.append(f"{statement.name}: {statement.documentation} But {len(rows)} do not: {shown}")
    return broken


def _table_of(inputs: Sequence[Input]) -> Any:
    columns = {
        "source_uri": pa.array([item.source_uri for item in inputs], pa.string()),
        "content_sha256": pa.array([item.content_sha256 for item in inputs], pa.string()),
    }
    return pa.table(columns)
