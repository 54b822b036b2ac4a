"""The runs as Prefect flows, one for each kind of work that a schedule or a person may ask for.

Before this module is imported :func:`flows.environment.prepare_environment` must have been called. The stages and their
order are those of ``conducting.py``; here stand only parameters, names, timeouts and what is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from prefect import Flow, flow, get_run_logger
from prefect.client.schemas.objects import State
from prefect.runtime import flow_run
from prefect.states import Completed
from pydantic import Field

from flows.artifacts import ArtifactProgress, show_summary
from flows.conducting import Outcome, conduct
from flows.progress import Progress
from flows.request import Request, has_work
from flows.tasks import AS_TASKS
from schemas.enumerations import Work
from warehouse.inbox.addresses import masked

HOUR = 3600.0

#: Where the run that is under way tells how far it is; a deployed run tells nobody.
progress_of_run: ContextVar[Progress | None] = ContextVar("progress_of_run", default=None)

Warehouse = Annotated[Path, Field(description="Folder of the warehouse")]
Sources = Annotated[list[str], Field(description="Files, folders, globs, addresses of pages and feeds")]
Workers = Annotated[int | None, Field(ge=1, description="Processes that read; null for as many as are worth it")]
PublishedDay = Annotated[date | None, Field(description="The day of publication, where it is known")]
SourceName = Annotated[str | None, Field(description="The publisher, where it is known")]
Patience = Annotated[float, Field(ge=0, description="Seconds to wait for another run to end")]


def _name_of_run() -> str:
    """What is done to which warehouse, from which sources; no secret of an address."""
    given = flow_run.parameters
    words = [flow_run.flow_name or "", *map(masked, given.get("sources") or ())]
    days = [str(given[name]) for name in ("first_day", "last_day") if given.get(name)]
    return " ".join([*words, "..".join(days), "into", str(given["warehouse"])]).replace("  ", " ")


def _do(work: Work, parameters: Mapping[str, Any]) -> Outcome | State[None]:
    """Do ``work`` with the parameters of its flow (its ``locals()``), which are called as in the request."""
    request = Request(work=work, **{**parameters, "sources": tuple(parameters.get("sources", ()))})
    if not has_work(request):
        # schedules may start before the first article arrives: that is no failure, and nothing to be called for
        said = f"nothing to do yet: nothing has been taken in to {request.warehouse}"
        get_run_logger().info(said)
        return Completed(name="NothingToDo", message=said)
    outcome = conduct(request, AS_TASKS, ArtifactProgress(progress_of_run.get() or Progress(is_quiet=True)))
    show_summary(outcome)
    return outcome


@flow(name="run", flow_run_name=_name_of_run)
def run(
    sources: Sources,
    warehouse: Warehouse,
    published_day: PublishedDay = None,
    source_name: SourceName = None,
    workers: Workers = None,
    patience_seconds: Patience = 0.0,
) -> Outcome | State[None]:
    """Take articles in and put them on the calendar at once; without sources, put what is there on it again."""
    return _do(Work.RUN, locals())


@flow(name="ingest", flow_run_name=_name_of_run, timeout_seconds=HOUR)
def ingest(
    sources: Sources,
    warehouse: Warehouse,
    published_day: PublishedDay = None,
    source_name: SourceName = None,
    workers: Workers = None,
    patience_seconds: Patience = HOUR / 2,
) -> Outcome | State[None]:
    """Take in what is new in the sources and read it; it waits for the next run that resolves."""
    return _do(Work.INGEST, locals())


@flow(name="resolve", flow_run_name=_name_of_run, timeout_seconds=4 * HOUR)
def resolve(
    warehouse: Warehouse, workers: Workers = None, patience_seconds: Patience = HOUR / 2
) -> Outcome | State[None]:
    """Put everything that was taken in on the calendar."""
    return _do(Work.RESOLVE, locals())


@flow(name="check", flow_run_name=_name_of_run, timeout_seconds=4 * HOUR)
def check(warehouse: Warehouse, patience_seconds: Patience = HOUR) -> Outcome | State[None]:
    """Examine every byte that the calendar rests on, and count what is wrong."""
    return _do(Work.CHECK, locals())


@flow(name="backfill", flow_run_name=_name_of_run, timeout_seconds=24 * HOUR)
def backfill(
    first_day: Annotated[date, Field(description="The first day")],
    last_day: Annotated[date, Field(description="The last day, included")],
    warehouse: Warehouse,
    sources: Annotated[list[str], Field(description="Sources with {day} in them; none: read kept inputs again")] = [],  # noqa: B006 (Prefect shows the default)
    workers: Workers = None,
    patience_seconds: Patience = HOUR,
) -> Outcome | State[None]:
    """Take in the sources of some days, or, without sources, read again what was published on them."""
    return _do(Work.BACKFILL, locals())


@flow(name="rebuild", flow_run_name=_name_of_run, timeout_seconds=24 * HOUR)
def rebuild(warehouse: Warehouse, workers: Workers = None, patience_seconds: Patience = HOUR) -> Outcome | State[None]:
    """Read everything that was ever taken in again by the present rules."""
    return _do(Work.REBUILD, locals())


#: The flow that does each kind of work.
FLOWS: dict[Work, Flow[..., Any]] = {
    Work.RUN: run,
    Work.INGEST: ingest,
    Work.RESOLVE: resolve,
    Work.CHECK: check,
    Work.BACKFILL: backfill,
    Work.REBUILD: rebuild,
}
