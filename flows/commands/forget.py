"""``dateline forget``: an article that shall not speak any more."""

from __future__ import annotations

import argparse
import getpass
import json
from datetime import UTC, datetime
from pathlib import Path

from flows.errors import CommandError
from flows.options import add_running, add_warehouse
from flows.reading import open_warehouse

NAME = "forget"
HELP = "retract an article: none of its claims counts any more (its text stays readable)"

#: The file in ``corrections/`` that this command appends to.
FILE = "forget.jsonl"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``forget``."""
    parser.add_argument("article", metavar="ARTICLE", help="article_id, or the source_uri it was read from")
    parser.add_argument("--why", default="retracted on the command line", help="the reason, for the record")
    parser.add_argument("--who", metavar="NAME", default=None, help="who says so, for the record (default: your login)")
    add_warehouse(parser)
    add_running(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write a correction that retracts the article, and put the rest on the calendar again."""
    from flows.request import Request  # noqa: PLC0415 (loads the readers)
    from flows.running import start  # noqa: PLC0415

    _retract(arguments.warehouse, _article_id(arguments.warehouse, arguments.article), arguments.who, arguments.why)
    request = Request(warehouse=arguments.warehouse, workers=arguments.workers)
    return start(request, is_direct=arguments.direct, is_quiet=arguments.quiet)


def _article_id(warehouse: Path, name: str) -> str:
    query = "select article_id from articles where article_id = $1 or (source_uri = $1 and is_latest)"
    with open_warehouse(warehouse) as connection:
        found = connection.execute(query, [name]).fetchall()
    if len(found) != 1:
        raise CommandError(f"{'no' if not found else 'more than one'} article of {warehouse} is called {name!r}")
    return str(found[0][0])


def _retract(warehouse: Path, article_id: str, who: str | None, why: str) -> None:
    correction = {
        "who": who or getpass.getuser(),
        "when": datetime.now(UTC).date().isoformat(),
        "what": "retract",
        "article": article_id,
        "why": why,
    }
    folder = warehouse / "corrections"
    folder.mkdir(exist_ok=True)
    with (folder / FILE).open("a", encoding="utf-8") as file:
        file.write(json.dumps(correction, ensure_ascii=False) + "\n")
