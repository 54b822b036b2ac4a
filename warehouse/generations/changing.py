"""Changes a table: rows are put, others removed, and no file is written that need not be.

The files of a large table that hold none of the rows concerned are taken over as they are. A file that does is written
again without them; what is put makes one fresh file, also where it replaces an old row: what was told again today is
told again tomorrow, and then only small files are touched. When there are several fresh files their rows move to the
young ones, and when there are many young ones those of one move to the base. The tables of a commit share the rows that
may be moved, so that they take turns: the work of a commit depends on what it changes, hardly on the size of a table.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schemas.columns import Table
from warehouse.generations.changes import same_rows
from warehouse.generations.layout import DataFile, Level, Place, is_small, order_of, place_of, rank, rows_per_file
from warehouse.generations.tables import Shelf, in_order, keys_of

#: So many commits are kept as a fresh file each; and so many when it is another table's turn.
_MOST_FRESH, _FRESH_WAITING = 8, 16
#: The young files hold at most one row in so many; and one in so many when it is another table's turn.
_YOUNG_SHARE, _YOUNG_WAITING = 8, 5
#: From so many files on, small neighbours in the base are put together.
_MOST_BASE = 64
#: So many rows a commit moves between levels, of all tables together, before the rest has to wait.
_MOVED_ROWS = 150_000


class Effort:
    """What one commit may still spend on moving rows between levels, all tables together."""

    def __init__(self) -> None:
        self._rows = _MOVED_ROWS

    @property
    def is_spent(self) -> bool:
        """What can wait should."""
        return self._rows <= 0

    def spend(self, rows: int) -> None:
        """So many ``rows`` are written because they, or their neighbours, move."""
        self._rows -= rows


@dataclass(kw_only=True)
class _Piece:
    """A stretch of a table: a file of the generation before, some rows taken out of it, others added; or added only.

    ``without`` is the mask of the rows that go.
    """

    level: Level
    first: Place
    last: Place
    file: DataFile | None = None
    without: Any = None
    removed_count: int = 0
    added: Any = None

    @property
    def row_count(self) -> int:
        old = self.file.row_count - self.removed_count if self.file is not None else 0
        return old + (self.added.num_rows if self.added is not None else 0)

    @property
    def is_touched(self) -> bool:
        return self.without is not None or self.added is not None

    def add(self, rows: Any) -> None:
        """Take ``rows`` in, too."""
        if rows.num_rows:
            self.added = rows if self.added is None else pa.concat_tables([self.added, rows])

    def load(self, shelf: Shelf) -> Any:
        """Its rows, sorted."""
        parts = [] if self.added is None else [self.added]
        if self.file is not None:
            old = shelf.read(self.file)
            parts.append(old if self.without is None else old.filter(pc.invert(self.without)))
        return in_order(shelf.table, pa.concat_tables(parts))


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
        pieces.append(_new(shelf.table, in_order(shelf.table, put), Level.FRESH))
    pieces = _settled(shelf, pieces, most, effort)
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


def _piece(file: DataFile, without: Any) -> _Piece:
    count = 0 if without is None else pc.sum(without).as_py()
    return _Piece(level=file.level, first=file.first, last=file.last, file=file, without=without, removed_count=count)


def _new(table: Table, rows: Any, level: Level) -> _Piece:
    return _Piece(level=level, first=_place(table, rows, 0), last=_place(table, rows, rows.num_rows - 1), added=rows)


def _place(table: Table, rows: Any, at: int) -> Place:
    return place_of([rows.column(name)[at].as_py() for name in order_of(table)])


def _before(table: Table, rows: Any, place: Place) -> int:
    """How many of the sorted ``rows`` lie before ``place``."""
    return bisect_left(range(rows.num_rows), rank(place), key=lambda at: rank(_place(table, rows, at)))


def _settled(shelf: Shelf, pieces: Sequence[_Piece], most: int, effort: Effort) -> list[_Piece]:
    """The pieces, those of each level in order, after the moves between levels that are due."""
    base, young, fresh = (_level(pieces, level) for level in (Level.BASE, Level.YOUNG, Level.FRESH))
    if len(fresh) > (_FRESH_WAITING if effort.is_spent else _MOST_FRESH) or _rows(fresh) > most:
        rows = in_order(shelf.table, pa.concat_tables([piece.load(shelf) for piece in fresh]))
        effort.spend(rows.num_rows + _rows(young))
        young, fresh = _moved(shelf.table, rows, young, Level.YOUNG), []
    while young and _rows(young) * (_YOUNG_WAITING if effort.is_spent else _YOUNG_SHARE) > _rows(base):
        leaving = min(young, key=lambda piece: _cost(piece, base))
        effort.spend(leaving.row_count + _rows(_beneath(leaving, base)))
        young.remove(leaving)
        base = _moved(shelf.table, leaving.load(shelf), base, Level.BASE)
    _tidy(shelf, base, most)
    return [*base, *young, *fresh]


def _level(pieces: Iterable[_Piece], level: Level) -> list[_Piece]:
    chosen = [piece for piece in pieces if piece.level is level and piece.row_count]
    return sorted(chosen, key=lambda piece: rank(piece.first))


def _rows(pieces: Iterable[_Piece]) -> int:
    return sum(piece.row_count for piece in pieces)


def _moved(table: Table, rows: Any, pieces: list[_Piece], level: Level) -> list[_Piece]:
    """The ordered ``pieces`` of a level with the sorted ``rows`` added, each to the piece in whose stretch it lies."""
    if not pieces:
        return [_new(table, rows, level)]
    cuts = [0, *(_before(table, rows, piece.first) for piece in pieces[1:]), rows.num_rows]
    for piece, (start, end) in zip(pieces, pairwise(cuts), strict=True):
        piece.add(rows.slice(start, end - start))
    return pieces


def _cost(piece: _Piece, base: Sequence[_Piece]) -> float:
    """How many rows of the base are written again for one row of ``piece`` that moves there."""
    return _rows(_beneath(piece, base)) / max(piece.row_count, 1)


def _beneath(piece: _Piece, base: Sequence[_Piece]) -> Sequence[_Piece]:
    """The pieces of the ordered ``base`` in whose stretches the rows of ``piece`` lie."""
    starts = [rank(each.first) for each in base]
    first = max(bisect_right(starts, rank(piece.first)) - 1, 0)
    return base[first : bisect_right(starts, rank(piece.last))]


def _tidy(shelf: Shelf, base: list[_Piece], most: int) -> None:
    """Put small neighbours together where there are too many files; a few at a time."""
    for _ in range(min(len(base) - _MOST_BASE, 4)):
        counts = [left.row_count + right.row_count for left, right in pairwise(base)]
        at = counts.index(min(counts))
        if counts[at] > most:
            return
        base[at].add(base.pop(at + 1).load(shelf))


def _files(shelf: Shelf, piece: _Piece, most: int) -> Iterator[DataFile]:
    if piece.file is not None and not piece.is_touched:
        yield shelf.keep(piece.file)
        return
    rows = piece.load(shelf)
    piece.added = None
    yield from _written(shelf, rows, piece.level, most, is_indexed=True)


def _written(shelf: Shelf, rows: Any, level: Level, most: int, *, is_indexed: bool) -> Iterator[DataFile]:
    """Write the sorted ``rows`` in files of about the same size, at most ``most`` rows each; always one."""
    count = max(-(-rows.num_rows // most), 1)
    cuts = [rows.num_rows * number // count for number in range(count + 1)]
    for start, end in pairwise(cuts):
        yield shelf.write(rows.slice(start, end - start), level, is_indexed=is_indexed)
