"""Reads generations that an older version wrote: what it did not know is null, or there is no row of it.

A column may be added that can be null, a table may be added, a column may go: such a generation is read as it is, and
the next commit writes its tables as they are declared now. A column that is never null cannot be made up, nor a changed
type guessed: then the kept bytes have to be read again (`dateline rebuild`).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from schemas.columns import Table


def written_columns(file: Path) -> Mapping[str, Any]:
    """The Arrow type of each column of a Parquet file, by name."""
    import pyarrow.parquet as pq  # noqa: PLC0415 (readers of this version's generations need not wait for it)

    return {field.name: field.type for field in pq.read_schema(file)}


def problems(table: Table, file: Path | None) -> list[str]:
    """Why ``table`` cannot be read from ``file``, one of its files as an older version wrote it; None = it has none."""
    from schemas.arrow import arrow_schema  # noqa: PLC0415 (see above)

    if file is None:
        return []
    written = written_columns(file)
    return [
        f"{table.name}.{field.name} {'was never written' if field.name not in written else 'has another type'}"
        for field in arrow_schema(table)
        if (field.name not in written and not field.nullable) or written.get(field.name, field.type) != field.type
    ]
