"""``dateline check`` fails on errors that nobody has acknowledged, and shows the sentences."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from flows.commands.main import main as dateline
from schemas import Correction, CorrectionKind
from tests.warehouse import story
from warehouse.findings import derive_findings

(FINDING,), _ = derive_findings(story.tables())
DISMISSAL = Correction(
    who="An Editor", day=date(2024, 4, 23), kind=CorrectionKind.DISMISS, why="seen", finding_id=FINDING.finding_id
)


def test_an_error_fails_with_its_quotes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both sentences are printed with their sources; the count goes to stderr; exit code 1."""
    story.write(tmp_path)
    assert dateline(["check", "--warehouse", str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert f"error: status_conflict ({FINDING.finding_id})" in out
    assert f"held.txt: “{story.HELD}”" in out
    assert f"canceled.txt: “{story.CANCELED}”" in out
    assert err == "1 error\n"


def test_an_acknowledged_error_does_not_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a person dismissed is shown with --all only."""
    story.write(tmp_path, DISMISSAL)
    assert dateline(["check", "--warehouse", str(tmp_path)]) == 0
    assert capsys.readouterr() == ("", "nothing found\n")
    assert dateline(["check", "--all", "--warehouse", str(tmp_path)]) == 0
    assert "error, acknowledged: status_conflict" in capsys.readouterr().out


def test_since_a_run_only_new_findings_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the named run found already is neither printed nor a failure."""
    story.write(tmp_path, with_second=False)
    story.write(tmp_path)
    assert dateline(["check", "--since", "1", "--warehouse", str(tmp_path)]) == 1
    assert dateline(["check", "--since", "2", "--warehouse", str(tmp_path)]) == 0
    capsys.readouterr()
    assert dateline(["check", "--since", "9", "--warehouse", str(tmp_path)]) == 1
    assert "no kept run is '9'" in capsys.readouterr().err


def test_programs_get_a_row_for_each_quote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--json prints the view quoted_findings."""
    story.write(tmp_path)
    dateline(["check", "--json", "--warehouse", str(tmp_path)])
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["quote"] for record in records] == [story.HELD, story.CANCELED]
    assert {record["label"] for record in records} == {"Halasz-Bortan debate"}


def test_csv_has_its_header_even_when_nothing_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A program that reads the columns finds them."""
    story.write(tmp_path, with_second=False)
    assert dateline(["check", "--csv", "--warehouse", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("finding_id,check_name,")
