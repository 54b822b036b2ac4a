"""Exports are read back by the programs that they are for."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import icalendar
import openpyxl
import pytest

import warehouse
from tests.warehouse import little
from tests.warehouse.rows import row
from warehouse.exports import EXPORTS, export_rows, written
from warehouse.generations import commit

HOSTILE = "=HYPERLINK(A1), “two”\nlines; and more"


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Four events: on a day, within a month, until a day, and only called off."""
    tables = little.tables(0)
    tables["events"] = [
        _event(
            "e1", "Lind-Krol talks", date(2025, 3, 3), date(2025, 3, 3), place="Oslo", latitude=59.9, longitude=10.7
        ),
        _event("e2", HOSTILE, date(1899, 10, 1), date(1899, 10, 31), precision="month", edtf="1899-10"),
        _event("e3", "storm", None, date(2025, 3, 9), precision="open", event_type="DISASTER"),
        _event("e4", "visit", date(2025, 4, 1), date(2025, 4, 2), status="canceled", day_role="status"),
        _event("e5", "march", date(2025, 5, 1), date(2025, 5, 2), status="planned", precision="range"),
    ]
    tables["event_ids"] = [
        row("event_ids", event_id=each.event_id, founding_mention_id="m") for each in tables["events"]
    ]
    tables["evidence"] = []
    commit(tmp_path, _with_claims(tables), inputs=little.inputs(5))
    with warehouse.connect(tmp_path) as opened:
        yield opened


def _event(event_id: str, label: str, first: date | None, last: date | None, **fields: Any) -> Any:
    days = {"first_day": first, "last_day": last, "sort_day": first or last}
    return row("events", event_id=event_id, label=label, source_count=1, **days, **fields)


