"""``dateline report``: the calendar as one HTML page."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from flows.options import add_warehouse
from flows.reading import open_warehouse

NAME = "report"
HELP = "write chronology, findings and sources to one HTML page that needs nothing else"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``report``."""
    parser.add_argument("--output", metavar="FILE", type=Path, required=True, help="the page; `-` prints it")
    parser.add_argument("--title", default="Chronology", help="the title of the page")
    add_warehouse(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the page, whole or not at all."""
    from warehouse.files import write_bytes  # noqa: PLC0415 (loads DuckDB)
    from warehouse.report import report_page  # noqa: PLC0415

    with open_warehouse(arguments.warehouse) as connection:
        page = report_page(connection, arguments.title)
    if str(arguments.output) == "-":
        sys.stdout.write(page)
        return 0
    write_bytes(arguments.output, page.encode())
    sys.stderr.write(f"dateline: wrote {arguments.output}\n")
    return 0
