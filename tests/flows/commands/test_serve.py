"""``serve``: the schedules of prefect.yaml, made into deployments."""

from __future__ import annotations

from pathlib import Path

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


def test_every_entry_of_prefect_yaml_is_served(monkeypatch: pytest.MonkeyPatch) -> None:
    """With its parameters, its schedule and one run at a time; the flow takes those parameters."""
    import prefect  # noqa: PLC0415 (after its settings are made)

    from flows import calendar_flow  # noqa: PLC0415

    served: list[object] = []
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    monkeypatch.setattr(prefect, "serve", lambda *deployments: served.extend(deployments))
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
