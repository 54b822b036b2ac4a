"""Examines a generation: every byte that it rests on is still what it was when it was written."""

from __future__ import annotations

import gzip
import hashlib
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from schemas import TABLES
from schemas.arrow import arrow_table
from schemas.checks import violations
from schemas.columns import Table
from warehouse.errors import IntegrityError
from warehouse.generations.database import rows_in
from warehouse.generations.generation import Generation
from warehouse.generations.integrity import broken_rules
from warehouse.generations.tables import is_named_by, read_file, read_table
from warehouse.inbox.inputs import INPUT_TABLE, INPUTS, Input, read_inputs

_SHOWN = 5
#: What the rules may take before they use the disk.
_MEMORY = "1GB"


class _OnDisk:
    """A table of a generation of which only the columns are read that are looked at, when they are."""

    def __init__(self, generation: Generation, table: Table) -> None:
        self._generation, self._table = generation, table

    def select(self, names: list[str]) -> Any:
        """The columns ``names`` as a ``pyarrow.Table``."""
        return read_table(self._generation, self._table, names)

    def column(self, name: str) -> Any:
        """The values of one column; of texts only whether there is one, for nothing else is asked of them."""
        if not next(column for column in self._table.columns if column.name == name).col.is_text:
            return self.select([name]).column(name)
        files = self._generation.table_files(self._table.name)
        texts = (read_file(file, self._table, [name]).column(name) for file in files)
        return pa.chunked_array([_as_empty(chunk) for text in texts for chunk in text.chunks], pa.string())


def _as_empty(texts: Any) -> Any:
    return pc.if_else(pc.is_null(texts), pa.scalar(None, pa.string()), pa.scalar("", pa.string()))


def verify(generation: Generation) -> int:
    """How many files were examined: the tables of ``generation`` and the raw bytes of its inputs.

    Raises IntegrityError when a file is missing or its content is not what its name says, or when what the schemas or
    integrity/*.sql promise does not hold. No table is ever whole in memory: files are read in pieces, columns one by
    one, and the rules use a temporary folder when they need more than a gigabyte.
    """
    inputs = read_inputs(generation.path)
    tables = [file for table in generation.files for file in generation.table_files(table)]
    hashes = sorted({item.content_sha256 for item in inputs if item.refusal is None})
    broken = [*_broken_tables(tables), *_broken_raw(generation.warehouse / "raw", hashes)]
    if broken:
        more = f" and {len(broken) - _SHOWN} more" if len(broken) > _SHOWN else ""
        raise IntegrityError(f"not what was written: {', '.join(broken[:_SHOWN])}{more}")
    unsound = _unsound(generation, inputs)
    if unsound:
        raise IntegrityError("the tables are not sound:\n  " + "\n  ".join(unsound))
    return len(tables) + len(hashes)


def _unsound(generation: Generation, inputs: list[Input]) -> list[str]:
    generated = {name: table for name, table in TABLES.items() if not table.is_journal}
    broken = violations({name: _OnDisk(generation, table) for name, table in generated.items()})
    if broken:
        return [str(each) for each in broken]
    with duckdb.connect() as connection, tempfile.TemporaryDirectory() as folder:
        connection.execute("set temp_directory = $1", [folder])
        connection.execute(f"set memory_limit = '{_MEMORY}'; set preserve_insertion_order = false")
        for name, table in generated.items():
            connection.execute(f"create view {name} as {rows_in(generation, table, generation.path / name)}")
        connection.register(INPUTS, arrow_table(INPUT_TABLE, inputs))
        return broken_rules(connection)


def _broken_tables(files: list[Path]) -> Iterator[str]:
    for file in files:
        if not file.exists() or not is_named_by(file, _digest_of_file(file)):
            yield f"{file.parent.name}/{file.name}"


def _digest_of_file(file: Path) -> str:
    with file.open("rb") as opened:
        return _digest(opened)


def _digest(opened: BinaryIO | gzip.GzipFile) -> str:
    read = hashlib.sha256()
    while piece := opened.read(1 << 20):
        read.update(piece)
    return read.hexdigest()


def _broken_raw(folder: Path, hashes: list[str]) -> Iterator[str]:
    for content_sha256 in hashes:
        path = folder / f"{content_sha256}.gz"
        try:
            with gzip.open(path) as opened:
                is_whole = _digest(opened) == content_sha256
        except (OSError, EOFError, zlib.error):
            # missing, unreadable or torn: all the same to whoever needs it
            is_whole = False
        if not is_whole:
            yield f"raw/{path.name}"
