"""Finds the article that a command names, and who gives the command."""

from __future__ import annotations

import argparse
import getpass
from dataclasses import dataclass
from pathlib import Path

from flows.errors import CommandError
from flows.reading import open_warehouse


@dataclass(frozen=True)
class Named:
    """An article version: its id, its address, and the hash of the bytes it was read from."""

    article_id: str
    source_uri: str
    content_sha256: str


def add_reasons(parser: argparse.ArgumentParser, why: str) -> None:
    """``--why`` and ``--who``, for the record."""
    parser.add_argument("--why", default=why, help="the reason, for the record")
    parser.add_argument("--who", metavar="NAME", default=None, help="who says so, for the record (default: your login)")


def name_of(arguments: argparse.Namespace) -> str:
    """Who gives the command."""
    return arguments.who or getpass.getuser()


def article_of(warehouse: Path, name: str) -> Named:
    """The article with the id ``name``, or the newest one at that address; raises CommandError when there is none."""
    query = (
        "select article_id, source_uri, content_sha256 from articles"
        " where article_id = $1 or (source_uri = $1 and is_latest)"
    )
    with open_warehouse(warehouse) as connection:
        found = connection.execute(query, [name]).fetchall()
    if len(found) != 1:
        raise CommandError(f"{'no' if not found else 'more than one'} article of {warehouse} is called {name!r}")
    return Named(*found[0])
