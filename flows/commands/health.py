"""``dateline health``: when the last good run was, what is late, how large the warehouse is, what is open."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.options import add_warehouse
from flows.printing import table_lines, words

if TYPE_CHECKING:
    from flows.health import Scheduled
    from schemas import Attempt

NAME = "health"
HELP = "say when each schedule last did its work and what is late; fail when something is"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``health``."""
    parser.add_argument("--file", type=Path, default=Path("prefect.yaml"), help="where the schedules are written")
    add_warehouse(parser)
    parser.add_argument("--json", dest="is_json", action="store_true", help="print one JSON object")


@dataclass(frozen=True)
class _Health:
    """What is known about a warehouse."""

    scheduled: list[Scheduled]
    last: Attempt | None
    waiting_count: int
    sizes: dict[str, int]
    last_good_at: datetime | None
    open_error_count: int

    @property
    def late(self) -> list[str]:
        """The names of the schedules that are late."""
        return [each.name for each in self.scheduled if each.is_late]


def run(arguments: argparse.Namespace) -> int:
    """Print what is known; 1 when a schedule is late, else 0."""
    health = _look(arguments.warehouse, arguments.file, datetime.now(UTC))
    if arguments.is_json:
        sys.stdout.write(json.dumps(_as_json(health), default=words) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(health))
    return int(bool(health.late))


def _look(warehouse: Path, file: Path, now: datetime) -> _Health:
    from flows.health import GOOD, scheduled, sizes  # noqa: PLC0415 (loads what --help need not wait for)
    from warehouse import inbox  # noqa: PLC0415

    attempts = inbox.read_attempts(warehouse)
    good = [each.started_at for each in attempts if each.outcome in GOOD]
    return _Health(
        scheduled=scheduled(file, warehouse, attempts, now),
        last=attempts[-1] if attempts else None,
        waiting_count=inbox.count_waiting(warehouse),
        sizes=sizes(warehouse),
        last_good_at=max(good, default=None),
        open_error_count=next((each.open_error_count for each in reversed(attempts) if each.run_id), 0),
    )


def _lines(health: _Health) -> Iterator[str]:
    rows = [
        (each.name, each.schedule, _stamp(each.last_good_at), "late" if each.is_late else "in time")
        for each in health.scheduled
    ]
    if rows:
        yield from (*table_lines(("schedule", "when", "last good run", "state"), rows), "")
    yield f"last good run  {_stamp(health.last_good_at)}"
    if health.last is None:
        yield "last attempt   none: nothing has ever been taken in here"
    else:
        problem = f": {health.last.problem}" if health.last.problem else ""
        yield f"last attempt   {_stamp(health.last.started_at)} {health.last.work}, {health.last.outcome}{problem}"
    yield f"waiting        {health.waiting_count} inputs"
    rooms = ", ".join(f"{room} {size / 1e6:.1f}" for room, size in health.sizes.items() if size >= 50_000)
    yield f"on disk        {sum(health.sizes.values()) / 1e6:.1f} MB" + (f" ({rooms})" if rooms else "")
    yield f"open errors    {health.open_error_count}"


def _stamp(instant: datetime | None) -> str:
    return "never" if instant is None else f"{instant:%Y-%m-%d %H:%M:%S} UTC"


def _as_json(health: _Health) -> dict[str, Any]:
    return {
        "is_late": bool(health.late),
        "schedules": [
            {
                "name": each.name,
                "work": each.work,
                "schedule": each.schedule,
                "last_good_at": each.last_good_at,
                "is_late": each.is_late,
            }
            for each in health.scheduled
        ],
        "last_good_at": health.last_good_at,
        "last_outcome": health.last.outcome if health.last else None,
        "last_problem": health.last.problem if health.last else None,
        "waiting_count": health.waiting_count,
        "bytes": health.sizes,
        "open_error_count": health.open_error_count,
    }
