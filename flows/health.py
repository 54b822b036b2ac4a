"""Whether a warehouse is looked after: when each schedule last did its work, and what is late."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from cronsim import CronSim

from schemas import Attempt
from schemas.enumerations import AttemptOutcome, Work

#: An attempt that did what it was asked for.
GOOD = frozenset({AttemptOutcome.COMMITTED, AttemptOutcome.UNCHANGED, AttemptOutcome.TAKEN_IN, AttemptOutcome.CHECKED})

#: Which work does that of a schedule, too.
DOES = {
    Work.INGEST: frozenset({Work.INGEST, Work.RUN}),
    Work.RESOLVE: frozenset({Work.RESOLVE, Work.RUN, Work.BACKFILL, Work.REBUILD}),
}

#: The most that a run may be behind its time before it is called late.
MOST_GRACE = timedelta(hours=1)


@dataclass(frozen=True)
class Scheduled:
    """A deployment of prefect.yaml that has a schedule, and what the journal says about it."""

    name: str
    work: Work
    schedule: str
    first_at: datetime | None
    last_good_at: datetime | None
    due_at: datetime

    @property
    def is_late(self) -> bool:
        """Its work was due, and was not done since; what was never done is due from the first attempt of all on."""
        since = self.last_good_at or self.first_at
        return since is None or since < self.due_at


def scheduled(file: Path, warehouse: Path, attempts: Sequence[Attempt], now: datetime) -> list[Scheduled]:
    """The scheduled deployments of ``file`` that work on ``warehouse``; none when there is no such file."""
    if not file.is_file():
        return []
    written = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [
        _scheduled(each, schedule, attempts, now)
        for each in written["deployments"]
        for schedule in each.get("schedules") or ()
        # a worker runs in the folder of the file, `serve` in that in which it was started
        if warehouse.resolve()
        in {(folder / each["parameters"]["warehouse"]).resolve() for folder in (file.parent, Path())}
    ]


def _scheduled(
    written: Mapping[str, Any], schedule: Mapping[str, Any], attempts: Sequence[Attempt], now: datetime
) -> Scheduled:
    work = Work(written["entrypoint"].rpartition(":")[2])
    words = schedule["cron"] if "cron" in schedule else f"every {timedelta(seconds=schedule['interval'])}"
    first_at = attempts[0].started_at if attempts else None
    return Scheduled(written["name"], work, words, first_at, last_good(attempts, work), _due(schedule, now))


def last_good(attempts: Sequence[Attempt], work: Work) -> datetime | None:
    """When the last attempt began that did ``work``, alone or with more."""
    does = DOES.get(work, frozenset({work}))
    return max((each.started_at for each in attempts if each.work in does and each.outcome in GOOD), default=None)


def _due(schedule: Mapping[str, Any], now: datetime) -> datetime:
    """The last instant at which a run should have begun, if all that may be a little late are given their time."""
    if "interval" in schedule:
        interval = timedelta(seconds=schedule["interval"])
        return now - interval - min(interval, MOST_GRACE)
    before = _instants(schedule, now)
    last = next(before)
    return last if last + min((last - next(before)) / 2, MOST_GRACE) < now else next(_instants(schedule, last))


def _instants(schedule: Mapping[str, Any], now: datetime) -> Iterator[datetime]:
    """The instants of a cron schedule before ``now``, latest first."""
    local = now.astimezone(ZoneInfo(schedule.get("timezone") or "UTC"))
    return (instant.astimezone(UTC) for instant in CronSim(schedule["cron"], local, reverse=True))


def sizes(warehouse: Path) -> dict[str, int]:
    """Bytes on disk in each room of ``warehouse``; a file with several names counts once."""
    rooms: dict[str, int] = {}
    seen: set[tuple[int, int]] = set()
    for path in sorted(warehouse.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        status = path.stat()
        if (status.st_dev, status.st_ino) not in seen:
            seen.add((status.st_dev, status.st_ino))
            room = path.relative_to(warehouse).parts[0]
            rooms[room] = rooms.get(room, 0) + status.st_size
    return rooms
