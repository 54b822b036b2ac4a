"""``dateline run``: articles in, chronology and findings out."""

from __future__ import annotations

import argparse

from flows.options import add_running, add_sources, add_warehouse

NAME = "run"
HELP = "read articles into a warehouse, then print its chronology and findings"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``run``."""
    add_sources(parser)
    add_warehouse(parser)
    add_running(parser)


def run(arguments: argparse.Namespace) -> int:
    """Take the sources in, put everything on one calendar, print it."""
    from flows.request import Request  # noqa: PLC0415 (loads the readers)
    from flows.running import start  # noqa: PLC0415

    request = Request(
        warehouse=arguments.warehouse,
        sources=tuple(arguments.sources),
        published_day=arguments.published,
        source_name=arguments.source,
        workers=arguments.workers,
        patience_seconds=arguments.wait,
    )
    return start(request, is_direct=arguments.direct, is_quiet=arguments.quiet)
