"""``dateline sql``: questions to the tables and views, read-only."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from flows.options import add_format, add_warehouse
from flows.printing import print_rows
from flows.reading import open_warehouse

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NAME = "sql"
HELP = "ask the tables and views with SQL (read-only); without a query, at a prompt, or from stdin"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``sql``."""
    parser.add_argument("query", nargs="?", help="the query; `-` reads it from stdin")
    formats = add_format(parser)
    formats.add_argument(
        "--parquet", dest="format", action="store_const", const="parquet", help="write rows as Parquet (with --output)"
    )
    parser.add_argument(
        "--output", metavar="FILE", type=Path, help="write the rows there; its ending or an option names the format"
    )
    add_warehouse(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the rows that the query gives, write them to a file, or ask for queries at a prompt.

    A query that cannot be answered is explained in DuckDB's own lines, with the place of the mistake.
    """
    from warehouse.questions import QuestionError, confine  # noqa: PLC0415 (loads DuckDB)

    if arguments.format == "parquet" and arguments.output is None:
        sys.stderr.write("dateline sql: --parquet needs --output FILE\n")
        return 2
    with open_warehouse(arguments.warehouse) as connection:
        confine(connection, arguments.warehouse)
        if _is_conversation(arguments):
            from flows.prompting import converse  # noqa: PLC0415 (only a prompt needs it)

            converse(connection)
            return 0
        try:
            _answer(connection, _query(arguments.query), arguments)
        except QuestionError as error:
            sys.stderr.write(f"dateline: {error}\n")
            return 1
    return 0


def _is_conversation(arguments: argparse.Namespace) -> bool:
    return arguments.query is None and arguments.output is None and sys.stdin.isatty() and sys.stdout.isatty()


def _query(given: str | None) -> str:
    if given == "-" or (given is None and not sys.stdin.isatty()):
        given = sys.stdin.read()
    return given or "from contents"


def _answer(connection: DuckDBPyConnection, query: str, arguments: argparse.Namespace) -> None:
    from flows.answers import write_answer  # noqa: PLC0415 (loads DuckDB)
    from warehouse.questions import ask  # noqa: PLC0415

    if arguments.output is None:
        print_rows(*ask(connection, query), arguments.format)
        return
    how = None if arguments.format == "table" else arguments.format
    count = write_answer(connection, query, arguments.output, how)
    sys.stderr.write(f"dateline: wrote {count} rows to {arguments.output}\n")
