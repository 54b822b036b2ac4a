"""Where a run runs: on the configured server, on one of its own, or on none."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.commands.main import main as dateline
from flows.temporary_server import free_port
from tests.flows.tables import MEETING, write_articles


def test_a_server_that_does_not_answer_is_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It names the address and the way without a server; nothing is written."""
    address = f"http://127.0.0.1:{free_port()}/api"
    monkeypatch.setenv("PREFECT_API_URL", address)
    articles = write_articles(tmp_path / "in", meeting=MEETING)
    assert dateline(["run", str(articles), "--warehouse", str(tmp_path / "w"), "--quiet"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert address in line
    assert "--direct" in line
    assert not (tmp_path / "w").exists()


def test_a_wrong_source_does_not_wait_for_a_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told before any server is started or asked."""
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    assert dateline(["run", str(tmp_path / "nowhere"), "--warehouse", str(tmp_path / "w")]) == 1
    assert capsys.readouterr().err == f"dateline: no such file or folder: {tmp_path / 'nowhere'}\n"
