"""A generation: one complete, immutable set of all tables, in a folder of its own under ``generations/``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from schemas import TABLES
from warehouse.errors import NoWarehouseError, OtherSchemaError, UnknownRunError, WarehouseError
from warehouse.generations.layout import DataFile, Level
from warehouse.generations.migrating import problems

#: Written last: a folder without it is the leftover of a crash.
MANIFEST = "manifest.json"


#: What this version writes. Version 1 named the files of each table and said no more of them.
_FORMAT = 2


@dataclass(frozen=True)
class Generation:
    """A complete generation: its folder (absolute), the files of each table, and the digest of its schema.

    ``run_id`` is ``<number>-<hash of the content>``: runs and generations share their names.
    """

    path: Path
    files: Mapping[str, tuple[DataFile, ...]]
    schema_digest: str
    format: int = _FORMAT

    @property
    def run_id(self) -> str:
        """The name of the run that made it."""
        return self.path.name

    @property
    def number(self) -> int:
        """Its place in the order of generations, from 1."""
        return int(self.run_id.split("-")[0])

    @property
    def warehouse(self) -> Path:
        """The warehouse it belongs to."""
        return self.path.parent.parent

    def table_files(self, table: str) -> list[Path]:
        """The Parquet files of ``table``."""
        return [self.path / table / file.name for file in self.files.get(table, ())]

    def row_count(self, table: str) -> int:
        """How many rows ``table`` has."""
        return sum(file.row_count for file in self.files.get(table, ()))

    @property
    def is_continued(self) -> bool:
        """The next generation may share files with it: it was written in this way, with these tables and columns."""
        return self.format == _FORMAT and self.schema_digest == schema_digest()

    def require_this_schema(self) -> None:
        """Raise OtherSchemaError when the tables cannot be read as this version of Dateline declares them."""
        if self.schema_digest == schema_digest():
            return
        tables = [table for table in TABLES.values() if not table.is_journal]
        wrong = [line for table in tables for line in problems(table, next(iter(self.table_files(table.name)), None))]
        if wrong:
            raise OtherSchemaError(
                f"{self.path} was written by a version of Dateline with other tables or columns ({wrong[0]}):"
                " run `dateline rebuild` to read the kept articles again"
            )


@cache
def schema_digest() -> str:
    """A hash of every generated table's columns and types; changed words of documentation do not change it."""
    declared = [
        [table.name, list(table.key), [[c.name, c.column_type, c.is_nullable] for c in table.columns]]
        for table in TABLES.values()
        if not table.is_journal
    ]
    return hashlib.sha256(json.dumps(declared).encode()).hexdigest()[:16]


def read_generation(path: Path, manifest: bytes | None = None) -> Generation:
    """The generation in the folder ``path``; raises NoWarehouseError when it is not complete.

    A ``manifest`` that is given is not read, for it is not written yet.
    """
    try:
        read = json.loads(manifest or (path / MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        raise NoWarehouseError(f"there is no complete generation in {path}") from None
    version = read.get("format", 1)
    of_entry = _data_file if version > 1 else partial(_data_file_of_version_1, path)
    files = {table: tuple(of_entry(table, entry) for entry in entries) for table, entries in read["files"].items()}
    return Generation(path.resolve(), files, read["schema_digest"], version)


def _data_file(_table: str, entry: Sequence[Any]) -> DataFile:
    name, row_count, level, first, last = entry
    return DataFile(name=name, row_count=row_count, level=Level(level), first=tuple(first), last=tuple(last))


def _data_file_of_version_1(path: Path, table: str, name: str) -> DataFile:
    import pyarrow.parquet as pq  # noqa: PLC0415 (readers of newer generations need not wait for it)

    row_count = pq.read_metadata(path / table / name).num_rows
    return DataFile(name=name, row_count=row_count, level=Level.BASE, first=(), last=())


def manifest_of(files: Mapping[str, Sequence[DataFile]]) -> bytes:
    """The manifest of a generation with ``files`` (table -> files)."""
    entries = {
        table: [[file.name, file.row_count, int(file.level), file.first, file.last] for file in of_table]
        for table, of_table in sorted(files.items())
    }
    content = {"format": _FORMAT, "schema_digest": schema_digest(), "files": entries}
    return json.dumps(content, ensure_ascii=False).encode() + b"\n"


def current_generation(warehouse: Path) -> Generation:
    """The generation that everybody reads now; raises NoWarehouseError when nothing has been committed."""
    current = warehouse / "current"
    if current.is_dir() and not current.is_symlink():
        raise WarehouseError(f"{current} is a folder and not a link: copy the warehouse with its links (cp -a)")
    try:
        return read_generation(current.resolve())
    except NoWarehouseError:
        raise NoWarehouseError(f"no warehouse in {warehouse}: `dateline run SOURCE... --warehouse` makes one") from None


def current_or_none(warehouse: Path) -> Generation | None:
    """The current generation, or None when nothing has been committed."""
    try:
        return current_generation(warehouse)
    except NoWarehouseError:
        return None


def kept_generations(warehouse: Path) -> list[Generation]:
    """Every complete generation that is still on disk, oldest first."""
    folders = (path.parent for path in (warehouse / "generations").glob(f"[0-9]*/{MANIFEST}"))
    return sorted((read_generation(folder) for folder in folders), key=lambda generation: generation.number)


def find_generation(warehouse: Path, name: str) -> Generation:
    """The kept generation whose run id is ``name``, begins with it, or has the number ``name``.

    Raises UnknownRunError when there is none, or more than one.
    """
    kept = kept_generations(warehouse)
    found = [g for g in kept if name.isdecimal() and g.number == int(name)] or [
        g for g in kept if g.run_id.startswith(name)
    ]
    if len(found) != 1:
        known = ", ".join(generation.run_id for generation in kept) or "none"
        problem = "no kept run is" if not found else "more than one kept run begins with"
        raise UnknownRunError(f"{problem} {name!r}; kept runs: {known}")
    return found[0]
