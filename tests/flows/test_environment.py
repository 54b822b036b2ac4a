"""Prefect's settings: quiet, telling nobody, and never against the user's word."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import Any

import pytest
import yaml

from flows.environment import SETTINGS, configured_server, prepare_environment
from tests.conftest import REPOSITORY


def test_settings_reach_prefect_unless_the_user_set_them() -> None:
    """In a fresh process Prefect itself says that analytics are off; what was set before stays."""
    code = (
        "from flows.environment import prepare_environment; prepare_environment();"
        "from prefect.settings import get_current_settings as now;"
        "print(now().server.analytics_enabled, now().server.ephemeral.startup_timeout_seconds, now().logging.level)"
    )
    kept = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=REPOSITORY,
        env={**kept, "PREFECT_LOGGING_LEVEL": "ERROR"},
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout == "False 60 ERROR\n"


@pytest.mark.parametrize(("chosen", "used"), [({}, "system"), ({"ARROW_DEFAULT_MEMORY_POOL": "mimalloc"}, "mimalloc")])
def test_a_command_lets_arrow_ask_the_c_library(chosen: dict[str, str], used: str) -> None:
    """In the process of a command Arrow has no allocator of its own, unless the user chose one."""
    code = (
        "from flows.commands.main import main; main(['chronology', '--warehouse', 'nowhere']);"
        "import pyarrow; print(pyarrow.default_memory_pool().backend_name)"
    )
    kept = {name: value for name, value in os.environ.items() if name != "ARROW_DEFAULT_MEMORY_POOL"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, env=kept | chosen, check=True, capture_output=True, text=True
    )
    assert done.stdout == f"{used}\n"


def test_too_late_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once Prefect is loaded its settings cannot be made any more."""
    monkeypatch.setitem(sys.modules, "prefect", sys)
    monkeypatch.delenv("DO_NOT_TRACK")
    with pytest.raises(RuntimeError, match="before its settings"):
        prepare_environment()


@pytest.mark.parametrize(("value", "found"), [("", None), ("http://host/api", "http://host/api")])
def test_an_empty_address_is_none(monkeypatch: pytest.MonkeyPatch, value: str, found: str | None) -> None:
    """PREFECT_API_URL= means no server."""
    monkeypatch.setenv("PREFECT_API_URL", value)
    assert configured_server() == found


def test_a_dead_run_is_told_from_one_that_is_slow_or_done() -> None:
    """The automation waits for three signs of life, of runs of either kind, and knows every end of a run of ours."""
    from prefect.events.schemas.automations import AutomationCore  # noqa: PLC0415 (after Prefect's settings are made)

    text = (REPOSITORY / "docs" / "deploy" / "dead-runs.yaml").read_text(encoding="utf-8")
    trigger: Any = AutomationCore.model_validate(yaml.safe_load(text)).trigger
    schedules = yaml.safe_load((REPOSITORY / "prefect.yaml").read_text(encoding="utf-8"))
    frequencies = {
        each["work_pool"]["job_variables"]["env"]["PREFECT_FLOWS_HEARTBEAT_FREQUENCY"]
        for each in schedules["deployments"]
    }
    assert frequencies == {SETTINGS["PREFECT_FLOWS_HEARTBEAT_FREQUENCY"]}
    assert trigger.within.total_seconds() == 3 * int(frequencies.pop())
    named = re.findall(
        r'Completed\(name="(\w+)"', (REPOSITORY / "flows" / "calendar_flow.py").read_text(encoding="utf-8")
    )
    ends = {"Completed", "Failed", "TimedOut", "Cancelled", "Crashed", *named}
    assert trigger.expect == {"prefect.flow-run.heartbeat", *(f"prefect.flow-run.{name}" for name in ends)}
    assert all("dateline" in each["tags"] for each in schedules["deployments"])
