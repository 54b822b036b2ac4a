"""What one run is asked to do, and whether that can be done; quick to load, so that a mistake is told at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extractors.readers import is_sure
from flows.errors import CommandError
from warehouse import generations, inbox
from warehouse.inbox import Inventory


@dataclass(frozen=True, kw_only=True)
class Request:
    """What one run is asked to do.

    Without ``sources`` what the warehouse has is put on the calendar again, no more; ``is_rebuild`` reads all of it
    again first. ``published_day`` and ``source_name`` are what the user knows about the sources; ``workers`` is a
    number of processes, None for as many as are worth it.
    """

    warehouse: Path
    sources: tuple[str, ...] = ()
    published_day: date | None = None
    source_name: str | None = None
    workers: int | None = None
    is_rebuild: bool = False


def inventory_of(request: Request) -> Inventory:
    """The inputs that the request's sources hold, read by nobody yet.

    Raises CommandError when sources were named and hold none, NoWarehouseError when none were named and nothing was
    ever taken in.
    """
    if not request.sources:
        generations.current_generation(request.warehouse)
    inventory = inbox.locate(request.sources, is_sure)
    if request.sources and not inventory.located:
        skipped = f" ({inventory.skipped_count} files are of no format known)" if inventory.skipped_count else ""
        raise CommandError(f"no articles in {', '.join(request.sources)}{skipped}")
    return inventory
