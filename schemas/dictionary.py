"""The documentation of every column as rows: the table ``data_dictionary``."""

from __future__ import annotations

from schemas.columns import TABLES, Column
from schemas.journal import DictionaryEntry


def dictionary_rows() -> list[DictionaryEntry]:
    """One row per declared column, its value set spelled out in the meaning."""
    return [
        DictionaryEntry(
            table_name=table.name,
            column_name=column.name,
            column_type=column.column_type,
            unit=column.col.unit,
            meaning=meaning_of(column),
        )
        for table in TABLES.values()
        for column in table.columns
    ]


def meaning_of(column: Column) -> str:
    """The column's meaning with its value set and the column it refers to."""
    parts = [column.col.meaning]
    if column.values is not None:
        parts.append("one of " + ", ".join(column.values))
    if column.col.references is not None:
        parts.append(f"refers to {column.col.references}")
    return "; ".join(parts)
