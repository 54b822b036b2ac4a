"""Real runs that are killed at any moment, again and again (`make soak`)."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

import warehouse
from schemas import TABLES
from warehouse.generations import current_generation

REPOSITORY = Path(__file__).parents[3]
SEEDS = REPOSITORY / "seeds" / "articles"


def _run(folder: Path, *sources: Path, seconds: float | None = None, wholes: Sequence[object] = ()) -> int:
    """Run the sources into ``folder``, reading all tables all the time; killed after ``seconds``.

    What is read is one of ``wholes``, if any are given. Returns the exit code, negative when killed.
    """
    command = [sys.executable, "-m", "flows.commands.main", "run", "--direct", "--quiet", "--warehouse", str(folder)]
    began = time.monotonic()
    with subprocess.Popen([*command, *map(str, sources)], cwd=REPOSITORY, stderr=subprocess.DEVNULL) as running:
        while running.poll() is None:
            if wholes:
                assert _whole(folder) in wholes
            if seconds is not None and time.monotonic() - began > seconds:
                running.send_signal(signal.SIGKILL)
            # leaves the processor to the run that is waited for
            time.sleep(0.05)
        return running.returncode


def _whole(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """The rows of all tables of one generation, by one connection."""
    with warehouse.connect(folder) as connection:
        tables = [name for name, table in TABLES.items() if not table.is_journal]
        return {name: sorted(connection.table(name).fetchall(), key=repr) for name in tables}


@pytest.mark.soak
def test_runs_killed_at_any_moment_leave_a_whole_generation(tmp_path: Path) -> None:
    """Twenty warehouses of one article, each killed while it takes in more; then the bytes of an undisturbed run.

    Whoever reads sees the tables of one article or those of all.
    """
    articles = sorted(SEEDS.iterdir())
    begun, calm = tmp_path / "begun", tmp_path / "calm"
    assert _run(begun, articles[0]) == 0
    shutil.copytree(begun, calm, symlinks=True)
    assert _run(calm, *articles) == 0
    wholes = [_whole(begun), _whole(calm)]
    began = time.monotonic()
    assert _run(tmp_path / "timed", *articles) == 0
    longest = time.monotonic() - began
    codes = []
    for number in range(20):
        folder = tmp_path / str(number)
        shutil.copytree(begun, folder, symlinks=True)
        codes.append(_run(folder, *articles, seconds=longest * (number + 1) / 20, wholes=wholes))
        assert _whole(folder) in wholes
        assert _run(folder, *articles, wholes=wholes) == 0
        assert _whole(folder) == wholes[1]
        assert _files(folder) == _files(calm)
    assert codes.count(-signal.SIGKILL) > 10


def _files(folder: Path) -> dict[str, bytes]:
    """Every Parquet file of the current generation; and that there is no debris."""
    assert not [*folder.rglob("*.draft"), *folder.glob("generations/.draft*"), *folder.glob("journal/pending/*")]
    current = current_generation(folder).path
    return {str(path.relative_to(current)): path.read_bytes() for path in current.rglob("*.parquet")}
