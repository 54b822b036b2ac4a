"""The order of a run's stages, written once: with Prefect and without it the same functions get the same work."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TypeVar

from extractors import lexicons
from flows import stages
from flows.progress import Progress
from flows.request import Request, inventory_of
from flows.settings import apply_settings
from flows.stages import Arrival, Batch, Delivery, Extraction, Resolution, Verdict
from flows.workers import Crew, crew_size, hired
from warehouse import generations, inbox
from warehouse.inbox import Input, Inventory, Located
from warehouse.inbox.sources import is_address
from warehouse.locking import writing

Item = TypeVar("Item")

#: Inputs that one task works on: enough that its bookkeeping does not show, few enough that progress does.
BATCH = 25


@dataclass(frozen=True, kw_only=True)
class Doing:
    """How each stage is called: plainly, or as Prefect tasks.

    ``fetch`` is ``take_in`` for what may fail for a while; ``extract`` gives the results in the order of the batches.
    """

    take_in: Callable[[Delivery], list[Arrival]]
    fetch: Callable[[Delivery], list[Arrival]]
    extract: Callable[[Crew, Sequence[Batch]], Iterator[Extraction]]
    resolve: Callable[[Path, Sequence[Input], Sequence[Arrival], datetime], Resolution]
    check: Callable[[Path], Verdict]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a run came to: inputs taken in, files of folders passed over, inputs read, and what the tables say."""

    arrived_count: int
    skipped_count: int
    read_count: int
    resolution: Resolution
    verdict: Verdict


def conduct(request: Request, doing: Doing, progress: Progress) -> Outcome:
    """One whole run: ingest, extract, resolve, check, one run at a time in a warehouse.

    Killed at any moment it leaves the generation that was current, whole. Raises CommandError when there is nothing to
    read, and WarehouseError when the warehouse cannot take it.
    """
    started_at = datetime.now(UTC)
    inventory = inventory_of(request)
    apply_settings(request.warehouse)
    with writing(request.warehouse):
        arrivals = _ingest(request, inventory, doing, progress)
        inputs = _all_inputs(request, arrivals)
        extractions = _extract(request, inputs, doing, progress)
        progress.begin("putting all articles on one calendar")
        resolution = doing.resolve(request.warehouse, inputs, arrivals, started_at)
        verdict = doing.check(request.warehouse)
        if len(arrivals) < sum(each.input_count for each in extractions):
            # old inputs were read by new rules: what the old rules made of them is of no use any more
            inbox.prune_claims(request.warehouse, stages.by_key(inputs))
        generations.prune(request.warehouse, datetime.now(UTC))
        progress.end()
    return Outcome(
        arrived_count=len(arrivals),
        skipped_count=inventory.skipped_count,
        read_count=sum(each.input_count for each in extractions),
        resolution=resolution,
        verdict=verdict,
    )


def _ingest(request: Request, inventory: Inventory, doing: Doing, progress: Progress) -> list[Arrival]:
    local = [each for each in inventory.located if not is_address(each.source_uri)]
    remote = [each for each in inventory.located if is_address(each.source_uri)]
    arrivals: list[Arrival] = []
    progress.begin("taking in", len(inventory.located))
    for batch in batched(local, BATCH):
        arrivals += doing.take_in(_delivery(request, batch))
        progress.step(len(arrivals))
    for batch in batched(remote, BATCH):
        arrivals += _fetched(_delivery(request, batch), doing)
        progress.step(len(arrivals))
    progress.end()
    return arrivals


def _fetched(delivery: Delivery, doing: Doing) -> list[Arrival]:
    try:
        return doing.fetch(delivery)
    except inbox.FetchError as error:
        return stages.give_up(delivery, error)


def _delivery(request: Request, located: Sequence[Located]) -> Delivery:
    return Delivery(
        warehouse=request.warehouse,
        waiting=list(located),
        published_day=request.published_day,
        source_name=request.source_name,
    )


def _all_inputs(request: Request, arrivals: Sequence[Arrival]) -> list[Input]:
    arrived = [each.input for each in arrivals]
    if not request.sources:
        return inbox.read_inputs(generations.current_generation(request.warehouse).path)
    previous = generations.current_or_none(request.warehouse)
    if previous is None:
        return inbox.add_inputs([], arrived, 1)
    previous.require_this_schema()
    return inbox.add_inputs(inbox.read_inputs(previous.path), arrived, previous.number + 1)


def _extract(request: Request, inputs: Sequence[Input], doing: Doing, progress: Progress) -> list[Extraction]:
    if request.is_rebuild:
        inbox.prune_claims(request.warehouse, ())
    unread = stages.unread(request.warehouse, inputs)
    batches = [Batch(warehouse=request.warehouse, inputs=dict(each)) for each in batched(unread.items(), BATCH)]
    extractions: list[Extraction] = []
    progress.begin("reading", len(unread))
    with hired(crew_size(request.workers, len(unread)), lexicons.additions()) as crew:
        for extraction in doing.extract(crew, batches):
            extractions.append(extraction)
            progress.step(sum(each.input_count for each in extractions))
    progress.end()
    return extractions


def batched(items: Iterable[Item], size: int) -> Iterator[tuple[Item, ...]]:
    """``items`` in tuples of ``size``, the last one shorter."""
    waiting = iter(items)
    while batch := tuple(islice(waiting, size)):
        yield batch


#: Seconds between the attempts to fetch an address, where Prefect does not do the waiting.
PAUSES = (1.0, 4.0, 16.0)


def _fetch_patiently(delivery: Delivery) -> list[Arrival]:
    for pause in PAUSES:
        try:
            return stages.take_in(delivery)
        except inbox.FetchError:
            time.sleep(pause)
    return stages.take_in(delivery)


def _extract_plainly(crew: Crew, batches: Sequence[Batch]) -> Iterator[Extraction]:
    return crew.do_all(stages.extract, batches)


#: Every stage called plainly: no server, no bookkeeping.
PLAINLY = Doing(
    take_in=stages.take_in,
    fetch=_fetch_patiently,
    extract=_extract_plainly,
    resolve=stages.resolve,
    check=stages.check,
)
