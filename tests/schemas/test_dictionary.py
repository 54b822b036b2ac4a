"""The dictionary documents everything, itself included."""

from __future__ import annotations

from schemas import TABLES
from schemas.dictionary import dictionary_rows


def test_the_dictionary_has_every_column_once() -> None:
    """data_dictionary documents every column of every table, itself included."""
    described = [(entry.table_name, entry.column_name) for entry in dictionary_rows()]
    assert described == [(table.name, column.name) for table in TABLES.values() for column in table.columns]
