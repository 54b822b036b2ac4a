"""``dateline export``: the chronology for spreadsheets, calendars, and the tooling of other event data sets."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from flows.choosing import add_choice, chosen_events
from flows.errors import CommandError
from flows.options import add_warehouse
from flows.reading import open_warehouse

NAME = "export"
HELP = "write the chronology as csv, json, xlsx or ical, or with the columns of gdelt, acled or ucdp"

#: By name; what each is, docs/exports.md tells. (A test compares them with what the warehouse offers.)
FORMATS = ("csv", "json", "xlsx", "ical", "gdelt", "acled", "ucdp")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``export``."""
    parser.add_argument("format", choices=FORMATS, metavar="FORMAT", help=", ".join(FORMATS))
    parser.add_argument("--output", metavar="FILE", type=Path, help="where to write it (default: standard output)")
    add_choice(parser)
    add_warehouse(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the file, whole or not at all, and say how many events are in it."""
    from warehouse.exports import export_rows, written  # noqa: PLC0415 (loads DuckDB)
    from warehouse.files import write_bytes  # noqa: PLC0415

    to_stdout = arguments.output is None or str(arguments.output) == "-"
    if to_stdout and arguments.format == "xlsx" and sys.stdout.isatty():
        raise CommandError("a workbook cannot be shown here: name a file with --output")
    with open_warehouse(arguments.warehouse) as connection:
        columns, rows = export_rows(connection, arguments.format, chosen_events(connection, arguments))
    try:
        content = written(arguments.format, columns, rows)
    except ValueError as error:
        raise CommandError(str(error)) from error
    if to_stdout:
        sys.stdout.buffer.write(content)
        return 0
    write_bytes(arguments.output, content)
    sys.stderr.write(f"dateline: wrote {_told(arguments.format, content, len(rows))} to {arguments.output}\n")
    return 0


def _told(name: str, content: bytes, count: int) -> str:
    if name != "ical":
        return f"{count} events"
    shown = content.count(b"BEGIN:VEVENT")
    left = f" ({count - shown} have no first or no last day and cannot stand in a calendar)" if shown < count else ""
    return f"{shown} events{left}"
