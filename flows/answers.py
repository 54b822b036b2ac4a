"""Writes the answer to a question into a file, whole or not at all."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from flows.errors import CommandError
from flows.printing import write_rows
from warehouse.files import replacing, write_bytes
from warehouse.questions import ask, ask_arrow

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FORMATS = ("csv", "json", "parquet")


def write_answer(connection: DuckDBPyConnection, question: str, path: Path, how: str | None = None) -> int:
    """Write what ``question`` gives to ``path`` as ``how``, else as its ending says; returns the number of rows.

    Raises CommandError when the ending says nothing, and QuestionError.
    """
    chosen = how or path.suffix.removeprefix(".").lower()
    if chosen not in FORMATS:
        raise CommandError(f"{path}: the name must end in .csv, .json or .parquet, or the format be named")
    if chosen == "parquet":
        return _write_parquet(connection, question, path)
    names, rows = ask(connection, question)
    text = io.StringIO()
    write_rows(names, rows, chosen, text)
    write_bytes(path, text.getvalue().encode())
    return len(rows)


def _write_parquet(connection: DuckDBPyConnection, question: str, path: Path) -> int:
    import pyarrow.parquet as pq  # noqa: PLC0415 (slow to import)

    table = ask_arrow(connection, question)
    with replacing(path) as draft:
        pq.write_table(table, draft, compression="zstd")
    return int(table.num_rows)
