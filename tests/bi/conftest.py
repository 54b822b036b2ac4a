"""Where the environments of other tools lie, and a warehouse for them to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.warehouse import story


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A warehouse with the story."""
    story.write(tmp_path / "w")
    return tmp_path / "w"


def python_of(name: str) -> str:
    """The Python of the environment ``name`` that ``make bi`` makes; skips where it is not."""
    python = REPOSITORY / name / "bin" / "python"
    if not python.exists():
        pytest.skip(f"no {name} here: `make bi` makes it")
    return str(python)
