"""``backfill`` with sources of days."""

from __future__ import annotations

from pathlib import Path

import pytest

import warehouse as warehouses
from flows.commands.main import main as dateline
from tests.flows.tables import MEETING, STRIKE, write_articles


def test_the_days_in_between_are_taken_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of three folders the two whose day is asked for; the folder's day does not become the day of publication."""
    for day, text in (("2025-03-01", MEETING), ("2025-03-02", STRIKE), ("2025-03-03", f"{MEETING} Once more.")):
        write_articles(tmp_path / "archive" / day, article=text)
    monkeypatch.chdir(tmp_path)
    assert dateline(["backfill", "2025-03-01", "2025-03-02", "archive/{day}", "--direct", "--quiet"]) == 0
    with warehouses.connect(tmp_path / "dateline-data") as connection:
        found = connection.execute("select source_uri, published_day from articles order by 1").fetchall()
    assert [Path(uri).parent.name for uri, _ in found] == ["2025-03-01", "2025-03-02"]
    assert {str(day) for _, day in found}.isdisjoint({"2025-03-01", "2025-03-02"})


def test_days_in_the_wrong_order_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In one line with both; nothing is made."""
    words = ["backfill", "2025-03-02", "2025-03-01", "--direct", "--warehouse", str(tmp_path / "w")]
    assert dateline(words) == 1
    assert capsys.readouterr().err == "dateline: the last day, 2025-03-01, lies before the first, 2025-03-02\n"
    assert not (tmp_path / "w").exists()
