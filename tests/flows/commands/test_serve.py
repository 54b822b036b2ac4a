"""``serve``: the schedules of prefect.yaml, made into deployments."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
import yaml

from flows.commands.main import main as dateline
from tests.conftest import REPOSITORY


def test_without_a_server_serve_says_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line, exit code 1."""
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    assert dateline(["serve"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "prefect server start" in line


def test_a_server_that_is_down_is_one_clear_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its address: of serve, and of notify, which needs one, too."""
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    monkeypatch.setenv("DATELINE_WEBHOOK_URL", "http://127.0.0.1:9/hook")
    for command in ("serve", "notify"):
        assert dateline([command]) == 1
        assert (
            capsys.readouterr().err
            == "dateline: no Prefect server answers at http://127.0.0.1:9/api (PREFECT_API_URL)\n"
        )


def wait_for_words(log: Path, words: str) -> None:
    """Wait until ``words`` stand in ``log``."""
    deadline = time.monotonic() + 120
    while words not in log.read_text(encoding="utf-8"):
        assert time.monotonic() < deadline, log.read_text(encoding="utf-8")
        time.sleep(0.1)


def test_one_process_serves_and_ends_quietly(
    prefect_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a home that is empty. A second one says so in one line; Ctrl-C is no error, and schedules are not paused."""
    monkeypatch.setenv("PREFECT_API_URL", prefect_server)
    written = (REPOSITORY / "prefect.yaml").read_text(encoding="utf-8")
    # a run may be due at this very minute
    own = written.replace("warehouse: dateline-data", f"warehouse: {tmp_path / 'w'}")
    (tmp_path / "prefect.yaml").write_text(own, encoding="utf-8")
    log = tmp_path / "log"
    command = [sys.executable, "-m", "flows.commands.main", "serve", "--file", str(tmp_path / "prefect.yaml")]
    environment = {**os.environ, "HOME": str(tmp_path / "home"), "PREFECT_HOME": str(tmp_path / "home" / "prefect")}
    with (
        log.open("wb") as output,
        subprocess.Popen(command, cwd=REPOSITORY, env=environment, stdout=output, stderr=output) as serving,
    ):
        try:
            wait_for_words(log, "ingest/quarter-hourly")
            assert dateline(["serve", "--file", str(tmp_path / "prefect.yaml")]) == 1
            assert capsys.readouterr().err.startswith("dateline: another process serves the schedules of ")
        finally:
            serving.send_signal(signal.SIGINT)
        assert serving.wait(60) == 0
    assert "Traceback" not in log.read_text(encoding="utf-8")
    found = httpx.post(f"{prefect_server}/deployments/filter", json={}, timeout=30).json()
    assert {each["paused"] for each in found} == {False}
    assert {schedule["active"] for each in found for schedule in each["schedules"]} == {True}


def test_every_entry_of_prefect_yaml_is_served(prefect_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its parameters, its schedule and one run at a time; the flow takes those parameters."""
    import prefect  # noqa: PLC0415 (after its settings are made)

    from flows import calendar_flow  # noqa: PLC0415

    served: list[object] = []
    monkeypatch.setenv("PREFECT_API_URL", prefect_server)
    monkeypatch.setattr(prefect, "serve", lambda *deployments, **_: served.extend(deployments))
    assert dateline(["serve", "--file", str(REPOSITORY / "prefect.yaml")]) == 0
    written = yaml.safe_load((REPOSITORY / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
    assert [deployment.name for deployment in served] == [each["name"] for each in written]  # type: ignore[attr-defined]
    for deployment, each in zip(served, written, strict=True):
        assert deployment.parameters == each["parameters"]  # type: ignore[attr-defined]
        assert deployment.concurrency_limit == 1  # type: ignore[attr-defined]
        assert len(deployment.schedules) == len(each.get("schedules", ()))  # type: ignore[attr-defined]
        flow = getattr(calendar_flow, each["entrypoint"].rpartition(":")[2])
        days = {"first_day": "2025-03-01", "last_day": "2025-03-02"} if flow.name == "backfill" else {}
        flow.validate_parameters({**each["parameters"], **days})


def test_the_entrypoints_of_prefect_yaml_exist() -> None:
    """``prefect deploy --all`` finds the flow under the path that is written."""
    for each in yaml.safe_load((REPOSITORY / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]:
        path, name = each["entrypoint"].split(":")
        assert f"\ndef {name}(" in Path(REPOSITORY / path).read_text(encoding="utf-8")
