"""What tests share: a warehouse made from the seeds without Prefect, and one Prefect server for all that need one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.commands.main import main as dateline
from flows.environment import prepare_environment, prepare_memory
from flows.temporary_server import HOST, Server, free_port

# before anything imports Prefect and Arrow: they read their settings then
prepare_environment()
prepare_memory()

REPOSITORY = Path(__file__).parents[1]
SEEDS = REPOSITORY / "seeds" / "articles"


@pytest.fixture(scope="session")
def seed_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of the five seeds; tests read it and leave it as it is."""
    warehouse = tmp_path_factory.mktemp("seeds") / "warehouse"
    assert dateline(["run", str(SEEDS), "--warehouse", str(warehouse), "--direct", "--quiet"]) == 0
    return warehouse


@pytest.fixture(scope="session")
def prefect_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the Prefect server of the tests keeps everything it knows."""
    return tmp_path_factory.mktemp("prefect")


@pytest.fixture(scope="session")
def prefect_server(prefect_home: Path) -> Iterator[str]:
    """The address of a Prefect server, started as users start theirs, that runs for the rest of the tests."""
    port = free_port()
    command = [sys.executable, "-m", "prefect", "server", "start", "--port", str(port), "--no-ui"]
    environment = {**os.environ, "PREFECT_HOME": str(prefect_home)}
    environment.pop("PREFECT_API_URL", None)
    address = f"http://{HOST}:{port}/api"
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            Server(address, server).wait()
            yield address
        finally:
            server.terminate()
