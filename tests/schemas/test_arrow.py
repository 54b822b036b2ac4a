"""Rows to Arrow and back: fixed types, documentation in the metadata, one order."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import TABLES, EventId, Table
from schemas.arrow import arrow_schema, arrow_table, rows_of
from schemas.enumerations import Precision
from tests.warehouse.rows import row

ALLOWED = {
    pa.string(),
    pa.int32(),
    pa.int64(),
    pa.bool_(),
    pa.float64(),
    pa.date32(),
    pa.timestamp("us", "UTC"),
}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_types_are_those_every_reader_knows(table: Table) -> None:
    """Flat columns of seven types only, with meaning and unit in the metadata, not-null where declared."""
    schema = arrow_schema(table)
    assert {field.type for field in schema} <= ALLOWED
    for field, column in zip(schema, table.columns, strict=True):
        assert field.metadata[b"meaning"].decode() == column.col.meaning
        assert field.metadata.get(b"unit", b"").decode() == (column.col.unit or "")
        assert field.nullable is column.is_nullable


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_a_row_comes_back_as_it_was(table: Table) -> None:
    """Writing a row and reading it again gives an equal row, enumerations included."""
    plain = row(table.name)
    (back,) = rows_of(table, arrow_table(table, [plain]))
    assert back == plain
    assert [type(getattr(back, c.name)) for c in table.columns] == [type(getattr(plain, c.name)) for c in table.columns]


@given(st.permutations([f"e{number}" for number in range(6)]))
def test_order_of_rows_does_not_matter(ids: list[str]) -> None:
    """The same rows in any order give the same table, sorted by key."""
    table = TABLES["event_ids"]
    made = arrow_table(table, [EventId(event_id=one, founding_mention_id="m") for one in ids])
    assert made.column("event_id").to_pylist() == sorted(ids)


def test_text_is_sorted_by_code_points() -> None:
    """The order is that of code points, whatever the locale."""
    table = TABLES["event_ids"]
    ids = ["é", "z", "Z", "a", "😀", "ﬀ"]
    made = arrow_table(table, [EventId(event_id=one, founding_mention_id="m") for one in ids])
    assert made.column("event_id").to_pylist() == ["Z", "a", "z", "é", "ﬀ", "😀"]


def test_an_instant_keeps_its_moment() -> None:
    """An instant given with another offset is the same moment in UTC."""
    table = TABLES["article_dates"]
    there = datetime(2025, 8, 15, 23, 30, tzinfo=timezone(timedelta(hours=-8)))
    (back,) = rows_of(table, arrow_table(table, [row("article_dates", article_id="a", instant_at=there)]))
    assert back.instant_at == datetime(2025, 8, 16, 7, 30, tzinfo=UTC)


def test_a_row_of_another_table_is_refused() -> None:
    """Rows of the wrong class do not slip into a table."""
    with pytest.raises(TypeError, match="must be a EventId"):
        arrow_table(TABLES["event_ids"], [row("evidence")])


def test_a_value_of_another_type_is_refused() -> None:
    """A value that its column cannot hold is named with its column."""
    with pytest.raises(TypeError, match=r"events\.mention_count"):
        arrow_table(TABLES["events"], [row("events", mention_count=2**40)])


def test_a_word_outside_the_value_set_is_not_read() -> None:
    """Reading a value that its enumeration does not have is an error, not a surprise later."""
    table = TABLES["events"]
    made = arrow_table(table, [row("events", first_day=date(2025, 8, 15))])
    place = made.schema.get_field_index("precision")
    strange = made.set_column(place, made.schema.field(place), pa.array(["fortnight"], pa.string()))
    with pytest.raises(ValueError, match="fortnight"):
        rows_of(table, strange)
    assert rows_of(table, made)[0].precision is Precision.DAY
