"""What tests share: a warehouse made from the seeds without Prefect, and one Prefect server for all that need one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.commands.main import main as dateline
from flows.environment import prepare_environment
from flows.temporary_server import temporary_server

# before anything imports Prefect: it reads its settings then
prepare_environment()

REPOSITORY = Path(__file__).parents[1]
SEEDS = REPOSITORY / "seeds" / "articles"


@pytest.fixture(scope="session")
def seed_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of the five seeds; tests read it and leave it as it is."""
    warehouse = tmp_path_factory.mktemp("seeds") / "warehouse"
    assert dateline(["run", str(SEEDS), "--warehouse", str(warehouse), "--direct", "--quiet"]) == 0
    return warehouse


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[str]:
    """The address of a Prefect server that runs for the rest of the tests; PREFECT_API_URL names it."""
    with temporary_server() as address:
        yield address
