"""Moves rows between the levels of a large table, so that it has few files and most rows lie in the table's order.

What commits bring is fresh. When there are many fresh files they are put together, when they hold many rows these move
to the young files; and when the young ones hold many, the rows of some stretches move to the base, where most move to
one file. All tables of a commit share an :class:`Effort`: who finds it spent waits for a later commit, up to a limit.
So the work of a commit depends on what it changes, hardly on the size of a table, and no commit pays for all.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from schemas.columns import Table
from warehouse.generations.layout import (
    DataFile,
    Level,
    Place,
    most_fresh_rows,
    most_young_rows,
    order_of,
    place_of,
    rank,
    rows_per_file,
    values_per_row,
)
from warehouse.generations.tables import Shelf, in_order

#: From so many files on those of a level are put together.
_MOST_FILES = {Level.FRESH: 6, Level.YOUNG: 4, Level.BASE: 26}
#: So many values a commit writes again, of all tables together, before what can wait has to.
_VALUES = 8_000_000
#: What cannot wait: rows of a level are so many times what they should be.
_LATE = 1.6


class Effort:
    """What one commit may still spend on rows that were written before, all tables together."""

    def __init__(self) -> None:
        self._values = _VALUES

    @property
    def is_spent(self) -> bool:
        """What can wait should."""
        return self._values <= 0

    @property
    def patience(self) -> float:
        """How many times more rows than it should have a level may have; more, the more was spent already."""
        return _LATE - self._values / _VALUES if self.is_spent else 1.0

    def spend(self, table: Table, row_count: int) -> None:
        """So many rows of ``table`` are written that were written before."""
        self._values -= row_count * values_per_row(table)


@dataclass(kw_only=True)
class Piece:
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
        """How many rows it has."""
        old = self.file.row_count - self.removed_count if self.file is not None else 0
        return old + (self.added.num_rows if self.added is not None else 0)

    @property
    def is_touched(self) -> bool:
        """It has to be written."""
        return self.without is not None or self.added is not None

    @property
    def cost(self) -> int:
        """How many rows have to be written, only because a row is added."""
        return 0 if self.is_touched else self.row_count

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
        return parts[0] if self.added is None else in_order(shelf.table, pa.concat_tables(parts))


def new_piece(table: Table, rows: Any, level: Level) -> Piece:
    """A piece of the sorted ``rows``, of which there is one at least."""
    return Piece(level=level, first=_place(table, rows, 0), last=_place(table, rows, rows.num_rows - 1), added=rows)


def urgency(table: Table, files: Sequence[DataFile]) -> float:
    """How much it is the turn of ``table`` to be put in order: above 1 something is due."""
    row_count = sum(file.row_count for file in files)
    of_level = {level: [file.row_count for file in files if file.level is level] for level in Level}
    by_files = (len(of_level[level]) / most for level, most in _MOST_FILES.items())
    by_fresh = sum(of_level[Level.FRESH]) / most_fresh_rows(table, row_count)
    return max(*by_files, by_fresh, sum(of_level[Level.YOUNG]) / max(most_young_rows(table, row_count), 1))


def settled(shelf: Shelf, pieces: Sequence[Piece], effort: Effort) -> list[Piece]:
    """The pieces, those of each level in order, after the moves between levels that are due."""
    table, row_count = shelf.table, _rows(pieces)
    base, young, fresh = (_level(pieces, level) for level in (Level.BASE, Level.YOUNG, Level.FRESH))
    _sink(shelf, young, base, most_young_rows(table, row_count), effort)
    if _rows(fresh) > effort.patience * most_fresh_rows(table, row_count):
        young, fresh = _risen(shelf, fresh, young, effort), []
    if len(fresh) > _MOST_FILES[Level.FRESH]:
        effort.spend(table, _rows(fresh))
        fresh = [new_piece(table, _together(shelf, fresh), Level.FRESH)]
    for level, of_level in ((Level.YOUNG, young), (Level.BASE, base)):
        _tidy(shelf, of_level, _MOST_FILES[level], rows_per_file(table, row_count), effort)
    return [*base, *young, *fresh]


def _level(pieces: Iterable[Piece], level: Level) -> list[Piece]:
    chosen = [piece for piece in pieces if piece.level is level and piece.row_count]
    return sorted(chosen, key=lambda piece: rank(piece.first))


def _rows(pieces: Iterable[Piece]) -> int:
    return sum(piece.row_count for piece in pieces)


def _together(shelf: Shelf, pieces: Iterable[Piece]) -> Any:
    return in_order(shelf.table, pa.concat_tables([piece.load(shelf) for piece in pieces]))


def _place(table: Table, rows: Any, at: int) -> Place:
    return place_of([rows.column(name)[at].as_py() for name in order_of(table)])


def _before(table: Table, rows: Any, place: Place) -> int:
    """How many of the sorted ``rows`` lie before ``place``."""
    return bisect_left(range(rows.num_rows), rank(place), key=lambda at: rank(_place(table, rows, at)))


def _shares(table: Table, rows: Any, pieces: Sequence[Piece]) -> list[Any]:
    """The sorted ``rows``, cut so that each of the ordered ``pieces`` has those that lie in its stretch."""
    cuts = [0, *(_before(table, rows, piece.first) for piece in pieces[1:]), rows.num_rows]
    return [rows.slice(start, end - start) for start, end in pairwise(cuts)]


def _risen(shelf: Shelf, fresh: Sequence[Piece], young: list[Piece], effort: Effort) -> list[Piece]:
    """The young pieces with the rows of the ``fresh`` ones, each added to that in whose stretch it lies."""
    rows = _together(shelf, fresh)
    effort.spend(shelf.table, rows.num_rows)
    if not young:
        return [new_piece(shelf.table, rows, Level.YOUNG)]
    for piece, share in zip(young, _shares(shelf.table, rows, young), strict=True):
        effort.spend(shelf.table, piece.cost if share.num_rows else 0)
        piece.add(share)
    return young


def _sink(shelf: Shelf, young: list[Piece], base: list[Piece], most: int, effort: Effort) -> None:
    """Move young rows to the base while there are more than ``most``, first those that cost least to move."""
    while young and _rows(young) > effort.patience * most:
        leaving = min(young, key=lambda piece: sum(each.cost for each in _beneath(piece, base)) / piece.row_count)
        young.remove(leaving)
        rest = _sunk(shelf, leaving, base, most - _rows(young), effort)
        if rest:
            young.append(new_piece(shelf.table, pa.concat_tables(rest), Level.YOUNG))
            young.sort(key=lambda piece: rank(piece.first))


def _sunk(shelf: Shelf, leaving: Piece, base: list[Piece], may_stay: int, effort: Effort) -> list[Any]:
    """Move the rows of ``leaving`` to the ``base``, stretch by stretch, those first of which most move to one file.

    Returns the sorted rows of the other stretches when ``may_stay`` rows, or fewer, are left, or the effort is spent.
    """
    rows = leaving.load(shelf)
    if not base:
        base.append(new_piece(shelf.table, rows, Level.BASE))
        return []
    effort.spend(shelf.table, rows.num_rows)
    beneath = _beneath(leaving, base)
    shares = {at: share for at, share in enumerate(_shares(shelf.table, rows, beneath)) if share.num_rows}
    for at in sorted(shares, key=lambda at: beneath[at].cost / shares[at].num_rows):
        effort.spend(shelf.table, beneath[at].cost)
        beneath[at].add(shares.pop(at))
        if effort.is_spent or sum(share.num_rows for share in shares.values()) <= may_stay:
            break
    return list(shares.values())


def _beneath(piece: Piece, base: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces of the ordered ``base`` in whose stretches the rows of ``piece`` lie."""
    starts = [rank(each.first) for each in base]
    first = max(bisect_right(starts, rank(piece.first)) - 1, 0)
    return base[first : max(bisect_right(starts, rank(piece.last)), first + 1)]


def _tidy(shelf: Shelf, pieces: list[Piece], most_files: int, most_rows: int, effort: Effort) -> None:
    """Put small neighbours together where there are too many files."""
    while len(pieces) > most_files and not effort.is_spent:
        counts = [left.row_count + right.row_count for left, right in pairwise(pieces)]
        at = counts.index(min(counts))
        if counts[at] > fits(most_rows):
            return
        effort.spend(shelf.table, counts[at])
        pieces[at].add(pieces.pop(at + 1).load(shelf))


def fits(most: int) -> int:
    """So many rows still lie in one file, where files should have ``most``: a file that grows is not cut at once."""
    return most + most // 2
