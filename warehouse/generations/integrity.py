"""What must hold before a set of tables may be committed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import duckdb

from schemas.checks import violations
from warehouse.errors import IntegrityError
from warehouse.statements import read_statements

_SHOWN = 5


def check_integrity(tables: Mapping[str, Any]) -> None:
    """Raise IntegrityError, naming every broken promise, unless ``tables`` (name -> ``pyarrow.Table``) are sound.

    First what the declarations promise (keys, not-null, value sets, references), then integrity/*.sql: each gives the
    rows that break its promise.
    """
    broken = [str(violation) for violation in violations(tables)] or _broken_rules(tables)
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
