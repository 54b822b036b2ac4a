"""What is late, by the schedules and the journal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from flows.health import scheduled
from schemas import Attempt
from schemas.enumerations import AttemptOutcome, Work
from tests.conftest import REPOSITORY
from tests.flows.tables import attempt

NOON = datetime(2025, 11, 12, 12, tzinfo=UTC)


def done(work: Work, ago: timedelta, outcome: AttemptOutcome = AttemptOutcome.UNCHANGED) -> Attempt:
    return attempt(attempt_id=str(ago), work=work, started_at=NOON - ago, outcome=outcome)


def schedules(folder: Path, **schedule: Any) -> Path:
    """A prefect.yaml with one schedule that takes in."""
    entry = {
        "name": "mine",
        "entrypoint": "flows/calendar_flow.py:ingest",
        "parameters": {"warehouse": "w"},
        "schedules": [schedule],
    }
    (folder / "prefect.yaml").write_text(yaml.safe_dump({"deployments": [entry]}), encoding="utf-8")
    return folder / "prefect.yaml"


@pytest.mark.parametrize(
    ("schedule", "ago", "is_late"),
    [
        ({"interval": 900}, timedelta(minutes=29), False),
        ({"interval": 900}, timedelta(minutes=31), True),
        ({"interval": 86400}, timedelta(hours=24.9), False),
        ({"interval": 86400}, timedelta(hours=25.1), True),
        ({"cron": "5 * * * *", "timezone": "UTC"}, timedelta(minutes=54), False),
        ({"cron": "5 * * * *", "timezone": "UTC"}, timedelta(minutes=56), True),
        ({"cron": "45 11 * * *", "timezone": "UTC"}, timedelta(hours=24), False),
        ({"cron": "45 10 * * *", "timezone": "UTC"}, timedelta(hours=2), True),
        ({"cron": "30 12 * * *", "timezone": "Asia/Tokyo"}, timedelta(hours=8.4), False),
    ],
)
def test_a_schedule_is_late_when_its_time_and_some_more_went_by(
    tmp_path: Path, schedule: dict[str, Any], ago: timedelta, is_late: bool
) -> None:
    """Twice an interval; half a cron period beyond its instant; an hour more at most."""
    (found,) = scheduled(schedules(tmp_path, **schedule), tmp_path / "w", [done(Work.INGEST, ago)], NOON)
    assert found.is_late is is_late


def test_only_good_runs_of_the_right_kind_count(tmp_path: Path) -> None:
    """A run takes in, too; a failed one does not, nor does one that resolves alone."""
    file, quarter = schedules(tmp_path, interval=900), timedelta(minutes=15)
    for attempts, is_late in (
        ([done(Work.RUN, quarter)], False),
        ([done(Work.INGEST, 9 * quarter), done(Work.INGEST, quarter, AttemptOutcome.FAILED)], True),
        ([done(Work.INGEST, 9 * quarter), done(Work.RESOLVE, quarter)], True),
        ([done(Work.RESOLVE, quarter)], False),
        ([], True),
    ):
        (found,) = scheduled(file, tmp_path / "w", attempts, NOON)
        assert found.is_late is is_late
    assert scheduled(file, tmp_path / "other", [], NOON) == []
    assert scheduled(tmp_path / "none.yaml", tmp_path / "w", [], NOON) == []


def test_every_schedule_of_the_repository_can_be_judged() -> None:
    """Its work is known, its instants can be told."""
    found = scheduled(REPOSITORY / "prefect.yaml", REPOSITORY / "dateline-data", [], NOON)
    assert {each.work for each in found} == {Work.INGEST, Work.RESOLVE, Work.CHECK, Work.REBUILD}
