"""Options that several commands share, so that they look and mean the same everywhere."""

from __future__ import annotations

import argparse
import os
from datetime import date
from pathlib import Path

#: Where a warehouse lies when nobody says so.
DEFAULT_WAREHOUSE = "dateline-data"


def add_warehouse(parser: argparse.ArgumentParser) -> None:
    """``--warehouse DIR``; without it the environment variable DATELINE_WAREHOUSE, else ``dateline-data``."""
    parser.add_argument(
        "--warehouse",
        metavar="DIR",
        type=_folder,
        default=os.environ.get("DATELINE_WAREHOUSE", DEFAULT_WAREHOUSE),
        help=f"folder of the warehouse (default: $DATELINE_WAREHOUSE, else {DEFAULT_WAREHOUSE})",
    )


def _folder(text: str) -> Path:
    """The folder that ``text`` names, which need not be there; raises ArgumentTypeError for a file."""
    path = Path(text)
    if path.exists() and not path.is_dir():
        raise argparse.ArgumentTypeError(f"{text} is a file, and a warehouse is a folder")
    return path


def add_format(parser: argparse.ArgumentParser) -> argparse._MutuallyExclusiveGroup:
    """``--json`` and ``--csv`` for commands that print rows; ``arguments.format`` is "table", "json" or "csv".

    Returns the group, to which a command may add formats of its own.
    """
    formats = parser.add_mutually_exclusive_group()
    parser.set_defaults(format="table")
    for name, how in (("json", "one JSON object a line"), ("csv", "CSV with a header")):
        formats.add_argument(f"--{name}", dest="format", action="store_const", const=name, help=f"rows as {how}")
    return formats


def add_sources(parser: argparse.ArgumentParser) -> None:
    """The sources of every command that takes articles in, and what the user knows about them."""
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a file, a folder, a glob, an address (http, https), or - for standard input",
    )
    parser.add_argument("--published", metavar="DAY", type=day, help="the day of publication, where you know it")
    parser.add_argument("--source", metavar="NAME", help="the publisher, where you know it")


def day(text: str) -> date:
    """The day that ``text`` names; raises ArgumentTypeError."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2025-08-15") from error


def add_running(parser: argparse.ArgumentParser) -> None:
    """The options of every command that starts a run which may read articles."""
    add_starting(parser)
    parser.add_argument(
        "--workers", metavar="N", type=_count, help="processes that read (default: as many as are worth it)"
    )


def add_starting(parser: argparse.ArgumentParser) -> None:
    """The options of every command that starts a run."""
    parser.add_argument("--direct", action="store_true", help="run without Prefect: no server, the same tables")
    parser.add_argument(
        "--wait",
        metavar="SECONDS",
        type=float,
        default=0.0,
        help="how long to wait while another run writes to the warehouse (default: not at all)",
    )
    parser.add_argument("--quiet", action="store_true", help="print nothing but errors")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes")
    return int(text)
