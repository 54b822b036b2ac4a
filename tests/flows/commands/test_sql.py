"""``dateline sql`` answers questions and cannot write."""

from __future__ import annotations

import io
import json
import sys
from datetime import date
from pathlib import Path

import duckdb
import pytest

from flows.commands.main import main as dateline
from tests.warehouse import story


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A warehouse with the story."""
    story.write(tmp_path / "w")
    return tmp_path / "w"


def test_a_query_is_answered(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rows under the names of the query's columns."""
    query = "select status, possible_status from status_as_of('2024-05-01')"
    assert dateline(["sql", query, "--json", "--warehouse", str(folder)]) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {"status": "occurred", "possible_status": None}
    ]


@pytest.mark.parametrize("words", [[], ["-"]])
def test_a_query_can_be_piped_in(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    """Without a query, or with -, it is read from standard input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("select label from events"))
    assert dateline(["sql", *words, "--csv", "--warehouse", str(folder)]) == 0
    assert capsys.readouterr().out == "label\nHalasz-Bortan debate\n"


def test_without_a_query_it_lists_what_can_be_asked(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing on standard input: every table, view and macro with its documentation."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert dateline(["sql", "--warehouse", str(folder)]) == 0
    out = capsys.readouterr().out
    assert "status_as_of" in out
    assert "Every event in the order of its days" in out


def test_writing_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, exit code 1, and no file."""
    target = folder.parent / "stolen.csv"
    assert dateline(["sql", f"copy events to '{target}'", "--warehouse", str(folder)]) == 1
    assert "nothing can be written" in capsys.readouterr().err
    assert not target.exists()


@pytest.mark.parametrize("name", ["answer.csv", "answer.json", "answer.parquet"])
def test_an_answer_goes_into_a_file(folder: Path, name: str) -> None:
    """Its ending names the format; DuckDB reads the same rows back from it."""
    target = folder.parent / name
    question = "select label, first_day, has_conflict from chronology"
    assert dateline(["sql", question, "--output", str(target), "--warehouse", str(folder)]) == 0
    read = {"csv": duckdb.read_csv, "json": duckdb.read_json, "parquet": duckdb.read_parquet}[target.suffix[1:]]
    rows = read(str(target)).project("label, first_day::date, has_conflict").fetchall()
    assert rows == [("Halasz-Bortan debate", date(2024, 4, 15), True)]


def test_a_format_can_be_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the file is called; Parquet alone cannot be printed."""
    target = folder.parent / "answer"
    assert dateline(["sql", "from events", "--parquet", "--output", str(target), "--warehouse", str(folder)]) == 0
    assert target.read_bytes()[:4] == b"PAR1"
    assert dateline(["sql", "from events", "--parquet", "--warehouse", str(folder)]) == 2
    assert "--output" in capsys.readouterr().err


def test_a_mistake_shows_its_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """DuckDB's lines with the mark below the mistake, exit code 1."""
    assert dateline(["sql", "select labl from events", "--warehouse", str(folder)]) == 1
    err = capsys.readouterr().err
    assert "LINE 1: select labl from events" in err
    assert "^" in err
