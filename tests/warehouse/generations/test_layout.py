"""How a table lies: its order, how large its files are, and how places in the order compare."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from schemas import TABLES
from warehouse.generations.layout import (
    SMALL_TABLE,
    is_small,
    most_fresh_rows,
    most_young_rows,
    order_of,
    place_of,
    rank,
    rows_per_file,
    rows_per_group,
)

GENERATED = [table for table in TABLES.values() if not table.is_journal]


@pytest.mark.parametrize("table", GENERATED, ids=lambda table: table.name)
def test_an_order_is_of_columns_and_decides_all(table: object) -> None:
    """Its columns are the table's, each once, the whole key among them: no two rows are equal in it."""
    assert table in GENERATED
    declared = next(each for each in GENERATED if each is table)
    order = order_of(declared)
    assert set(order) <= {column.name for column in declared.columns}
    assert len(set(order)) == len(order)
    assert set(declared.key) <= set(order)


def test_a_table_has_few_files_whatever_its_size() -> None:
    """One file when small; then a number that neither grows with the table nor falls below what a day needs."""
    events = TABLES["events"]
    assert is_small(events, SMALL_TABLE)
    assert rows_per_file(events, SMALL_TABLE) >= SMALL_TABLE
    for count in (SMALL_TABLE + 1, 1_000_000, 10_000_000, 300_000_000):
        assert 2 < count / rows_per_file(events, count) <= 31


def test_a_larger_table_never_has_smaller_files() -> None:
    """Else a table that grows would be cut again and again."""
    for name in ("events", "article_texts"):
        sizes = [rows_per_file(TABLES[name], count) for count in range(70_000, 5_000_000, 70_000)]
        assert all(left <= right for left, right in pairwise(sizes))


def test_rows_with_texts_lie_in_smaller_groups() -> None:
    """A question for one article reads some hundred kilobytes, not all of a file."""
    assert rows_per_group(TABLES["article_texts"], 30_000) < rows_per_group(TABLES["events"], 30_000)
    assert rows_per_file(TABLES["article_texts"], 60_000) < rows_per_file(TABLES["events"], 60_000)


def test_a_very_large_table_has_few_statistics() -> None:
    """Whoever asks for one day reads those of every file first: some hundred, not thousands."""
    events = TABLES["events"]
    for count in (1_000_000, 10_000_000):
        size = rows_per_file(events, count)
        assert count / min(size, rows_per_group(events, size)) <= 100


@pytest.mark.parametrize("row_count", [1, 40_000, 50_000, 65_536, 65_537, 200_000, 700_000])
def test_the_groups_of_a_file_are_about_as_large_as_each_other(row_count: int) -> None:
    """No group of a few rows at the end, which would cost a reader as much as any."""
    size = rows_per_group(TABLES["events"], row_count)
    last = row_count % size or size
    assert last > 0.99 * size or last == row_count


def test_what_may_wait_is_a_small_part_of_a_table() -> None:
    """Nearly all rows of a large table lie in its order, and what waits does not grow with the table for ever."""
    events = TABLES["events"]
    for count in (70_000, 1_000_000, 10_000_000):
        assert most_fresh_rows(events, count) + most_young_rows(events, count) <= count / 4
    assert most_young_rows(events, 10_000_000) < 300_000


def test_places_compare_as_rows_are_sorted() -> None:
    """Days by the calendar, nulls last, also in the second column."""
    ordered = [
        (date(999, 12, 31), "a"),
        (date(2025, 9, 30), "b"),
        (date(2025, 10, 1), None),
        (date(2025, 10, 2), "a"),
        (None, "a"),
        (None, None),
    ]
    ranks = [rank(place_of(values)) for values in ordered]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)
