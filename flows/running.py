"""Starts a run the way it was asked for: plainly, on the configured Prefect server, or on a temporary one.

What is slow to load is loaded while the temporary server starts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flows.environment import configured_server, prepare_environment
from flows.errors import CommandError
from flows.progress import Progress
from flows.request import Request, inventory_of
from flows.temporary_server import is_healthy, temporary_server
from schemas.enumerations import Work
from warehouse.errors import WarehouseError

if TYPE_CHECKING:
    import argparse

    from flows.conducting import Outcome


def start_work(work: Work, arguments: argparse.Namespace) -> int:
    """Do ``work`` as the options of its command say; what a command has no option for stays as it is by default."""
    given = vars(arguments)
    request = Request(
        warehouse=given["warehouse"],
        work=work,
        sources=tuple(given.get("sources", ())),
        first_day=given.get("first_day"),
        last_day=given.get("last_day"),
        published_day=given.get("published"),
        source_name=given.get("source"),
        workers=given.get("workers"),
        patience_seconds=given["wait"],
    )
    return start(request, is_direct=given["direct"], is_quiet=given["quiet"])


def start(request: Request, *, is_direct: bool, is_quiet: bool) -> int:
    """Run ``request`` and, unless it ``is_quiet``, print chronology and findings; returns the exit code."""
    progress = Progress(is_quiet=is_quiet)
    outcome = run_request(request, progress, is_direct=is_direct)
    from flows.summary import print_calendar, summary_lines  # noqa: PLC0415 (loaded by the run)

    if not is_quiet and outcome.resolution is not None:
        print_calendar(request.warehouse)
    for line in summary_lines(outcome):
        progress.say(f"dateline: {line}")
    return 0


def run_request(request: Request, progress: Progress, *, is_direct: bool) -> Outcome:
    """Run ``request``, with Prefect unless it ``is_direct``; both ways write the same bytes.

    Raises CommandError, one clear line, for whatever the user can mend.
    """
    try:
        # a mistake in the command line must not wait for a server
        inventory_of(request)
        return _run_directly(request, progress) if is_direct else _run_with_prefect(request, progress)
    except WarehouseError as error:
        raise CommandError(str(error)) from error


def _run_directly(request: Request, progress: Progress) -> Outcome:
    from flows.conducting import PLAINLY, conduct  # noqa: PLC0415 (loads the language model's library)

    return conduct(request, PLAINLY, progress)


def _run_with_prefect(request: Request, progress: Progress) -> Outcome:
    prepare_environment()
    address = configured_server()
    if address is None:
        progress.say("dateline: PREFECT_API_URL is not set; starting a temporary Prefect server (--direct: without)")
        with temporary_server() as server:
            import flows.calendar_flow  # noqa: F401, PLC0415 (loads while the server starts)

            server.wait()
            return _run_on(server.address, request, progress)
    progress.say(f"dateline: running on the Prefect server at {address}")
    if not is_healthy(address):
        raise CommandError(f"no Prefect server answers at {address} (PREFECT_API_URL); --direct runs without one")
    return _run_on(address, request, progress)


def _run_on(address: str, request: Request, progress: Progress) -> Outcome:
    from prefect import tags  # noqa: PLC0415
    from prefect.logging.handlers import APILogHandler  # noqa: PLC0415
    from prefect.settings import PREFECT_API_URL, temporary_settings  # noqa: PLC0415

    from flows.calendar_flow import FLOWS, progress_of_run  # noqa: PLC0415

    telling = progress_of_run.set(progress)
    try:
        with temporary_settings({PREFECT_API_URL: address}), tags("dateline", request.work):
            outcome: Outcome = FLOWS[request.work](**parameters_of(request))
            return outcome
    finally:
        progress_of_run.reset(telling)
        # a temporary server ends now: give it the last lines of the log before
        APILogHandler().flush()


def parameters_of(request: Request) -> dict[str, Any]:
    """The parameters of the flow that does the request's work."""
    given = {
        Work.RUN: ("sources", "published_day", "source_name", "workers"),
        Work.INGEST: ("sources", "published_day", "source_name", "workers"),
        Work.RESOLVE: ("workers",),
        Work.CHECK: (),
        Work.BACKFILL: ("first_day", "last_day", "sources", "workers"),
        Work.REBUILD: ("workers",),
    }[request.work]
    values = {name: getattr(request, name) for name in ("warehouse", *given, "patience_seconds")}
    return {name: list(value) if name == "sources" else value for name, value in values.items()}
