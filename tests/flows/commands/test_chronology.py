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
    assert lines[0].split() == ["days", "status", "label", "place", "sources", "conflict", "id"]
    assert max(map(len, lines)) <= 120
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


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ("--from 2024-04-15 --to 2024-04-15 --sure", 1),
        ("--from 2024-04-16", 0),
        ("--to 2024-04-14", 0),
        ("--type consult", 1),
        ("--type PROTEST", 0),
        ("--status Occurred --place Kirkmuir", 1),
        ("--status planned", 0),
    ],
)
def test_options_choose_events(folder: Path, capsys: pytest.CaptureFixture[str], options: str, count: int) -> None:
    """By days, type, status and place; together they must all fit."""
    assert dateline(["chronology", "--json", *options.split(), "--warehouse", str(folder)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == count


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("--actor Nobody", "no actor is called 'Nobody'"),
        ("--place Kirkmur", "no place is called 'Kirkmur'; there are, among others: Kirkmuir"),
        ("--sure", "--sure needs --from or --to"),
        ("--from 2024-05-01 --to 2024-04-01", "--from 2024-05-01 is after --to 2024-04-01"),
    ],
)
def test_a_choice_of_nothing_is_explained(
    folder: Path, capsys: pytest.CaptureFixture[str], options: str, told: str
) -> None:
    """One line on stderr, with names that are like the one that was given, exit code 1."""
    assert dateline(["chronology", *options.split(), "--warehouse", str(folder)]) == 1
    out, err = capsys.readouterr()
    assert told in err
    assert (out, err.count("\n")) == ("", 1)


@pytest.mark.parametrize("options", ["--type MEETING", "--status done", "--from yesterday"])
def test_unknown_words_are_refused(folder: Path, capsys: pytest.CaptureFixture[str], options: str) -> None:
    """A wrong command line, exit code 2."""
    with pytest.raises(SystemExit, match="2"):
        dateline(["chronology", *options.split(), "--warehouse", str(folder)])
    assert capsys.readouterr().err.count("\n") == 1


def test_without_a_warehouse_it_says_how_to_make_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line on stderr, exit code 1."""
    assert dateline(["chronology", "--warehouse", str(tmp_path / "none")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "dateline run" in err
