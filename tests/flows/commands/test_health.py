"""``health``: in words for people, as JSON for machines, by its exit code for scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flows.commands.main import main as dateline
from flows.health import sizes
from tests.flows.tables import MEETING, run_direct, write_articles

SCHEDULE = """
deployments:
  - name: mine
    entrypoint: flows/calendar_flow.py:ingest
    parameters: {warehouse: w}
    schedules: [{interval: %s}]
"""


def test_it_says_it_in_words_and_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0 while all is in time, 1 when a schedule is late."""
    run_direct(tmp_path / "w", write_articles(tmp_path / "in", meeting=MEETING), options=("--quiet",))
    file = tmp_path / "prefect.yaml"
    file.write_text(SCHEDULE % 900, encoding="utf-8")
    words = ["health", "--warehouse", str(tmp_path / "w"), "--file", str(file)]
    assert dateline(words) == 0
    assert "in time" in capsys.readouterr().out
    assert dateline([*words, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["is_late"], told["last_outcome"], told["waiting_count"]) == (False, "committed", 0)
    assert told["bytes"] == sizes(tmp_path / "w")
    file.write_text(SCHEDULE % "0.000001", encoding="utf-8")
    assert dateline(words) == 1


def test_nothing_is_said_to_be_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder where nothing was taken in and nothing is scheduled: in so many words, no empty table."""
    assert dateline(["health", "--warehouse", str(tmp_path / "none"), "--file", str(tmp_path / "none.yaml")]) == 0
    told = capsys.readouterr().out
    assert "nothing has ever been taken in here" in told
    assert "schedule" not in told
    assert "()" not in told


def test_the_schedules_may_lie_in_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A warehouse beside the file that names it, and one where ``serve`` was started: both are that of the schedule."""
    (tmp_path / "etc").mkdir()
    (tmp_path / "news").mkdir()
    (tmp_path / "etc" / "prefect.yaml").write_text(SCHEDULE % 900, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "news")
    for warehouse, is_known in (("w", True), ("../etc/w", True), ("../w", False)):
        dateline(["health", "--warehouse", warehouse, "--file", "../etc/prefect.yaml", "--json"])
        assert bool(json.loads(capsys.readouterr().out)["schedules"]) is is_known
