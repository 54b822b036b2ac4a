"""The declarations themselves: names that can be used anywhere, references that lead somewhere."""

from __future__ import annotations

import dataclasses

import duckdb
import pytest

from schemas import TABLES, Table
from schemas.columns import Column, table_of

COLUMNS = [
    pytest.param(table, column, id=f"{table.name}.{column.name}")
    for table in TABLES.values()
    for column in table.columns
]


def test_no_name_is_reserved_by_duckdb() -> None:
    """Every table and column can be written in SQL without quotation marks, in DuckDB of this version."""
    question = "select keyword_name from duckdb_keywords() where keyword_category = 'reserved'"
    with duckdb.connect() as connection:
        reserved = {name for (name,) in connection.execute(question).fetchall()}
    names = {table.name for table in TABLES.values()} | {c.name for table in TABLES.values() for c in table.columns}
    assert len(reserved) > 50
    assert names & reserved == set()


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_table_can_be_selected_unquoted(table: Table) -> None:
    """``select column, ... from table`` parses and binds as written."""
    with duckdb.connect() as connection:
        columns = ", ".join(f"{column.name} {column.column_type}" for column in table.columns)
        connection.execute(f"create table {table.name} ({columns})")
        listed = ", ".join(f"t.{column.name} as {column.name}" for column in table.columns)
        answer = connection.execute(f"select {listed} from {table.name} as t")  # noqa: S608 (our own names)
        assert [column[0] for column in answer.description or ()] == [column.name for column in table.columns]


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_column_says_what_it_means(table: Table, column: Column) -> None:
    """A meaning in words, a unit for what is counted or placed, and a type by the suffix of its name."""
    assert column.col.meaning
    assert not column.col.meaning.endswith(".")
    if column.python_type in (int, float) and not column.name.endswith("_number"):
        assert column.col.unit, f"{table.name}.{column.name} counts something"
    suffixes = {"_day": "DATE", "_at": "TIMESTAMP WITH TIME ZONE", "_offset": "INTEGER", "_id": "VARCHAR"}
    for suffix, kind in suffixes.items():
        if column.name.endswith(suffix):
            assert column.column_type == kind
    if column.name.startswith(("is_", "has_")):
        assert column.column_type == "BOOLEAN"


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_reference_leads_to_a_key(table: Table, column: Column) -> None:
    """What a column refers to is the whole key of a declared table, of the same type."""
    if column.col.references is None:
        return
    target, name = column.col.references.split(".")
    assert TABLES[target].key == (name,), f"{table.name}.{column.name}"
    (there,) = (other for other in TABLES[target].columns if other.name == name)
    assert there.column_type == column.column_type


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_a_key_is_made_of_columns_that_are_never_null(table: Table) -> None:
    """The key names declared columns, and none of them can be null."""
    columns = {column.name: column for column in table.columns}
    assert table.key
    assert all(not columns[name].is_nullable for name in table.key)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_a_row_class_is_one_frozen_table(table: Table) -> None:
    """Row classes are frozen dataclasses, are documented, and know their table."""
    assert table_of(table.row_class) is table
    assert table.row_class.__doc__
    assert [field.name for field in dataclasses.fields(table.row_class)] == [column.name for column in table.columns]
