"""``ingest`` and ``resolve``: what ``run`` does, in two steps."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.commands.main import main as dateline
from schemas.enumerations import AttemptOutcome
from tests.flows.tables import MEETING, STRIKE, run_direct, table_bytes, write_articles
from warehouse.inbox import count_waiting, read_attempts


def test_in_two_steps_comes_what_comes_in_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Taken in twice is taken in once; the calendar is there after resolve, and only then; its tables are the same."""
    articles, warehouse = write_articles(tmp_path / "in", meeting=MEETING, strike=STRIKE), tmp_path / "steps"
    words = ["--warehouse", str(warehouse), "--direct"]
    assert dateline(["ingest", str(articles), *words]) == 0
    assert "2 new inputs waiting for `dateline resolve`" in capsys.readouterr().err
    assert not (warehouse / "current").exists()
    assert dateline(["ingest", str(articles), *words, "--quiet"]) == 0
    assert count_waiting(warehouse) == 2
    assert dateline(["resolve", *words, "--quiet"]) == 0
    assert count_waiting(warehouse) == 0
    assert [each.read_count for each in read_attempts(warehouse)] == [2, 0, 0]
    run_direct(tmp_path / "once", articles, options=("--quiet",))
    assert table_bytes(warehouse) == table_bytes(tmp_path / "once")


def test_resolving_again_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And says so; without a warehouse it is one clear line."""
    warehouse = tmp_path / "w"
    run_direct(warehouse, write_articles(tmp_path / "in", meeting=MEETING), options=("--quiet",))
    before = table_bytes(warehouse)
    assert dateline(["resolve", "--warehouse", str(warehouse), "--direct"]) == 0
    assert "nothing new, run " in capsys.readouterr().err
    assert table_bytes(warehouse) == before
    assert read_attempts(warehouse)[-1].outcome is AttemptOutcome.UNCHANGED
    assert dateline(["resolve", "--warehouse", str(tmp_path / "none"), "--direct"]) == 1
    assert capsys.readouterr().err.count("\n") == 1
