"""New errors are events, and an automation tells somebody."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

import warehouse as warehouses
from flows.commands.main import main as dateline
from tests.conftest import SEEDS
from tests.flows.site import served


def test_a_planted_contradiction_reaches_a_webhook(
    prefect_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The server calls it once for each error that the run brought; the address is told to nobody."""
    monkeypatch.setenv("PREFECT_API_URL", prefect_server)
    with served() as site:
        monkeypatch.setenv("DATELINE_WEBHOOK_URL", f"{site.address}/hook?token=s3cret")
        assert dateline(["notify"]) == 0
        assert dateline(["run", str(SEEDS), "--warehouse", str(tmp_path / "w"), "--quiet"]) == 0
        deadline = time.monotonic() + 180
        while not site.posted and time.monotonic() < deadline:
            time.sleep(0.1)
        told = [json.loads(each) for each in site.posted]
    with warehouses.connect(tmp_path / "w") as connection:
        query = "select finding_id, check_name, summary from findings where severity = 'error'"
        errors = connection.execute(query).fetchall()
    assert errors
    assert {(each["finding_id"], each["check_name"], each["summary"]) for each in told} <= set(errors)
    assert told
    assert "s3cret" not in "".join(capsys.readouterr())
