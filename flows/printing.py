"""Prints rows for people (a table that fits the terminal) and for programs (JSON lines, CSV)."""

from __future__ import annotations

import csv
import json
import shutil
import sys
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, TextIO

_GAP = "  "
_LEAST = 8


def print_rows(names: Sequence[str], rows: Sequence[Sequence[Any]], how: str = "table") -> None:
    """Print ``rows`` with the column ``names`` on stdout; ``how`` is "table", "json" or "csv".

    A table is cut to the width of a terminal; piped, it is as wide as its words.
    """
    if how == "table":
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        sys.stdout.writelines(line + "\n" for line in table_lines(names, rows, width))
    else:
        write_rows(names, rows, how, sys.stdout)


def write_rows(names: Sequence[str], rows: Sequence[Sequence[Any]], how: str, out: TextIO) -> None:
    """Write ``rows`` for programs, every value as it is; ``how`` is "json" (an object a line) or "csv"."""
    if how == "json":
        _print_json(names, rows, out)
    else:
        _print_csv(names, rows, out)


def _print_json(names: Sequence[str], rows: Sequence[Sequence[Any]], out: TextIO) -> None:
    out.writelines(
        json.dumps(dict(zip(names, row, strict=True)), default=words, ensure_ascii=False) + "\n" for row in rows
    )


def _print_csv(names: Sequence[str], rows: Sequence[Sequence[Any]], out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([[_field(value) for value in row] for row in rows])


def _field(value: Any) -> str:
    """A value as programs read it: yes and no are true and false."""
    return str(value).lower() if isinstance(value, bool) else words(value)


def table_lines(names: Sequence[str], rows: Sequence[Sequence[Any]], width: int | None = None) -> list[str]:
    """The lines of a plain table, at most ``width`` columns wide when given: the widest columns are cut first."""
    cells = [list(names), *([_one_line(value) for value in row] for row in rows)]
    widths = [max(map(display_width, column)) for column in zip(*cells, strict=True)]
    if width is not None:
        widths = _fit(widths, width)
    rule = ["-" * column for column in widths]
    return [_line(cell_row, widths) for cell_row in (cells[0], rule, *cells[1:])]


def _fit(widths: list[int], width: int) -> list[int]:
    fitted = list(widths)
    while sum(fitted) + len(_GAP) * (len(fitted) - 1) > width and max(fitted) > _LEAST:
        fitted[fitted.index(max(fitted))] -= 1
    return fitted


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(_pad(cell, width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _pad(text: str, width: int) -> str:
    if display_width(text) > width:
        text = _cut(text, width - 1) + "…"
    return text + " " * (width - display_width(text))


def _cut(text: str, width: int) -> str:
    while display_width(text) > width:
        text = text[:-1]
    return text


def display_width(text: str) -> int:
    """How many terminal columns ``text`` takes: wide letters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in "WF") for letter in text
    )


def _one_line(value: Any) -> str:
    text = " ".join(words(value).split())
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cc")


def words(value: Any) -> str:
    """``value`` as a person reads it: nothing for null, yes and no, days and instants in ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
