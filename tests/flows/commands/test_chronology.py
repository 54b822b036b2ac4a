"""``dateline chronology`` answers at once and prints what the view says."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from flows.commands.main import main as dateline
from tests.warehouse import story

REPOSITORY = Path(__file__).parents[3]
HEAVY = ("spacy", "prefect", "dateparser", "trafilatura", "sklearn")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A warehouse with the story."""
    story.write(tmp_path)
    return tmp_path


@pytest.mark.parametrize("words", [["chronology"], ["check"], ["sql", "from events"], ["--help"]])
def test_it_imports_nothing_heavy(folder: Path, words: list[str]) -> None:
    """Commands that only read, and --help, import neither spaCy nor Prefect."""
    place = [] if words == ["--help"] else ["--warehouse", str(folder)]
    program = (
        "import sys; from flows.commands.main import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    command = [sys.executable, "-c", program, *words, *place]
    ended = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert ended.stderr.splitlines()[-1] == "[]"
    assert ended.stdout


def test_it_prints_a_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A row for each event, under names; nothing on stderr."""
    assert dateline(["chronology", "--warehouse", str(folder)]) == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0].split()[:4] == ["days", "precision", "label", "status"]
    assert lines[2].startswith("2024-04-15")
    assert "Halasz-Bortan debate" in lines[2]
    assert err == ""


def test_it_prints_json_and_csv(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For programs: one object a line with dates as ISO days, or CSV with a header."""
    dateline(["chronology", "--warehouse", str(folder), "--json"])
    (record,) = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert record["first_day"] == "2024-04-15"
    assert record["has_conflict"] is True
    dateline(["chronology", "--warehouse", str(folder), "--csv"])
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row["label"] == "Halasz-Bortan debate"


def test_without_a_warehouse_it_says_how_to_make_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line on stderr, exit code 1."""
    assert dateline(["chronology", "--warehouse", str(tmp_path / "none")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "dateline run" in err
