"""``retract``: an article that does not speak any more, on the record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import warehouse as warehouses
from flows.commands.main import main as dateline
from tests.flows.tables import MEETING, STRIKE, run_direct, write_articles


def test_a_retracted_article_has_no_event_left(tmp_path: Path) -> None:
    """Its claims leave the calendar; its text stays; who said so and why is a correction."""
    warehouse = tmp_path / "w"
    run_direct(warehouse, write_articles(tmp_path / "in", meeting=MEETING, strike=STRIKE), options=("--quiet",))
    words = ["retract", "strike.txt", "--why", "made up", "--who", "Ida", "--warehouse", str(warehouse), "--direct"]
    assert dateline([*words, "--quiet"]) == 0
    with warehouses.connect(warehouse) as connection:
        speaking = connection.execute(
            "select distinct source_uri from evidence"
            " join event_mentions using (mention_id) join articles using (article_id)"
        ).fetchall()
        kept = connection.execute("select count(*) from article_texts").fetchall()
    assert speaking == [("meeting.txt",)]
    assert kept == [(2,)]
    (line,) = (warehouse / "corrections" / "retract.jsonl").read_text(encoding="utf-8").splitlines()
    assert {"who": "Ida", "what": "retract", "why": "made up"}.items() <= json.loads(line).items()


def test_an_unknown_article_is_one_clear_line(seed_warehouse: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing is written."""
    assert dateline(["retract", "d99.txt", "--warehouse", str(seed_warehouse), "--direct"]) == 1
    assert capsys.readouterr().err == f"dateline: no article of {seed_warehouse} is called 'd99.txt'\n"
    assert not (seed_warehouse / "corrections").exists()
