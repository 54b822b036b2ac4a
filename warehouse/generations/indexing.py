"""Finds rows by their ids without reading the table: beside each file of a large table lie its ids, hashed and sorted.

An index may say yes where it should not, once in a hundred thousand looks; never no. It may be deleted: then the
column itself is read.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from schemas.columns import Table

#: The folder of a generation that holds the indexes; hidden, so that no reader takes them for tables.
INDEX = ".index"

_HEAD_BYTES = 1024
#: FNV-1a, 32 bits: the same on every machine, and quick on columns.
_BASIS, _PRIME = np.uint32(2166136261), np.uint32(16777619)
#: Columns of which a file has few values, or nearly all of them: nothing is found by these.
_NOT_INDEXED = frozenset({"actor_id", "place_id"})
#: An id that is neither a key nor declared a reference: of the bytes that an article was read from.
_ALSO_INDEXED = frozenset({"content_sha256"})


def indexed_columns(table: Table) -> tuple[str, ...]:
    """The columns of ``table`` by which its rows are looked for: ids of its key and ids of rows it refers to."""
    return tuple(
        column.name
        for column in table.columns
        if column.python_type is str
        and (column.name in table.key or column.name in _ALSO_INDEXED or column.col.references is not None)
        and (column.name not in _NOT_INDEXED or table.key[0] == column.name)
    )


def hashes(values: Any) -> Any:
    """The 32-bit hashes of a column of strings, sorted, each once; nulls have none."""
    parts = values.chunks if isinstance(values, pa.ChunkedArray) else [values]
    hashed = np.concatenate([*(_hashed(part.drop_null()) for part in parts), np.empty(0, np.uint32)])
    hashed.sort()
    # quicker than np.unique, which does not use that they are sorted
    return hashed[np.diff(hashed, prepend=hashed[:1] - np.uint32(1)) != 0]


def _hashed(values: Any) -> Any:
    if not len(values):
        return np.empty(0, np.uint32)
    _, offset_buffer, data_buffer = values.buffers()
    offsets = np.frombuffer(offset_buffer, np.int32)[values.offset : values.offset + len(values) + 1]
    data = np.frombuffer(data_buffer, np.uint8) if data_buffer is not None else np.empty(0, np.uint8)
    lengths = np.diff(offsets)
    result = np.empty(len(values), np.uint32)
    # ids of a kind are of one length: a letter of all of them at a time
    for length in np.unique(lengths):
        are_so_long = lengths == length
        starts = offsets[:-1][are_so_long]
        hashed = np.full(len(starts), _BASIS, np.uint32)
        for position in range(length):
            hashed = (hashed ^ data[starts + position]) * _PRIME
        result[are_so_long] = hashed
    return result


def write_index(path: Path, table: Table, data: Any) -> None:
    """Write the index of the rows ``data`` to ``path``; it is not waited for, for its checksum tells if it is whole."""
    columns = {name: hashes(data.column(name)) for name in indexed_columns(table)}
    content = b"".join(values.tobytes() for values in columns.values())
    sizes = {name: len(values) for name, values in columns.items()}
    head = json.dumps({"sizes": sizes, "checksum": zlib.crc32(content)}).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(head.ljust(_HEAD_BYTES) + content)


def may_hold(index: str, file: str, column: str, wanted: Any) -> bool:
    """The Parquet ``file`` may have one of the ``wanted`` hashes in ``column``; False is certain."""
    if not len(wanted):
        return False
    known = _read(index, column)
    if known is None:
        known = hashes(pq.read_table(file, columns=[column], partitioning=None).column(0))
    places = np.searchsorted(known, wanted)
    places[places == len(known)] = 0
    return bool(len(known)) and bool((known[places] == wanted).any())


def _read(index: str, column: str) -> Any | None:
    """The hashes of ``column``; None when the index is missing, not whole, or of other columns."""
    try:
        with open(index, "rb") as file:  # noqa: PTH123 (a path would have to be made for each)
            whole = file.read()
        head = json.loads(whole[:_HEAD_BYTES])
    except (FileNotFoundError, ValueError):
        return None
    sizes: Mapping[str, int] = head["sizes"]
    if column not in sizes or zlib.crc32(whole[_HEAD_BYTES:]) != head["checksum"]:
        return None
    names = list(sizes)
    start = _HEAD_BYTES + 4 * sum(sizes[name] for name in names[: names.index(column)])
    return np.frombuffer(whole, np.uint32, sizes[column], start)
