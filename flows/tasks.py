"""The stages of a run as Prefect tasks over batches.

Before this module is imported :func:`flows.environment.prepare_environment` must have been called. Nothing is persisted
by Prefect: the warehouse remembers what was extracted, by which rules and model, and tasks hand each other addresses,
keys and counts. Arguments are wrapped in ``opaque``: Prefect would walk through every list to look for futures.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar, cast

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.tasks import exponential_backoff
from prefect.utilities.annotations import opaque

from flows import stages
from flows.announcing import announce_findings, announce_generation
from flows.artifacts import show_tables
from flows.assets import publish
from flows.conducting import BATCH, Doing
from flows.secrets import filled_with_blocks
from flows.stages import Batch, Calling, Delivery, Extraction, Resolution, Verdict
from flows.workers import Crew
from warehouse.inbox import Arrival, FetchError
from warehouse.inbox.web import MOST_SECONDS

Value = TypeVar("Value")

#: Seconds that fetching a batch of addresses may take: as long as all of them may, one after the other.
FETCH_TIMEOUT = BATCH * MOST_SECONDS
#: Seconds that reading a batch of inputs may take.
EXTRACT_TIMEOUT = 1800


@task(name="ingest", task_run_name="ingest {delivery.name}", cache_policy=NO_CACHE)
def take_in(delivery: Delivery) -> list[Arrival]:
    """Read a batch of files and keep their bytes."""
    return stages.take_in(delivery)


def _may_pass(_task: Any, _task_run: Any, state: Any) -> bool:
    """Another try is worth it: the address may answer.

    Not when time has run out, be it the task's or that of the flow, which reaches the task as its own: a further try
    would eat the flow's time-out.
    """
    return isinstance(state.result(raise_on_failure=False), FetchError)


@task(
    name="fetch",
    task_run_name="fetch {delivery.name}",
    cache_policy=NO_CACHE,
    retries=3,
    retry_delay_seconds=exponential_backoff(backoff_factor=1),
    retry_jitter_factor=0.5,
    retry_condition_fn=_may_pass,
    timeout_seconds=FETCH_TIMEOUT,
)
def fetch(delivery: Delivery) -> list[Arrival]:
    """Fetch a batch of addresses; those that fail for a while are tried again."""
    return stages.take_in(delivery)


@task(name="extract", task_run_name="extract {batch.name}", cache_policy=NO_CACHE, timeout_seconds=EXTRACT_TIMEOUT)
def extract(batch: Batch, crew: Crew) -> Extraction:
    """Read the claims of a batch of inputs."""
    return crew.do(stages.extract, batch)


@task(name="resolve", task_run_name="resolve", cache_policy=NO_CACHE)
def resolve(calling: Calling) -> Resolution:
    """Put everything on one calendar and commit it."""
    return stages.resolve(calling)


def _resolve_and_publish(calling: Calling) -> Resolution:
    resolution = resolve(_whole(calling))
    if resolution.is_new:
        publish(calling.warehouse, resolution)
        announce_generation(calling.warehouse, resolution)
    return resolution


@task(name="check", task_run_name="check", cache_policy=NO_CACHE)
def check(warehouse: Path, previous_run_id: str | None) -> Verdict:
    """Count the findings, show the tables as artifacts, and tell of errors that are new."""
    verdict = stages.check(warehouse, previous_run_id)
    show_tables(warehouse)
    announce_findings(warehouse, verdict)
    return verdict


@task(name="verify", task_run_name="verify", cache_policy=NO_CACHE)
def verify(warehouse: Path) -> int:
    """Look at every byte that the current generation rests on."""
    return stages.verify(warehouse)


def _whole(value: Value) -> Value:
    return cast("Value", opaque(value))


def _extract_all(crew: Crew, batches: Sequence[Batch]) -> Iterator[Extraction]:
    if crew.size == 1:
        return (extract(_whole(batch), _whole(crew)) for batch in batches)
    return _a_few_at_a_time(crew, batches)


def _a_few_at_a_time(crew: Crew, batches: Sequence[Batch]) -> Iterator[Extraction]:
    """Submit so many batches that nobody in the crew waits; an interrupted run has little to call back.

    The threads of the task runner wait for the processes of the crew.
    """
    waiting = iter(batches)
    under_way = deque(extract.submit(_whole(batch), _whole(crew)) for batch in islice(waiting, 2 * crew.size))
    while under_way:
        yield under_way.popleft().result()
        under_way.extend(extract.submit(_whole(batch), _whole(crew)) for batch in islice(waiting, 1))


#: Every stage called as a Prefect task.
AS_TASKS = Doing(
    take_in=lambda delivery: take_in(_whole(delivery)),
    fetch=lambda delivery: fetch(_whole(delivery)),
    extract=_extract_all,
    resolve=_resolve_and_publish,
    check=check,
    verify=verify,
    fill=filled_with_blocks,
)