def _with_claims(tables: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """A claim for each event, each in an article of its own."""
    made = little.tables(len(tables["events"]))
    ids = [each.event_id for each in tables["events"]]
    return {
        **made,
        "events": tables["events"],
        "event_ids": [row("event_ids", event_id=each, founding_mention_id=f"m{n}") for n, each in enumerate(ids)],
        "evidence": [row("evidence", event_id=each, mention_id=f"m{n}") for n, each in enumerate(ids)],
        "event_status": [],
    }


def exported(connection: duckdb.DuckDBPyConnection, name: str) -> bytes:
    return written(name, *export_rows(connection, name))


def test_csv_is_read_back(connection: duckdb.DuckDBPyConnection) -> None:
    """Python's reader gives one row an event; wide days are no day, and no text is a formula."""
    records = list(csv.DictReader(io.StringIO(exported(connection, "csv").decode("utf-8-sig"), newline="")))
    by_label = {record["label"]: record for record in records}
    assert len(records) == 5
    assert by_label["Lind-Krol talks"]["first_day"] == "2025-03-03"
    assert by_label["Lind-Krol talks"]["is_one_day"] == "true"
    assert by_label["Lind-Krol talks"]["quote"] == "They met."
    assert by_label[f"'{HOSTILE}"]["is_one_day"] == "false"
    assert by_label[f"'{HOSTILE}"]["days"] == "1899-10"
    assert by_label["storm"]["first_day"] == ""
    assert (by_label["visit"]["days"], by_label["visit"]["first_day"]) == ("no day", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_csv_begins_a_formula(start: str) -> None:
    """Texts get an apostrophe in front; numbers below zero stay numbers."""
    (record,) = csv.reader(
        io.StringIO(written("csv", ["a"], [(start + "1+1",)]).decode("utf-8-sig").split("\r\n", 1)[1])
    )
    assert record[0].startswith("'")
    assert written("csv", ["a"], [(-1.5,)]).decode("utf-8-sig") == "a\r\n-1.5\r\n"


def test_duckdb_reads_csv_with_its_types(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    """Days are found to be days, numbers numbers."""
    path = tmp_path / "events.csv"
    path.write_bytes(exported(connection, "csv"))
    types = dict(zip(duckdb.read_csv(str(path)).columns, duckdb.read_csv(str(path)).types, strict=True))
    assert str(types["first_day"]) == "DATE"
    assert str(types["latitude"]) == "DOUBLE"
    assert str(types["is_one_day"]) == "BOOLEAN"


def test_json_is_one_array(connection: duckdb.DuckDBPyConnection) -> None:
    """Of objects with days in ISO 8601 and null where nothing is known."""
    records = json.loads(exported(connection, "json"))
    storm = next(record for record in records if record["label"] == "storm")
    assert (storm["first_day"], storm["last_day"], storm["is_one_day"]) == (None, "2025-03-09", False)


def test_a_workbook_is_read_back(connection: duckdb.DuckDBPyConnection) -> None:
    """Read by openpyxl: it finds dates as dates, texts as texts whatever they begin with, and a sheet that explains."""
    book = openpyxl.load_workbook(io.BytesIO(exported(connection, "xlsx")))
    assert book.sheetnames == ["Events", "About"]
    names, *rows = ([cell.value for cell in line] for line in book["Events"].iter_rows())
    records = {record["label"]: record for record in (dict(zip(names, values, strict=True)) for values in rows)}
    assert len(rows) == 5
    assert records["Lind-Krol talks"]["first_day"] == datetime(2025, 3, 3)  # noqa: DTZ001 (Excel knows no zones)
    assert records["Lind-Krol talks"]["is_one_day"] is True
    assert records["Lind-Krol talks"]["latitude"] == 59.9
    assert records[HOSTILE]["first_day"] == "1899-10-01"
    assert records["visit"]["first_day"] is None
    cells = [cell for line in book["Events"].iter_rows() for cell in line]
    assert not [cell.value for cell in cells if cell.data_type == "f"]


def test_a_calendar_is_read_back(connection: duckdb.DuckDBPyConnection) -> None:
    """Read by icalendar: it finds all-day entries over all days on which the event can have been, with their status."""
    calendar = icalendar.Calendar.from_ical(exported(connection, "ical"))
    entries = {str(entry["UID"]): entry for entry in calendar.walk("VEVENT")}
    assert set(entries) == {"e1@dateline", "e2@dateline", "e5@dateline"}
    talks, wide, march = (entries[f"e{number}@dateline"] for number in (1, 2, 5))
    assert (talks.decoded("DTSTART"), talks.decoded("DTEND")) == (date(2025, 3, 3), date(2025, 3, 4))
    assert (talks["STATUS"], talks["SUMMARY"], talks["LOCATION"]) == ("CONFIRMED", "Lind-Krol talks", "Oslo")
    assert (wide.decoded("DTSTART"), wide.decoded("DTEND")) == (date(1899, 10, 1), date(1899, 11, 1))
    assert str(wide["SUMMARY"]) == f"{HOSTILE} [on a day within 1899-10]"
    assert (march["STATUS"], march["SUMMARY"]) == (
        "TENTATIVE",
        "march (planned) [on a day within 2025-05-01 .. 2025-05-02]",
    )
    assert all(not entry.errors for entry in entries.values())


def test_lines_of_a_calendar_are_short(connection: duckdb.DuckDBPyConnection) -> None:
    """At most 75 octets, ended by CR LF, as RFC 5545 says, with letters of many octets whole."""
    columns, rows = export_rows(connection, "ical")
    place = columns.index("label")
    long = [(*row[:place], "Øß" * 100, *row[place + 1 :]) for row in rows]
    lines = written("ical", columns, long).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)


@pytest.mark.parametrize(
    ("name", "day_column"), [("gdelt", "SQLDATE"), ("acled", "event_date"), ("ucdp", "date_start")]
)
def test_columns_of_other_data_sets(connection: duckdb.DuckDBPyConnection, name: str, day_column: str) -> None:
    """They can be chosen by the ids of events as all others, and their files have the columns that tools expect."""
    columns, rows = export_rows(connection, name, event_ids=["e1"])
    assert day_column in columns
    assert [row[columns.index(EXPORTS[name].key)] for row in rows] == ([] if name == "ucdp" else ["e1"])
    assert next(csv.reader(io.StringIO(exported(connection, name).decode("utf-8-sig")))) == columns
