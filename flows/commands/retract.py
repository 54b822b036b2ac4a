"""``dateline retract``: an article that shall not speak any more, and stays readable."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path

from flows.naming import add_reasons, article_of, name_of
from flows.options import add_running, add_warehouse
from schemas.enumerations import Work

NAME = "retract"
HELP = "retract an article: none of its claims counts any more (its text stays readable)"

#: The file in ``corrections/`` that this command appends to.
FILE = "retract.jsonl"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``retract``."""
    parser.add_argument("article", metavar="ARTICLE", help="article_id, or the source_uri it was read from")
    add_reasons(parser, "retracted on the command line")
    add_warehouse(parser)
    add_running(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write a correction that retracts the article, and put the rest on the calendar again."""
    from flows.running import start_work  # noqa: PLC0415 (loads the readers)

    article = article_of(arguments.warehouse, arguments.article)
    _retract(arguments.warehouse, article.article_id, name_of(arguments), arguments.why)
    return start_work(Work.RUN, arguments)


def _retract(warehouse: Path, article_id: str, who: str, why: str) -> None:
    correction = {
        "who": who,
        "when": datetime.now(UTC).date().isoformat(),
        "what": "retract",
        "article": article_id,
        "why": why,
    }
    folder = warehouse / "corrections"
    folder.mkdir(exist_ok=True)
    with (folder / FILE).open("a", encoding="utf-8") as file:
        file.write(json.dumps(correction, ensure_ascii=False) + "\n")
