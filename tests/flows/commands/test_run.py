"""``run``: what it prints."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from flows.commands.main import main as dateline
from tests.flows.tables import MEETING, run_direct, write_articles


def test_a_run_prints_chronology_and_findings_on_stdout_and_the_rest_on_stderr(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The calendar is data; what the run came to is not."""
    run_direct(tmp_path / "w", write_articles(tmp_path / "in", meeting=MEETING))
    captured = capsys.readouterr()
    assert captured.out.startswith("CHRONOLOGY\n")
    assert "2025-03-03" in captured.out
    assert "\nFINDINGS\n" in captured.out
    assert "1 input taken in, 1 read" in captured.err


def test_quiet_prints_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not on stdout and not on stderr."""
    run_direct(tmp_path / "w", write_articles(tmp_path / "in", meeting=MEETING), options=("--quiet",))
    assert capsys.readouterr() == ("", "")


def test_files_of_no_known_format_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a folder only what a reader is sure of is taken; the others are not passed over in silence."""
    articles = write_articles(tmp_path / "in", meeting=MEETING)
    (articles / "table.xlsx").write_bytes(b"PK\x03\x04" + bytes(100))
    run_direct(tmp_path / "w", articles)
    assert "1 input taken in, 1 file of no known format skipped" in capsys.readouterr().err


def test_standard_input_is_a_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``-`` reads what is piped in, once."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(MEETING.encode())))
    words = ["run", "-", "--warehouse", str(tmp_path / "w"), "--direct", "--quiet"]
    assert dateline(words) == 0
