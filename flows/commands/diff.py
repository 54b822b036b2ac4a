"""``dateline diff``: what changed from one run to another, and by which sentence."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from flows.options import add_warehouse
from flows.reading import open_warehouse
from flows.wording import quoted

if TYPE_CHECKING:
    from flows.differing import Change

NAME = "diff"
HELP = "print what changed from one run to another: events, mentions and findings, and by which sentence"

_SIGNS = {"added": "+", "removed": "-", "changed": "~"}
_NAMES = {"event": "events", "mention": "mentions", "finding": "findings"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``diff``."""
    parser.add_argument("before", metavar="RUN1", help="a run that is still kept: its id, its beginning, or its number")
    parser.add_argument("after", metavar="RUN2", nargs="?", help="the later run (default: the current one)")
    parser.add_argument(
        "--mentions", action="store_true", help="every mention that differs, too, not their number alone"
    )
    add_warehouse(parser)
    parser.add_argument(
        "--json", dest="format", action="store_const", const="json", default="table", help="one JSON object a change"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the changes; a run that is no longer kept is named in the complaint."""
    from flows.differing import changes  # noqa: PLC0415 (slow to import; --help must not wait)

    with (
        open_warehouse(arguments.warehouse, arguments.before) as before,
        open_warehouse(arguments.warehouse, arguments.after) as after,
    ):
        found = list(changes(before, after))
    if arguments.format == "json":
        sys.stdout.writelines(json.dumps(asdict(change), ensure_ascii=False) + "\n" for change in found)
    else:
        sys.stdout.writelines(line + "\n" for line in _lines(found, with_mentions=arguments.mentions))
    return 0


def _lines(found: Sequence[Change], *, with_mentions: bool) -> Iterator[str]:
    if not found:
        yield "nothing changed"
    for kind, name in _NAMES.items():
        of_kind = [change for change in found if change.kind == kind]
        if not of_kind:
            continue
        counts = Counter(change.change for change in of_kind)
        yield f"{name}: " + ", ".join(f"{counts[word]} {word}" for word in _SIGNS if counts[word])
        if kind != "mention" or with_mentions:
            for change in of_kind:
                yield from _change(change)
        yield ""


def _change(change: Change) -> Iterator[str]:
    yield f"{_SIGNS[change.change]} {change.label} [{change.id}]"
    for what, before, after in change.differences:
        yield f"    {what}: {before} -> {after}"
    for sign, source, sentence in change.sentences:
        yield f"  {sign} {source}: {quoted(sentence)}"
