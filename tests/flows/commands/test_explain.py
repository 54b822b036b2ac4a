"""``dateline explain`` prints how each source's words became days."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flows.commands.main import main as dateline
from tests.warehouse import little, story
from warehouse.generations import commit


def _explained(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert dateline(["explain", *words, "--warehouse", str(folder)]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("words", [["e1f"], ["e1"], ["e0f"], ["debate"], ["bortan", "DEBATE"]])
def test_an_event_is_named_by_id_or_words(tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    """Its id, the beginning of it, a former id, or words of its label in any order and case."""
    story.write(tmp_path)
    assert _explained(tmp_path, capsys, *words).startswith("Halasz-Bortan debate (e1f)\n")


def test_it_shows_quote_rule_and_days_of_every_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For each source: the sentence, what it says became of the event, the words of time, the rule, the days."""
    story.write(tmp_path)
    lines = [line.strip() for line in _explained(tmp_path, capsys, "e1f").splitlines()]
    place = lines.index("held.txt")
    assert lines[place : place + 6] == [
        "held.txt",
        "published 2024-04-19 (metadata)",
        f"“{story.HELD}”",
        "“debate”: occurred",
        "“Monday” -> weekday -> 2024-04-15",
        "because the most recent such day",
    ]
    assert "“debate”: canceled (“canceled”)" in lines
    assert "with the other sources: 2024-04-15" in lines


def test_it_shows_history_bounds_and_what_was_set_aside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Statuses with their sources, applied and set-aside bounds, rejected dates, findings, former ids."""
    story.write(tmp_path)
    text = _explained(tmp_path, capsys, "e1f")
    assert "History of its status\n  canceled by 2024-04-22" in text
    numbers = "at least 3 told for 2024-04-01 .. 2024-04-19; 1 surely in the articles, 2 possibly: fewer found"
    assert f"Told numbers against the calendar\n  {numbers} [held.txt]" in text
    assert "Bounds on its days\n  Halasz-Bortan debate, begin: 2024-04-15: the words of b1 [held.txt]" in text
    assert "Set aside, because they contradict the others\n  Halasz-Bortan debate, begin: 2024-04-17" in text
    assert "held.txt: masthead “Friday, June 7, 2024”: the text speaks of April" in text
    assert "error status_conflict" in text
    assert "once e0f: merged: one debate in one town" in text


def test_it_shows_what_people_corrected(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A correction that names the event, its claims, articles or findings is shown with who and why."""
    story.write(tmp_path)
    (tmp_path / "corrections").mkdir()
    line = {"who": "An Editor", "when": "2024-04-23", "what": "merge", "events": ["e0f", "e1f"], "why": "one debate"}
    (tmp_path / "corrections" / "desk.jsonl").write_text(json.dumps(line))
    assert "2024-04-23 An Editor: merge: one debate" in _explained(tmp_path, capsys, "e1f")


def test_words_that_fit_several_events_list_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The candidates are listed on stderr with ids and days, and nothing is explained."""
    commit(tmp_path, little.tables(30), inputs=little.inputs(30))
    assert dateline(["explain", "meeting", "--warehouse", str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "30 events fit 'meeting'" in err
    assert "e0  2025-08-01  meeting 0" in err
    assert err.splitlines()[-1] == "  and 10 more"


def test_an_unknown_event_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No event fits: exit code 1 and where to look."""
    story.write(tmp_path)
    assert dateline(["explain", "coronation", "--warehouse", str(tmp_path)]) == 1
    assert "no event fits 'coronation'" in capsys.readouterr().err
