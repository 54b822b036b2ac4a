"""How a table lies on disk: the order of its rows, how many of them a file holds, and which files belong together.

A small table is one file. A large one is a *base* of files whose rows follow each other in the table's order, some
*young* files, ordered among themselves too, and a few *fresh* ones, each what one commit brought. A file knows the
least and the greatest place that its rows take in the order, so that most of a table need not be opened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from typing import Any

from schemas.columns import Table

#: A table of so many rows, or fewer, is always one file: its bytes depend on its rows alone.
SMALL_TABLE = 65_536

#: The statistics by which a reader skips rows are kept for about so many at a time; and for so many in the files of
#: very large tables, where reading the statistics of all files would take longer than what they spare.
_ROWS_PER_GROUP, _ROWS_PER_LARGE_GROUP = 32_768, 131_072

#: No file of a large table is made smaller than this when files are put together.
LEAST_ROWS = 32_768

#: A large table is cut in so many files, where they are large enough. Each costs every question a sixth of a
#: millisecond; fewer cost commits more, for a file in which one row is replaced is written anew.
_PARTS = 20

#: When the fresh files hold one row in so many it is time to put them in order, and so with the young ones.
_FRESH_SHARE, _YOUNG_SHARE = 64, 8

#: Rows that are heavy: fewer of them make a file.
_LEAST_ROWS_OF: Mapping[str, int] = {"article_texts": 2_048}
_VALUES_OF_TEXT: Mapping[str, int] = {"article_texts": 400}
_SMALL_TABLE_OF: Mapping[str, int] = {"article_texts": 4_096}
_ROWS_PER_GROUP_OF: Mapping[str, int] = {"article_texts": 256}

#: What rows are sorted by, where that is not the key: the questions that people ask. The key decides between equals.
_ORDER: Mapping[str, tuple[str, ...]] = {
    "articles": ("published_day",),
    "time_expressions": ("article_id",),
    "event_mentions": ("first_day", "article_id"),
    "events": ("sort_day", "place_id"),
    "event_participants": ("actor_id",),
    "event_status": ("reported_first_day",),
    "day_bounds": ("mention_id",),
    "inputs": ("arrival",),
}

#: A place in a table's order: the values of its order columns, days as text.
Place = tuple[Any, ...]


class Level(IntEnum):
    """How long the rows of a file have been there: what one commit brought, what some did, and the bulk."""

    FRESH = 0
    YOUNG = 1
    BASE = 2


@dataclass(frozen=True, kw_only=True)
class DataFile:
    """A Parquet file of a table: its name, how many rows it has, its level, and its first and last place."""

    name: str
    row_count: int
    level: Level
    first: Place
    last: Place


def order_of(table: Table) -> tuple[str, ...]:
    """The columns that the rows of ``table`` are sorted by; nulls come last."""
    order = _ORDER.get(table.name, ())
    return (*order, *(name for name in table.key if name not in order))


def is_small(table: Table, row_count: int) -> bool:
    """With ``row_count`` rows ``table`` is one file."""
    return row_count <= _small(table)


def _small(table: Table) -> int:
    return _SMALL_TABLE_OF.get(table.name, SMALL_TABLE)


def rows_per_file(table: Table, row_count: int) -> int:
    """How many rows a file of ``table`` should have when the table has ``row_count``: more in larger tables."""
    if is_small(table, row_count):
        return _small(table)
    return max(_least(table), row_count // _PARTS)


def _least(table: Table) -> int:
    return _LEAST_ROWS_OF.get(table.name, LEAST_ROWS)


def most_fresh_rows(table: Table, row_count: int) -> int:
    """From so many fresh rows on these should move to the young files, when the table has ``row_count`` in all."""
    return max(_least(table) // 4, row_count // _FRESH_SHARE)


def most_young_rows(table: Table, row_count: int) -> int:
    """From so many young rows on some should move to the base, when the table has ``row_count`` in all."""
    return min(_least(table) * _YOUNG_SHARE, row_count // _YOUNG_SHARE)


def rows_per_group(table: Table, row_count: int) -> int:
    """How many rows of a file of ``table`` that has ``row_count`` share statistics, and are read together.

    The groups of a file are about the same size, for each is a cost to whoever reads the file.
    """
    if table.name in _ROWS_PER_GROUP_OF:
        return _ROWS_PER_GROUP_OF[table.name]
    size = _ROWS_PER_GROUP if row_count <= SMALL_TABLE else _ROWS_PER_LARGE_GROUP
    return -(-row_count // max(round(row_count / size), 1)) or 1


def values_per_row(table: Table) -> int:
    """What a row of ``table`` is to whoever writes it, in values of plain columns."""
    return len(table.columns) + _VALUES_OF_TEXT.get(table.name, 0)


def place_of(values: Sequence[Any]) -> Place:
    """The place that order values take: such that places compare as rows do, and can be written as JSON."""
    return tuple(value.isoformat() if isinstance(value, date | datetime) else value for value in values)


def rank(place: Place) -> tuple[tuple[bool, Any], ...]:
    """``place`` as something that Python compares: nulls last."""
    return tuple((value is None, value if value is not None else 0) for value in place)
