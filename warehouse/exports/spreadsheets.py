"""Rows as CSV, JSON and Excel workbooks that spreadsheets open safely.

A spreadsheet runs a cell of a CSV file that begins with ``=``, ``+``, ``-`` or ``@`` as a formula, and the words of an
article may begin so. In CSV such a text gets an apostrophe in front (OWASP, "CSV injection"); in a workbook every text
is marked as text, and nothing has to be changed.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: What Excel can hold.
_MOST_ROWS, _MOST_LETTERS, _FIRST_YEAR = 1_048_575, 32_767, 1900
_WIDEST, _NARROWEST = 60, 8
_ABOUT = (
    "One row is one event. first_day and last_day are the days between which it took place, both included.",
    "Where is_one_day is FALSE the day is not known: do not put it on its first day. `days` says it in words.",
    "An empty first_day or last_day is not bounded. Where both are empty, no day is told.",
    "quote is the sentence that speaks best for the event, source and url where it stands.",
)


def csv_bytes(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    """A CSV file in UTF-8 with the mark by which Excel knows it; days as 2025-08-15, true and false, empty for null."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_field(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _field(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return str(value).lower() if isinstance(value, bool) else str(value)


def json_bytes(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    """One JSON array, an object a line; days as 2025-08-15."""
    lines = (json.dumps(dict(zip(columns, row, strict=True)), default=str, ensure_ascii=False) for row in rows)
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


def xlsx_bytes(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    """An Excel workbook: the rows with a filter on every column, and a sheet that says how to read them.

    Days are real dates, but for those before 1900, which Excel does not know. Raises ValueError when there are more
    rows than a sheet holds.
    """
    if len(rows) > _MOST_ROWS:
        raise ValueError(
            f"{len(rows)} events are more than an Excel sheet holds ({_MOST_ROWS}): choose some, or take csv"
        )
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        # the same rows shall give the same bytes
        book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001 (Excel knows no time zones)
        _fill_events(book, columns, rows)
        about = book.add_worksheet("About")
        about.set_column(0, 0, 110)
        about.write_column(0, 0, _ABOUT)
    return file.getvalue()


def _fill_events(book: xlsxwriter.Workbook, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    sheet = book.add_worksheet("Events")
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    sheet.write_row(0, 0, columns, bold)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    for column, values in enumerate(zip(columns, *rows, strict=True)):
        longest = max(len(str(value)) for value in values if value is not None)
        sheet.set_column(column, column, min(max(longest + 1, _NARROWEST), _WIDEST))
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            _fill_cell(sheet, (number, column), value, day)


def _fill_cell(sheet: Any, place: tuple[int, int], value: Any, day: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(*place, value)
    elif isinstance(value, int | float):
        sheet.write_number(*place, value)
    elif isinstance(value, date) and value.year >= _FIRST_YEAR:
        sheet.write_datetime(*place, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001 (see above)
    else:
        text = str(value)
        sheet.write_string(*place, text if len(text) <= _MOST_LETTERS else text[: _MOST_LETTERS - 1] + "…")
