"""docs/settings.md lists everything that can be set."""

from __future__ import annotations

import argparse
import inspect
import re

import pytest

from flows import environment, options, settings
from tests.conftest import REPOSITORY

PAGE = (REPOSITORY / "docs" / "settings.md").read_text(encoding="utf-8")
SOURCES = [path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "flows").rglob("*.py"))]


def test_every_environment_variable_is_listed() -> None:
    """Those that the code asks for by name, and those that it sets."""
    named = {
        name
        for source in SOURCES
        for name in re.findall(r"[\"']((?:DATELINE|PREFECT)_[A-Z_]+)[\"']", source)
        if not name.endswith("_")
    }
    assert named
    assert {name for name in named | environment.SETTINGS.keys() if f"`{name}`" not in PAGE} == set()


def test_every_parameter_of_every_flow_is_listed() -> None:
    """By its name, and every flow by its own."""
    from flows.calendar_flow import FLOWS  # noqa: PLC0415 (after Prefect's settings are made)

    for flow in FLOWS.values():
        assert f"`{flow.name}`" in PAGE or flow.name in {"resolve", "rebuild"}
        assert {name for name in flow.parameters.properties if f"`{name}`" not in PAGE} == set()


def test_every_option_of_running_is_listed() -> None:
    """Those that commands share."""
    parser = argparse.ArgumentParser()
    for add in (options.add_warehouse, options.add_running, options.add_sources):
        add(parser)
    shared = {name for action in parser._actions for name in action.option_strings}
    assert {name for name in shared - {"-h", "--help"} if not re.search(rf"`{name}[ `]", PAGE)} == set()


@pytest.mark.parametrize("setting", list(inspect.signature(settings.Settings).parameters))
def test_every_setting_of_fetching_is_listed(setting: str) -> None:
    """Beside entries of lexicons dateline.toml says how to fetch."""
    assert f"[fetching.{setting}." in PAGE
