"""Changes a table: rows are put, others removed, and no file is written that need not be.

The files of a large table that hold none of the rows concerned are taken over as they are. A file that does is written
again without them; what is put makes one fresh file, also where it replaces an old row: what was told again today is
told again tomorrow, and then only small files are touched. From there rows move to where they belong bit by bit
(:mod:`~warehouse.generations.moving`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from warehouse.generations.changes import same_rows
from warehouse.generations.layout import DataFile, Level, is_small, rows_per_file
from warehouse.generations.moving import Effort, Piece, fits, new_piece, settled
from warehouse.generations.tables import Shelf, in_order, keys_of


def write_whole(shelf: Shelf, data: Any) -> tuple[DataFile, ...]:
    """Write all rows of a table, ``data``, as files that depend on the rows alone."""
    table = shelf.table
    most = rows_per_file(table, data.num_rows)
    is_indexed = not is_small(table, data.num_rows)
    return tuple(_written(shelf, in_order(table, data), Level.BASE, most, is_indexed=is_indexed))


def change_files(
    shelf: Shelf, files: Sequence[DataFile], put: Any, without: Mapping[DataFile, Any], effort: Effort
) -> tuple[DataFile, ...]:
    """Write the table of ``files`` with the rows ``put`` added and those of the masks ``without`` taken out.

    ``put`` must not have a row that is in ``files`` and not taken out. Rows move as far as ``effort`` allows.
    """
    put, without = _different(shelf, put, without)
    pieces = [_piece(file, without.get(file)) for file in files]
    if not put.num_rows and not without:
        return tuple(shelf.keep(file) for file in files)
    row_count = sum(piece.row_count for piece in pieces) + put.num_rows
    if is_small(shelf.table, row_count):
        return write_whole(shelf, pa.concat_tables([put, *(piece.load(shelf) for piece in pieces)]))
    most = rows_per_file(shelf.table, row_count)
    if put.num_rows:
        pieces.append(new_piece(shelf.table, in_order(shelf.table, put), Level.FRESH))
    pieces = settled(shelf, pieces, effort)
    return tuple(file for piece in pieces for file in _files(shelf, piece, most))


def _different(shelf: Shelf, put: Any, without: Mapping[DataFile, Any]) -> tuple[Any, Mapping[DataFile, Any]]:
    """``put`` and ``without`` but for the rows that are put as they were: these stay where they are."""
    keys = keys_of(shelf.table, put)
    is_new = np.ones(put.num_rows, bool)
    changed = {}
    for file, mask in without.items():
        old = shelf.read(file).filter(mask)
        places = pc.index_in(keys_of(shelf.table, old), value_set=keys)
        is_put = pc.is_valid(places).to_numpy()
        places = places.drop_null().to_numpy()
        is_same = same_rows(old.filter(pa.array(is_put)), put.take(places))
        is_new[places] &= ~is_same
        gone = np.ones(old.num_rows, bool)
        gone[is_put] = ~is_same
        if gone.any():
            left = mask.to_numpy().copy()
            left[left] = gone
            changed[file] = pa.array(left)
    return put.filter(pa.array(is_new)), changed


def _piece(file: DataFile, without: Any) -> Piece:
    count = 0 if without is None else pc.sum(without).as_py()
    return Piece(level=file.level, first=file.first, last=file.last, file=file, without=without, removed_count=count)


def _files(shelf: Shelf, piece: Piece, most: int) -> Iterator[DataFile]:
    if piece.file is not None and not piece.is_touched:
        yield shelf.keep(piece.file)
        return
    rows = piece.load(shelf)
    piece.added = None
    most = max(most, rows.num_rows if rows.num_rows <= fits(most) else 0)
    yield from _written(shelf, rows, piece.level, most, is_indexed=True)


def _written(shelf: Shelf, rows: Any, level: Level, most: int, *, is_indexed: bool) -> Iterator[DataFile]:
    """Write the sorted ``rows`` in files of about the same size, at most ``most`` rows each; always one."""
    count = max(-(-rows.num_rows // most), 1)
    cuts = [rows.num_rows * number // count for number in range(count + 1)]
    for start, end in pairwise(cuts):
        yield shelf.write(rows.slice(start, end - start), level, is_indexed=is_indexed)
