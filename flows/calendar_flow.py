"""The run as a Prefect flow: ingest, extract, resolve and check, as tasks over batches.

Before this module is imported :func:`flows.environment.prepare_environment` must have been called. Nothing is persisted
by Prefect: the warehouse remembers what was extracted, by which rules and model, and tasks hand each other addresses,
keys and counts. Arguments are wrapped in ``opaque``: Prefect would walk through every list to look for futures.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from contextvars import ContextVar
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from prefect import flow, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.runtime import flow_run
from prefect.tasks import exponential_backoff
from prefect.utilities.annotations import opaque

from flows import stages
from flows.conducting import Doing, Outcome, conduct
from flows.printing import words
from flows.progress import Progress
from flows.reading import open_warehouse
from flows.request import Request
from flows.stages import Arrival, Batch, Delivery, Extraction, Resolution, Verdict
from flows.workers import Crew
from warehouse.inbox import Input

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Value = TypeVar("Value")

#: Rows that an artifact shows; the warehouse has them all.
SHOWN = 500

#: Where the run that is under way tells how far it is; a deployed run tells nobody.
progress_of_run: ContextVar[Progress | None] = ContextVar("progress_of_run", default=None)


@task(name="ingest", task_run_name="ingest {delivery.name}", cache_policy=NO_CACHE)
def take_in(delivery: Delivery) -> list[Arrival]:
    """Read a batch of files and keep their bytes."""
    return stages.take_in(delivery)


@task(
    name="fetch",
    task_run_name="fetch {delivery.name}",
    cache_policy=NO_CACHE,
    retries=3,
    retry_delay_seconds=exponential_backoff(backoff_factor=1),
    retry_jitter_factor=0.5,
)
def fetch(delivery: Delivery) -> list[Arrival]:
    """Fetch a batch of addresses; those that fail for a while are tried again."""
    return stages.take_in(delivery)


@task(name="extract", task_run_name="extract {batch.name}", cache_policy=NO_CACHE)
def extract(batch: Batch, crew: Crew) -> Extraction:
    """Read the claims of a batch of inputs."""
    return crew.do(stages.extract, batch)


@task(name="resolve", task_run_name="resolve", cache_policy=NO_CACHE)
def resolve(warehouse: Path, inputs: Sequence[Input], arrivals: Sequence[Arrival], started_at: datetime) -> Resolution:
    """Put everything on one calendar and commit it."""
    return stages.resolve(warehouse, inputs, arrivals, started_at)


@task(name="check", task_run_name="check", cache_policy=NO_CACHE)
def check(warehouse: Path) -> Verdict:
    """Count the findings; show the chronology and the findings as artifacts."""
    with open_warehouse(warehouse) as connection:
        for view in ("chronology", "findings"):
            _show(connection, view)
    return stages.check(warehouse)


def _show(connection: DuckDBPyConnection, view: str) -> None:
    relation = connection.table(view)
    rows = relation.limit(SHOWN + 1).fetchall()
    create_table_artifact(
        key=view,
        table=[dict(zip(relation.columns, map(words, row), strict=True)) for row in rows[:SHOWN]],
        description=f"{view}: the first {SHOWN} rows" if len(rows) > SHOWN else f"{view}: {len(rows)} rows",
    )


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
    resolve=lambda warehouse, inputs, arrivals, started_at: resolve(
        warehouse, _whole(inputs), _whole(arrivals), started_at
    ),
    check=check,
)


def _name_of_run() -> str:
    parameters = flow_run.parameters
    sources = " ".join(map(str, parameters["sources"])) or ("rebuild" if parameters["is_rebuild"] else "resolve")
    return f"{sources} into {parameters['warehouse']}"


@flow(name="dateline", flow_run_name=_name_of_run)
def dateline(
    sources: list[str],
    warehouse: Path,
    published_day: date | None = None,
    source_name: str | None = None,
    workers: int | None = None,
    is_rebuild: bool = False,
) -> Outcome:
    """Bring the articles of ``sources`` onto the calendar of ``warehouse``.

    Without sources what the warehouse has is put on the calendar again, no more; ``is_rebuild`` reads all of it again
    first. ``published_day`` and ``source_name`` are what is known about the sources beside what they say; ``workers``
    is a number of processes for reading, null for as many as are worth it.
    """
    request = Request(
        warehouse=warehouse,
        sources=tuple(sources),
        published_day=published_day,
        source_name=source_name,
        workers=workers,
        is_rebuild=is_rebuild,
    )
    return conduct(request, AS_TASKS, progress_of_run.get() or Progress(is_quiet=True))
