"""Disks that are full or cannot be written: one clear line, exit code 1, and the warehouse is what it was."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.flows.tables import MEETING, STRIKE, run_direct, table_bytes, write_articles

#: Enough for a warehouse of one short article, not for a second generation.
SMALL_DISK = "size=900k"


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[Path]:
    """A disk of its own at ``folder``; skips where mounting is not allowed."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(folder)]
    try:
        done = subprocess.run(command, check=False, capture_output=True)
    except FileNotFoundError:
        pytest.skip("there is no `mount` here")
    if done.returncode != 0:
        pytest.skip(f"this user may not mount a disk: {done.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def dateline(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "flows.commands.main", *map(str, words)]
    return subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True, text=True)


@pytest.mark.parametrize("left_kilobytes", [0, 200])
def test_a_full_disk_changes_nothing(tmp_path: Path, left_kilobytes: int) -> None:
    """A run that does not fit, not at all or not to its end, says so in one line; the old generation is as before."""
    first = write_articles(tmp_path / "first", meeting=MEETING)
    second = write_articles(tmp_path / "second", strike=STRIKE)
    with mounted(tmp_path / "disk", SMALL_DISK) as disk:
        warehouse = disk / "w"
        assert run_direct(warehouse, first, options=("--quiet",)) == 0
        before = table_bytes(warehouse)
        _fill(disk, left_kilobytes)
        failed = dateline("run", second, "--warehouse", warehouse, "--direct", "--quiet")
        assert failed.returncode == 1
        assert len(failed.stderr.splitlines()) == 1, failed.stderr
        assert failed.stderr.endswith("No space left on device\n")
        assert table_bytes(warehouse) == before
        assert "2025-03-03" in dateline("chronology", "--warehouse", warehouse).stdout
        (disk / "filler").unlink()
        subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
        assert run_direct(warehouse, second, options=("--quiet",)) == 0
        assert not list(warehouse.rglob("*draft*"))


def _fill(disk: Path, left_kilobytes: int) -> None:
    """Leave so much, to a page."""
    with (disk / "filler").open("wb", buffering=0) as filler:
        try:
            while True:
                filler.write(bytes(4096))
        except OSError:
            filler.truncate(filler.tell() - left_kilobytes * 1024)


READING = (
    ("chronology",),
    ("check",),
    ("sql", "select count(*) from events"),
    ("report", "--output", "-"),
)


def test_a_disk_that_cannot_be_written_is_read(tmp_path: Path) -> None:
    """Every command that only reads works there, moved or not; a run says in one line that it cannot write."""
    articles = write_articles(tmp_path / "in", meeting=MEETING)
    with mounted(tmp_path / "disk", "size=64m") as disk:
        assert run_direct(disk / "w", articles, options=("--quiet",)) == 0
        (disk / "w").rename(disk / "moved")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        for words in READING:
            done = dateline(*words, "--warehouse", disk / "moved")
            assert done.returncode == 0, done.stderr
        failed = dateline("run", articles, "--warehouse", disk / "moved", "--direct", "--quiet")
        assert failed.returncode == 1
        assert len(failed.stderr.splitlines()) == 1, failed.stderr
        assert "Read-only file system" in failed.stderr
