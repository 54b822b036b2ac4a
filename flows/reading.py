"""Opens a warehouse for the commands that only read, turning what can go wrong into one clear line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.errors import CommandError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@contextmanager
def open_warehouse(path: Path, run: str | None = None) -> Iterator[DuckDBPyConnection]:
    """A read-only connection to the warehouse at ``path``: its current generation, or that of ``run``.

    Whatever a warehouse complains about inside the block is raised as CommandError.
    """
    import warehouse  # noqa: PLC0415 (loads DuckDB, which --help must not wait for)
    from warehouse.errors import WarehouseError  # noqa: PLC0415
    from warehouse.generations import find_generation  # noqa: PLC0415

    try:
        generation = None if run is None else find_generation(path, run)
        with warehouse.connect(path, generation) as connection:
            yield connection
    except WarehouseError as error:
        raise CommandError(str(error)) from error


def records(connection: DuckDBPyConnection, question: str, *values: object) -> list[dict[str, Any]]:
    """The rows that ``question`` gives, each by column name; ``values`` stand for its question marks."""
    answer = connection.execute(question, list(values))
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
