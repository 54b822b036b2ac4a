"""``dateline serve``: the schedules of prefect.yaml, all in this one process."""

from __future__ import annotations

import argparse
from datetime import timedelta
from pathlib import Path
from typing import Any

from flows.errors import CommandError

NAME = "serve"
HELP = "run the schedules of prefect.yaml in this process, on the server that PREFECT_API_URL names"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``serve``."""
    parser.add_argument("--file", type=Path, default=Path("prefect.yaml"), help="where the schedules are written")


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted."""
    from flows.environment import configured_server, prepare_environment  # noqa: PLC0415

    if configured_server() is None:
        raise CommandError("serve needs a server: start one (`prefect server start`) and set PREFECT_API_URL to it")
    prepare_environment()
    import prefect  # noqa: PLC0415 (loads in a second)
    import yaml  # noqa: PLC0415

    written = yaml.safe_load(arguments.file.read_text(encoding="utf-8"))
    prefect.serve(*(_deployment(each) for each in written["deployments"]))
    return 0


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
