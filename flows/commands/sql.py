"""``dateline sql``: questions to the tables and views, read-only."""

from __future__ import annotations

import argparse
import sys

from flows.errors import CommandError
from flows.options import add_format, add_warehouse
from flows.printing import print_rows
from flows.reading import open_warehouse

NAME = "sql"
HELP = "ask the tables and views with SQL (read-only); without a query, from stdin or a list of all tables and views"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``sql``."""
    parser.add_argument("query", nargs="?", help="the query; `-` reads it from stdin")
    add_warehouse(parser)
    add_format(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the rows that the query gives."""
    from warehouse.questions import QuestionError, ask  # noqa: PLC0415 (loads DuckDB)

    query = arguments.query
    if query == "-" or (query is None and not sys.stdin.isatty()):
        query = sys.stdin.read()
    with open_warehouse(arguments.warehouse) as connection:
        try:
            names, rows = ask(connection, query or "from contents")
        except QuestionError as error:
            raise CommandError(str(error)) from error
    print_rows(names, rows, arguments.format)
    return 0
