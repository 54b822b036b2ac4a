"""Examines a generation: every byte that it rests on is still what it was when it was written."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path

from warehouse.errors import IntegrityError
from warehouse.generations.generation import Generation
from warehouse.generations.integrity import check_integrity
from warehouse.generations.tables import NAME_DIGITS, read_arrow
from warehouse.inbox.inputs import read_inputs

_SHOWN = 5


def verify(generation: Generation) -> int:
    """How many files were examined: the tables of ``generation`` and the raw bytes of its inputs.

    Raises IntegrityError when a file is missing or its content is not what its name says, or when what integrity/*.sql
    promises does not hold.
    """
    inputs = read_inputs(generation.path)
    tables = [file for table in generation.files for file in generation.table_files(table)]
    hashes = sorted({item.content_sha256 for item in inputs if item.refusal is None})
    broken = [*_broken_tables(tables), *_broken_raw(generation.warehouse / "raw", hashes)]
    if broken:
        more = f" and {len(broken) - _SHOWN} more" if len(broken) > _SHOWN else ""
        raise IntegrityError(f"not what was written: {', '.join(broken[:_SHOWN])}{more}")
    check_integrity(read_arrow(generation), inputs)
    return len(tables) + len(hashes)


def _broken_tables(files: list[Path]) -> Iterator[str]:
    for file in files:
        if not file.exists() or hashlib.sha256(file.read_bytes()).hexdigest()[:NAME_DIGITS] != file.stem:
            yield f"{file.parent.name}/{file.name}"


def _broken_raw(folder: Path, hashes: list[str]) -> Iterator[str]:
    for content_sha256 in hashes:
        path = folder / f"{content_sha256}.gz"
        try:
            content = gzip.decompress(path.read_bytes())
        except (OSError, EOFError, zlib.error):
            # missing, unreadable or torn: all the same to whoever needs it
            content = b""
        if hashlib.sha256(content).hexdigest() != content_sha256:
            yield f"raw/{path.name}"
