"""What Prefect adds to the stages: an end to what takes too long."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from schemas.enumerations import AttemptOutcome, Work
from tests.flows.site import Reply, Site, served
from tests.flows.tables import MEETING, run_direct, write_articles
from warehouse.inbox import count_waiting, read_attempts


@pytest.fixture
def slow_site() -> Iterator[Site]:
    """A site that lets wait for each byte of its page."""
    with served() as site:
        site.pages["/slow"] = lambda _: Reply(b"x" * 100, pause=0.2)
        yield site


def ended(server: str, flow: Any, **parameters: Any) -> Any:
    """The state in which a run of ``flow`` on ``server`` ends."""
    from prefect.settings import PREFECT_API_URL, temporary_settings  # noqa: PLC0415 (after Prefect's settings are made)

    with temporary_settings({PREFECT_API_URL: server}):
        return flow(**parameters, return_state=True)


def test_a_run_that_takes_too_long_ends_and_is_in_nobodys_way(
    prefect_server: str, slow_site: Site, tmp_path: Path
) -> None:
    """It failed on the server and in the journal, nothing was tried again, and the warehouse is free for the next."""
    from flows.calendar_flow import FLOWS  # noqa: PLC0415

    warehouse = tmp_path / "w"
    hasty = FLOWS[Work.INGEST].with_options(timeout_seconds=2)
    state = ended(prefect_server, hasty, sources=[f"{slow_site.address}/slow"], warehouse=warehouse)
    assert state.is_failed()
    assert "timed out" in str(state.message)
    assert [path for path, _ in slow_site.asked] == ["/slow"]
    (attempt,) = read_attempts(warehouse)
    assert attempt.outcome is AttemptOutcome.FAILED
    assert attempt.problem
    assert run_direct(warehouse, write_articles(tmp_path / "in", meeting=MEETING), options=("--quiet",)) == 0


def test_a_batch_that_takes_too_long_to_fetch_is_given_up(
    prefect_server: str, slow_site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its run fails, and says why; nothing of the batch waits half taken in."""
    from flows import tasks  # noqa: PLC0415
    from flows.calendar_flow import FLOWS  # noqa: PLC0415

    monkeypatch.setattr(tasks, "fetch", tasks.fetch.with_options(timeout_seconds=1))
    warehouse = tmp_path / "w"
    state = ended(prefect_server, FLOWS[Work.INGEST], sources=[f"{slow_site.address}/slow"], warehouse=warehouse)
    assert state.is_failed()
    assert [path for path, _ in slow_site.asked] == ["/slow"]
    assert count_waiting(warehouse) == 0


def test_everything_that_can_hang_has_an_end() -> None:
    """Every flow that a schedule starts, and the tasks that wait for others."""
    from flows import tasks  # noqa: PLC0415
    from flows.calendar_flow import FLOWS  # noqa: PLC0415

    assert {work for work, flow in FLOWS.items() if not flow.timeout_seconds} == {Work.RUN}
    assert tasks.fetch.timeout_seconds
    assert tasks.extract.timeout_seconds
    assert (tasks.fetch.retries, tasks.extract.retries, tasks.resolve.retries) == (3, 0, 0)
