"""``dateline forget``: an article that is erased, from raw bytes to kept generations, and does not come back."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from flows.errors import CommandError
from flows.naming import add_reasons, article_of, name_of
from flows.options import add_running, add_warehouse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warehouse.inbox import Input

NAME = "forget"
HELP = "erase an article from raw bytes, tables and kept generations; it does not come back (see also: retract)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``forget``."""
    parser.add_argument("article", metavar="ARTICLE", help="article_id, or the source_uri it was read from")
    parser.add_argument(
        "--undo", action="store_true", help="let a forgotten source_uri in again, when a run finds it the next time"
    )
    add_reasons(parser, "forgotten on the command line")
    add_warehouse(parser)
    add_running(parser)


def run(arguments: argparse.Namespace) -> int:
    """Record what shall be forgotten, put the rest on the calendar again, and erase; or let an address in again."""
    if arguments.undo:
        return _let_in(arguments)
    from flows.request import Request, has_work  # noqa: PLC0415 (loads the readers)
    from flows.running import start  # noqa: PLC0415

    forgotten = _forget(arguments)
    request = Request(warehouse=arguments.warehouse, workers=arguments.workers, patience_seconds=arguments.wait)
    # nothing is left to put on a calendar when all there was had waited for the first one
    code = start(request, is_direct=arguments.direct, is_quiet=arguments.quiet) if has_work(request) else 0
    if not arguments.quiet:
        for item in forgotten:
            sys.stderr.write(f"dateline: forgotten: {item.source_uri} ({item.content_sha256[:12]})\n")
    return code


def _let_in(arguments: argparse.Namespace) -> int:
    from warehouse.inbox import let_in  # noqa: PLC0415 (what --help must not wait for)
    from warehouse.locking import writing  # noqa: PLC0415

    with writing(arguments.warehouse):
        day = datetime.now(UTC).date()
        if not let_in(arguments.warehouse, arguments.article, who=name_of(arguments), day=day, why=arguments.why):
            raise CommandError(f"{arguments.article!r} was not forgotten in {arguments.warehouse}")
    return 0


def _forget(arguments: argparse.Namespace) -> list[Input]:
    """Record it; from here on every run leaves the article out, and erases what is left of it."""
    from flows.settings import apply_settings  # noqa: PLC0415 (loads the language model's library)
    from flows.stages import by_key  # noqa: PLC0415
    from warehouse import inbox  # noqa: PLC0415
    from warehouse.errors import WarehouseError  # noqa: PLC0415
    from warehouse.generations import erase_forgotten, refound_events  # noqa: PLC0415
    from warehouse.locking import writing  # noqa: PLC0415

    warehouse: Path = arguments.warehouse
    apply_settings(warehouse)
    try:
        inputs = _inputs(warehouse)
        named = _named(warehouse, arguments.article, inputs)
        with writing(warehouse):
            inputs = _inputs(warehouse)
            found = [each for uri, content in named for each in inbox.with_siblings(inputs, uri, content)]
            gone = list(dict.fromkeys(found))
            refound_events(warehouse, gone)
            day = datetime.now(UTC).date()
            inbox.note_forgotten(warehouse, gone, who=name_of(arguments), day=day, why=arguments.why)
            # what was read of an article quotes it
            inbox.prune_claims(warehouse, by_key(item for item in inputs if item not in gone))
            # what only waits is in no generation that a run would have to replace first
            erase_forgotten(warehouse)
    except WarehouseError as error:
        raise CommandError(str(error)) from error
    return gone


def _inputs(warehouse: Path) -> list[Input]:
    """Everything that the current generation was made from, and what waits for the next one."""
    from warehouse import inbox  # noqa: PLC0415 (what --help must not wait for)
    from warehouse.generations import current_or_none  # noqa: PLC0415

    current = current_or_none(warehouse)
    held = [] if current is None else inbox.read_inputs(current.path)
    return [*held, *(each.input for each in inbox.read_waiting(warehouse))]


def _named(warehouse: Path, name: str, inputs: Iterable[Input]) -> list[tuple[str, str]]:
    """Address and hash of every version of the article that was taken in; raises CommandError when there is none."""
    found = [(item.source_uri, item.content_sha256) for item in inputs if item.source_uri == name and not item.refusal]
    if found:
        return found
    article = article_of(warehouse, name)
    return [(article.source_uri, article.content_sha256)]
