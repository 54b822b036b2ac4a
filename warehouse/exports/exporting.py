"""Which exports there are, what their rows are, and how they become bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from warehouse.exports.calendar import calendar_bytes
from warehouse.exports.spreadsheets import csv_bytes, json_bytes, xlsx_bytes

Rows = Sequence[Sequence[Any]]


@dataclass(frozen=True)
class Export:
    """A form of export: the view its rows come from, that view's column of event ids, and what writes the bytes."""

    view: str
    key: str
    write: Callable[[Sequence[str], Rows], bytes]
    help: str


#: Every export by the name that the command line gives it.
EXPORTS: dict[str, Export] = {
    "csv": Export("chronology_export", "event_id", csv_bytes, "a flat table for spreadsheets, one row an event"),
    "json": Export("chronology_export", "event_id", json_bytes, "the same as one JSON array"),
    "xlsx": Export("chronology_export", "event_id", xlsx_bytes, "the same as an Excel workbook"),
    "ical": Export("chronology_export", "event_id", calendar_bytes, "an iCalendar file; wide days are long entries"),
    "gdelt": Export("export_gdelt", "GLOBALEVENTID", csv_bytes, "CSV with the columns of GDELT's event table"),
    "acled": Export("export_acled", "event_id_cnty", csv_bytes, "CSV with the columns of ACLED"),
    "ucdp": Export("export_ucdp", "id", csv_bytes, "CSV with the columns of UCDP's Georeferenced Event Dataset"),
}


def export_rows(
    connection: duckdb.DuckDBPyConnection, name: str, event_ids: Sequence[str] | None = None
) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Columns and rows of the export ``name``, of all events or of those with ``event_ids``."""
    export = EXPORTS[name]
    relation = connection.table(export.view)
    if event_ids is None:
        return relation.columns, relation.fetchall()
    chosen = f"from {export.view} where {export.key} in (select unnest($1::varchar[]))"
    return relation.columns, connection.execute(chosen, [list(event_ids)]).fetchall()


def written(name: str, columns: Sequence[str], rows: Rows) -> bytes:
    """The bytes of the export ``name``; the same rows give the same bytes. Raises ValueError when they cannot fit."""
    return EXPORTS[name].write(columns, rows)
