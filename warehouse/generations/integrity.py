"""What must hold before a generation may be committed, and what is looked at to know it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import duckdb
import pyarrow as pa

from schemas.arrow import arrow_table
from schemas.checks import violations
from warehouse.errors import IntegrityError
from warehouse.generations.changes import TableChange
from warehouse.generations.generation import Generation
from warehouse.generations.neighbourhood import Neighbourhood
from warehouse.inbox.inputs import INPUT_TABLE, INPUTS
from warehouse.statements import read_statements

_SHOWN = 5


def check_integrity(tables: Mapping[str, Any], inputs: Any) -> None:
    """Raise IntegrityError, naming every broken promise, unless ``tables`` (name -> ``pyarrow.Table``) are sound.

    First what the declarations promise (keys, not-null, value sets, references), then integrity/*.sql: each gives the
    rows that break its promise. They see ``inputs`` (rows, or a ``pyarrow.Table``) as a table of that name.
    """
    arrived = inputs if isinstance(inputs, pa.Table) else arrow_table(INPUT_TABLE, inputs)
    _refuse([str(each) for each in violations(tables)] or _broken_among({**tables, INPUTS: arrived}))


def check_changes(previous: Generation, changes: Mapping[str, TableChange]) -> None:
    """Raise IntegrityError unless ``previous``, which was sound, is sound after ``changes`` (one for every table).

    Only the rows that the changes can have made wrong are looked at.
    """
    around = Neighbourhood(previous, changes)
    checked = {name: data for name, data in around.checked.items() if name != INPUTS}
    _refuse([str(violation) for violation in violations(checked, around.known)] or _broken_among(around.known))


def _refuse(broken: list[str]) -> None:
    """Raise IntegrityError when there are any ``broken`` promises."""
    if broken:
        raise IntegrityError("the tables are not committed, because they are not sound:\n  " + "\n  ".join(broken))


def _broken_among(tables: Mapping[str, Any]) -> list[str]:
    with duckdb.connect() as connection:
        for name, data in tables.items():
            connection.register(name, data)
        return broken_rules(connection)


def broken_rules(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """What integrity/*.sql promise and the tables of ``connection`` do not keep, with some of the rows that do not."""
    broken = []
    for statement in read_statements("integrity"):
        rows = connection.execute(statement.select).fetchall()
        if rows:
            shown = "; ".join(", ".join(map(str, row)) for row in rows[:_SHOWN])
            broken.append(f"{statement.name}: {statement.documentation} But {len(rows)} do not: {shown}")
    return broken
