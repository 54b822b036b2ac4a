"""What a run may be asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import warehouse as warehouses
from flows.commands.main import main as dateline
from flows.errors import CommandError
from flows.request import Request, has_work, inventory_of
from schemas.enumerations import Work
from tests.flows.tables import MEETING, STRIKE, run_direct, table_bytes, write_articles
from warehouse.inbox import read_attempts

FIRST, LAST = date(2025, 3, 1), date(2025, 3, 3)


def backfill(folder: Path, *sources: str) -> Request:
    return Request(warehouse=folder / "w", work=Work.BACKFILL, sources=sources, first_day=FIRST, last_day=LAST)


def test_a_backfill_takes_the_sources_of_its_days(tmp_path: Path) -> None:
    """Both ends included, days without a source passed over, a source that names no day once."""
    for day in ("2025-02-28", "2025-03-01", "2025-03-03"):
        write_articles(tmp_path / day, meeting=MEETING)
    extra = write_articles(tmp_path / "extra", strike=STRIKE)
    found = inventory_of(backfill(tmp_path, str(tmp_path / "{day}"), str(extra))).located
    assert [each.path and each.path.parent.name for each in found] == ["2025-03-01", "2025-03-03", "extra"]
    with pytest.raises(CommandError, match="no source from 2025-03-01 to 2025-03-03"):
        inventory_of(backfill(tmp_path, str(tmp_path / "no" / "{day}")))


def test_a_backfill_without_sources_reads_the_days_again(tmp_path: Path) -> None:
    """Only what was published in them; the tables stay what they were."""
    warehouse = tmp_path / "w"
    for name, day in (("meeting", "2025-03-04"), ("strike", "2025-03-12")):
        articles = write_articles(tmp_path / name, **{name: MEETING if name == "meeting" else STRIKE})
        run_direct(warehouse, articles, options=("--published", day, "--quiet"))
    before = table_bytes(warehouse)
    words = ["--warehouse", str(warehouse), "--direct", "--quiet"]
    assert dateline(["backfill", "2025-03-01", "2025-03-05", *words]) == 0
    assert table_bytes(warehouse) == before
    assert read_attempts(warehouse)[-1].read_count == 1
    assert dateline(["backfill", "2025-03-05", "2025-03-01", *words]) == 1


def test_an_empty_inbox_is_no_mistake_of_a_schedule(tmp_path: Path) -> None:
    """Taking in finds nothing and says so; a folder that is not there is a mistake."""
    (tmp_path / "inbox").mkdir()
    words = ["--warehouse", str(tmp_path / "w"), "--direct", "--quiet"]
    assert dateline(["ingest", str(tmp_path / "inbox"), *words]) == 0
    assert read_attempts(tmp_path / "w")[-1].input_count == 0
    assert dateline(["ingest", str(tmp_path / "none"), *words]) == 1


def test_the_full_check_finds_a_changed_file(tmp_path: Path) -> None:
    """A table or raw bytes that are not what was written: the run fails and names the file."""
    from flows.progress import Progress  # noqa: PLC0415
    from flows.running import run_request  # noqa: PLC0415

    warehouse = tmp_path / "w"
    run_direct(warehouse, write_articles(tmp_path / "in", meeting=MEETING), options=("--quiet",))
    request = Request(warehouse=warehouse, work=Work.CHECK)
    checked = run_request(request, Progress(is_quiet=True), is_direct=True)
    assert checked.attempt.outcome == "checked"
    assert checked.stages[0].item_count > 10
    (raw,) = (warehouse / "raw").iterdir()
    raw.write_bytes(b"something else")
    with pytest.raises(CommandError, match=f"raw/{raw.name}"):
        run_request(request, Progress(is_quiet=True), is_direct=True)
    with warehouses.connect(warehouse) as connection:
        assert connection.execute("select outcome from attempts order by started_at desc").fetchone() == ("failed",)


def test_a_check_before_the_first_calendar_has_nothing_to_look_at(tmp_path: Path) -> None:
    """What waits is work for a run that resolves, not for one that examines what was resolved."""
    articles = write_articles(tmp_path / "in", meeting=MEETING)
    assert dateline(["ingest", str(articles), "--warehouse", str(tmp_path / "w"), "--direct", "--quiet"]) == 0
    assert has_work(Request(warehouse=tmp_path / "w", work=Work.RESOLVE))
    assert not has_work(Request(warehouse=tmp_path / "w", work=Work.CHECK))
