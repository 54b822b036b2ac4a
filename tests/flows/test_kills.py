"""A run that is killed changes nothing; the next one finishes the work and leaves no debris."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, SEEDS
from tests.flows.tables import MEETING, STRIKE, run_direct, table_bytes, write_articles

#: What a run has done when it is killed, seen from outside.
MOMENTS: dict[str, str] = {
    "bytes were kept": "raw/*.gz",
    "claims were kept": "claims/*/*",
    "tables are being written": "generations/.draft-*",
    "the journal is being written": "journal/pending/*",
}


def start(articles: Path, warehouse: Path, *options: str) -> subprocess.Popen[bytes]:
    words = ["run", str(articles), "--warehouse", str(warehouse), "--quiet", *options]
    return subprocess.Popen([sys.executable, "-m", "flows.commands.main", *words], cwd=REPOSITORY)


def kill_when(run: subprocess.Popen[bytes], holds: Callable[[], bool]) -> None:
    """Kill ``run`` as soon as something ``holds``; it may be faster than we look."""
    while run.poll() is None and not holds():
        time.sleep(0.0005)
    run.kill()
    run.wait()


def debris(warehouse: Path) -> list[str]:
    """What no finished run leaves: drafts, half generations, pending journal entries."""
    half = [path for path in (warehouse / "generations").iterdir() if not (path / "manifest.json").exists()]
    left = [*warehouse.rglob("*.draft"), *half, *(warehouse / "journal").glob("pending/*")]
    return [path.relative_to(warehouse).as_posix() for path in left]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_run_leaves_the_old_generation_whole(tmp_path: Path, moment: str) -> None:
    """Readers see the old tables or the new ones; the next run ends with the bytes of an undisturbed one."""
    warehouse, calm = tmp_path / "w", tmp_path / "calm"
    first = write_articles(tmp_path / "first", meeting=MEETING)
    second = write_articles(tmp_path / "second", strike=STRIKE)
    for each in (warehouse, calm):
        run_direct(each, first, options=("--quiet",))
    old, before = table_bytes(warehouse), set(warehouse.glob(MOMENTS[moment]))
    run_direct(calm, second, options=("--quiet",))
    new = table_bytes(calm)
    kill_when(start(second, warehouse, "--direct"), lambda: bool(set(warehouse.glob(MOMENTS[moment])) - before))
    assert table_bytes(warehouse) in (old, new)
    assert run_direct(warehouse, second, options=("--quiet",)) == 0
    assert table_bytes(warehouse) == new
    assert debris(warehouse) == []


@pytest.mark.soak
@pytest.mark.parametrize("is_direct", [True, False])
def test_twenty_kills_at_any_moment(tmp_path: Path, seed_warehouse: Path, is_direct: bool) -> None:
    """Twenty fresh warehouses, each killed once at a moment by chance and then finished: always the same bytes."""
    chance = random.Random(20251109)  # noqa: S311 (moments, not secrets)
    options = ("--direct",) if is_direct else ()
    for number in range(10):
        warehouse = tmp_path / str(number)
        end = time.monotonic() + chance.uniform(0.5, 8.0 if is_direct else 25.0)
        kill_when(start(SEEDS, warehouse, *options), lambda end=end: time.monotonic() > end)  # type: ignore[misc]
        if (warehouse / "current").exists():
            assert table_bytes(warehouse) == table_bytes(seed_warehouse)
        assert run_direct(warehouse, SEEDS, options=("--quiet",)) == 0
        assert table_bytes(warehouse) == table_bytes(seed_warehouse)
        assert debris(warehouse) == []
