"""``dateline serve``: the schedules of prefect.yaml, all in this one process."""

from __future__ import annotations

import argparse
import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, TextIO

from flows.errors import CommandError

NAME = "serve"
HELP = "run the schedules of prefect.yaml in this process, on the server that PREFECT_API_URL names"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``serve``."""
    parser.add_argument("--file", type=Path, default=Path("prefect.yaml"), help="where the schedules are written")


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted; raises CommandError when another process serves the same file."""
    from flows.environment import prepare_environment  # noqa: PLC0415
    from flows.servers import required_server  # noqa: PLC0415

    required_server(NAME)
    prepare_environment()
    import prefect  # noqa: PLC0415 (loads in a second)
    import yaml  # noqa: PLC0415

    with _alone(arguments.file) as file:
        written = yaml.safe_load(file)
        # schedules that are paused at the end would stay so for a worker, too; what is missed meanwhile collapses
        prefect.serve(*(_deployment(each) for each in written["deployments"]), pause_on_shutdown=False)
    return 0


@contextmanager
def _alone(path: Path) -> Iterator[TextIO]:
    """The file at ``path``, which nobody else serves meanwhile; the lock ends with the process."""
    with path.open(encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CommandError(f"another process serves the schedules of {path}") from None
        yield file


def _deployment(written: dict[str, Any]) -> Any:
    """The runnable deployment of one entry of prefect.yaml."""
    from prefect.client.schemas.objects import ConcurrencyLimitConfig  # noqa: PLC0415

    from flows import calendar_flow  # noqa: PLC0415

    flow = getattr(calendar_flow, written["entrypoint"].rpartition(":")[2])
    return flow.to_deployment(
        name=written["name"],
        description=written["description"],
        tags=written["tags"],
        parameters=written["parameters"],
        schedules=[_schedule(each) for each in written.get("schedules", ())],
        concurrency_limit=ConcurrencyLimitConfig(**written["concurrency_limit"]),
    )


def _schedule(written: dict[str, Any]) -> Any:
    from prefect.schedules import Cron, Interval  # noqa: PLC0415

    if "cron" in written:
        return Cron(written["cron"], timezone=written.get("timezone"))
    return Interval(timedelta(seconds=written["interval"]))
