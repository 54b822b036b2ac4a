"""Real runs that are killed at any moment, again and again (`make soak`)."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

import warehouse
from warehouse.generations import current_generation, read_rows
from warehouse.generations.integrity import check_integrity
from warehouse.generations.tables import read_arrow
from warehouse.inbox import read_inputs

REPOSITORY = Path(__file__).parents[3]
SEEDS = REPOSITORY / "seeds" / "articles"


def _run(folder: Path, *sources: Path, seconds: float | None = None) -> int:
    """Run the sources into ``folder``; killed after ``seconds``. Returns the exit code, negative when killed."""
    command = [sys.executable, "-m", "flows.commands.main", "run", "--direct", "--quiet", "--warehouse", str(folder)]
    with subprocess.Popen([*command, *map(str, sources)], cwd=REPOSITORY, stderr=subprocess.DEVNULL) as running:
        try:
            return running.wait(seconds)
        except subprocess.TimeoutExpired:
            running.send_signal(signal.SIGKILL)
            return running.wait()


@pytest.mark.soak
def test_runs_killed_at_any_moment_leave_a_whole_generation(tmp_path: Path) -> None:
    """After each kill the current generation is sound, one of the two that were ever whole; in the end all is there."""
    folder = tmp_path / "w"
    articles = sorted(SEEDS.iterdir())
    assert _run(folder, articles[0]) == 0
    wholes = {1, len(articles)}
    for tenths in range(2, 80, 4):
        _run(folder, *articles, seconds=tenths / 10)
        generation = current_generation(folder)
        assert len(read_rows(generation, "articles")) in wholes
        check_integrity(read_arrow(generation), read_inputs(generation.path))
        with warehouse.connect(folder) as connection:
            connection.table("chronology").fetchall()
    assert _run(folder, *articles) == 0
    assert len(read_rows(current_generation(folder), "articles")) == len(articles)
