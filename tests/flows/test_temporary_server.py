"""The server for one run: it is there, it says so, and it leaves nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flows.temporary_server import free_port, is_healthy
from tests.conftest import REPOSITORY
from tests.flows.tables import MEETING, run_direct, table_bytes, write_articles


def without_server(tmp_path: Path) -> dict[str, str]:
    """The environment of a user who has configured no Prefect; temporary folders are made under ``tmp_path``."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    return {**kept, "TMPDIR": str(tmp_path), "HOME": str(tmp_path / "home")}


def command(articles: Path, warehouse: Path) -> list[str]:
    return [sys.executable, "-m", "flows.commands.main", "run", str(articles), "--warehouse", str(warehouse)]


def started(articles: Path, warehouse: Path, scratch: Path) -> subprocess.Popen[str]:
    """A run under way, as the leader of its own session: a signal to the group reaches whatever it started."""
    return subprocess.Popen(
        command(articles, warehouse),
        cwd=REPOSITORY,
        env=without_server(scratch),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_a_run_without_a_configured_server_makes_its_own(tmp_path: Path) -> None:
    """The run says so first, writes what a direct run writes, and leaves no folder behind."""
    articles, scratch = write_articles(tmp_path / "in", meeting=MEETING), tmp_path / "scratch"
    scratch.mkdir()
    done = subprocess.run(
        command(articles, tmp_path / "w"),
        cwd=REPOSITORY,
        env=without_server(scratch),
        check=True,
        capture_output=True,
        text=True,
    )
    assert "temporary Prefect server" in done.stderr.splitlines()[0]
    assert "CHRONOLOGY" in done.stdout
    run_direct(tmp_path / "direct", articles, options=("--quiet",))
    assert table_bytes(tmp_path / "w") == table_bytes(tmp_path / "direct")
    assert [path.name for path in scratch.iterdir() if path.name.startswith("dateline-prefect")] == []


def test_a_killed_run_leaves_no_server(tmp_path: Path) -> None:
    """Killed while the server starts, the run takes server and home with it, and no warehouse was made."""
    articles, scratch = write_articles(tmp_path / "in", meeting=MEETING), tmp_path / "scratch"
    scratch.mkdir()
    with started(articles, tmp_path / "w", scratch) as run:
        assert run.stderr is not None
        assert "temporary Prefect server" in run.stderr.readline()
        wait_for(lambda: any(scratch.glob("dateline-prefect-*")))
        run.send_signal(signal.SIGKILL)
    wait_for(lambda: not any(scratch.glob("dateline-prefect-*")))
    assert not (tmp_path / "w" / "current").exists()


def test_an_interrupt_is_for_the_run_and_not_for_its_server(tmp_path: Path) -> None:
    """Ctrl-C in the midst of a run: one line and no traceback, because the server still hears how the run ended."""
    articles, scratch = write_articles(tmp_path / "in", meeting=MEETING), tmp_path / "scratch"
    scratch.mkdir()
    with started(articles, tmp_path / "w", scratch) as run:
        wait_for((tmp_path / "w" / "journal").exists)
        # a terminal sends it to all that belong to the command
        os.killpg(run.pid, signal.SIGINT)
        _, told = run.communicate(timeout=120)
    assert run.returncode == 130
    assert told.splitlines()[-1] == "dateline: interrupted"
    assert "Traceback" not in told
    wait_for(lambda: not any(scratch.glob("dateline-prefect-*")))


def wait_for(holds: object) -> None:
    deadline = time.monotonic() + 120
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


@pytest.mark.parametrize("address", ["http://127.0.0.1:{port}/api", "nonsense"])
def test_nobody_there_is_not_healthy(address: str) -> None:
    """A closed port and a senseless address are told apart from a server, without an error."""
    assert not is_healthy(address.format(port=free_port()))
