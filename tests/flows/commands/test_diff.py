"""``dateline diff`` says what changed between two runs, and by which sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flows.commands.main import main as dateline
from tests.warehouse import story


def _diff(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert dateline(["diff", *words, "--warehouse", str(folder)]) == 0
    return capsys.readouterr().out


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Run 1 knows the first article, run 2 both."""
    story.write(tmp_path, with_second=False)
    story.write(tmp_path)
    return tmp_path


def test_a_changed_event_names_the_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The event changed because the second article's sentence came in; a finding is new."""
    lines = _diff(folder, capsys, "1").splitlines()
    assert lines[0] == "events: 1 changed"
    assert lines[1].startswith("~ Halasz-Bortan debate (occurred, 2024-04-15)")
    assert "    source_count: 1 -> 2" in lines
    assert f"  + canceled.txt: “{story.CANCELED}”" in lines
    assert "mentions: 1 added" in lines
    assert "findings: 1 added" in lines


def test_the_other_way_round_it_is_undone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From the later to the earlier run the same sentence is lost."""
    lines = _diff(folder, capsys, "2", "1").splitlines()
    assert f"  - canceled.txt: “{story.CANCELED}”" in lines
    assert "findings: 1 removed" in lines


def test_the_same_run_has_no_differences(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing changed is said in words, and is no row for programs."""
    assert _diff(folder, capsys, "2", "2") == "nothing changed\n"
    assert _diff(folder, capsys, "2", "2", "--json") == ""


def test_mentions_are_listed_on_demand(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--mentions prints each of them; --json always does."""
    assert "+ debate (canceled, 2024-04-15 .. 2024-04-17) [m2]" in _diff(folder, capsys, "1", "--mentions")
    changes = [json.loads(line) for line in _diff(folder, capsys, "1", "--json").splitlines()]
    assert [(change["kind"], change["change"]) for change in changes] == [
        ("event", "changed"),
        ("mention", "added"),
        ("finding", "added"),
    ]


def test_a_run_that_is_not_kept_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The complaint says which runs are kept."""
    assert dateline(["diff", "7", "--warehouse", str(folder)]) == 1
    assert "kept runs: 0001-" in capsys.readouterr().err
