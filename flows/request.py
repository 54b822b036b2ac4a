"""What one run is asked to do, and whether that can be done; quick to load, so that a mistake is told at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from extractors.readers import is_sure
from flows.errors import CommandError
from flows.watching import Clock, wall_clock
from schemas.enumerations import Work
from warehouse import generations, inbox
from warehouse.inbox import Inventory


@dataclass(frozen=True, kw_only=True)
class Request:
    """What one run is asked to do.

    ``work`` is to take ``sources`` in and put everything on the calendar (run), one of the two alone (ingest,
    resolve), to read days again (backfill, from ``first_day`` to ``last_day``), to read everything again (rebuild) or
    to examine what is there (check). ``published_day`` and ``source_name`` are what the user knows about the sources;
    ``workers`` is a number of processes, None for as many as are worth it. ``patience_seconds`` is how long to wait for
    another run to end. ``clock`` gives the instants that are written down.
    """

    warehouse: Path
    work: Work = Work.RUN
    sources: tuple[str, ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    published_day: date | None = None
    source_name: str | None = None
    workers: int | None = None
    patience_seconds: float = 0.0
    clock: Clock = wall_clock


#: What stands for the day in a source of a backfill.
DAY = "{day}"

#: Work for which it is no mistake when the sources hold nothing (an inbox may be empty).
_MAY_BE_EMPTY = frozenset({Work.INGEST, Work.BACKFILL})

#: Work on what is on the calendar: without sources there is none as long as everything waits to be put there.
_OF_GENERATIONS = frozenset({Work.CHECK, Work.BACKFILL})


def inventory_of(request: Request) -> Inventory:
    """The inputs that the request's sources hold, read by nobody yet.

    Raises CommandError when a run is to read sources that hold none, NoWarehouseError when nothing is to be taken in
    and nothing ever was.
    """
    if not has_work(request):
        # the error says where nothing is
        generations.current_generation(request.warehouse)
    inventory = inbox.locate(_sources_of(request), is_sure)
    if request.sources and not inventory.located and request.work not in _MAY_BE_EMPTY:
        skipped = f" ({inventory.skipped_count} files are of no format known)" if inventory.skipped_count else ""
        raise CommandError(f"no articles in {', '.join(request.sources)}{skipped}")
    return inventory


def has_work(request: Request) -> bool:
    """Something is to be taken in, or was taken in before and can be worked on."""
    if request.sources or generations.current_or_none(request.warehouse) is not None:
        return True
    return request.work not in _OF_GENERATIONS and bool(inbox.known_inputs(request.warehouse, (), 0).waiting)


def _sources_of(request: Request) -> tuple[str, ...]:
    """The request's sources; of a backfill one for each day, without those that do not exist."""
    if request.work is not Work.BACKFILL or not request.sources:
        return request.sources
    daily = dict.fromkeys(source.replace(DAY, each) for each in _days(request) for source in request.sources)
    found = tuple(source for source in daily if inbox.exists(source))
    if not found:
        raise CommandError(f"no source from {request.first_day} to {request.last_day}: {', '.join(request.sources)}")
    return found


def _days(request: Request) -> list[str]:
    if request.first_day is None or request.last_day is None or request.last_day < request.first_day:
        raise CommandError("a backfill needs a first day and a last day that is not before it")
    count = (request.last_day - request.first_day).days + 1
    return [(request.first_day + timedelta(days=number)).isoformat() for number in range(count)]
