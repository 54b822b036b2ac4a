"""``dateline publish``: a copy of the calendar for others to read."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from flows.errors import CommandError
from flows.options import add_warehouse

NAME = "publish"
HELP = "copy the current tables to a folder that others can read, with --no-text without a sentence of any article"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``publish``."""
    parser.add_argument("folder", metavar="DIR", type=Path, help="a folder that is not there yet")
    parser.add_argument(
        "--no-text", action="store_true", help="leave out the texts of articles, and every sentence and quote"
    )
    add_warehouse(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the copy and say what it leaves out."""
    from warehouse.errors import WarehouseError  # noqa: PLC0415 (loads DuckDB, which --help must not wait for)
    from warehouse.generations import current_generation, publish, text_columns  # noqa: PLC0415

    try:
        generation = current_generation(arguments.warehouse)
        publish(generation, arguments.folder, is_without_text=arguments.no_text)
    except WarehouseError as error:
        raise CommandError(str(error)) from error
    without = f" without {', '.join(text_columns())}" if arguments.no_text else ""
    sys.stderr.write(f"dateline: run {generation.run_id} is copied to {arguments.folder}{without}\n")
    return 0
