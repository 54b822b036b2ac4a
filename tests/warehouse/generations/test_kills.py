"""A commit that is killed at any of its file-system calls: readers see the old generation whole, or the new one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import warehouse
from tests.warehouse import little
from tests.warehouse.generations import killed
from warehouse.generations import commit, current_generation

REPOSITORY = Path(__file__).parents[3]
TABLES = ("articles", "article_texts", "event_mentions", "events", "evidence", "event_ids", "event_status")


class Killing:
    """A warehouse that is put back to where it was before each commit, and the program that commits."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.warehouse, self._kept = folder / "w", folder / "kept"
        commit(self.warehouse, little.tables(30), inputs=little.inputs(30), notes=little.notes(30))
        shutil.copytree(self.warehouse, self._kept, symlinks=True)
        self.old = self.content()
        command = [sys.executable, "-m", killed.__name__, str(self.warehouse), *options]
        self._program = subprocess.Popen(
            command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        _, self.call_count = self.commit(0)
        self.new = self.content()

    def put_back(self) -> None:
        """The warehouse as it was, in its old place."""
        shutil.rmtree(self.warehouse)
        shutil.copytree(self._kept, self.warehouse, symlinks=True)

    def begin(self, last: int) -> None:
        """Let the program commit until its call number ``last``; 0 lets it end."""
        assert self._program.stdin is not None
        self._program.stdin.write(f"{last}\n")
        self._program.stdin.flush()

    def commit(self, last: int) -> tuple[int, int]:
        """Commit, reading all tables all the time; exit code and number of calls."""
        assert self._program.stdout is not None
        self.begin(last)
        os.set_blocking(self._program.stdout.fileno(), False)
        while not (answer := self._program.stdout.readline()):
            self.read()
            # leaves the processor to the commit that is waited for
            time.sleep(0.1)
        os.set_blocking(self._program.stdout.fileno(), True)
        code, count = answer.split()
        return int(code), int(count)

    def read(self) -> None:
        """All tables are of one generation."""
        with warehouse.connect(self.warehouse) as connection:
            assert {len(connection.table(name)) for name in TABLES} in ({30}, {31})

    def content(self) -> dict[str, bytes]:
        """Every file of the current generation but the database, and the rows of the journal."""
        current = current_generation(self.warehouse).path
        files = {str(path.relative_to(current)): path.read_bytes() for path in current.rglob("*") if path.is_file()}
        with warehouse.connect(self.warehouse) as connection:
            journal = connection.execute("from runs order by all").fetchall()
            journal += connection.execute("from ingestions order by all").fetchall()
        kept = {name: content for name, content in files.items() if not name.startswith("dateline.duckdb")}
        return {**kept, "journal": repr(journal).encode()}

    def debris(self) -> list[str]:
        """What no finished run leaves."""
        half = [path for path in (self.warehouse / "generations").iterdir() if not (path / "manifest.json").exists()]
        return [path.name for path in (*self.warehouse.rglob(".*.draft"), *half, *self.warehouse.rglob("pending/*"))]

    def close(self) -> None:
        """End the program."""
        assert self._program.stdin is not None
        self._program.stdin.close()
        self._program.wait()


@pytest.fixture(scope="module", autouse=True)
def tiny_files() -> Iterator[pytest.MonkeyPatch]:
    """What is large begins at twenty rows."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in killed.LAYOUT.items():
            patch.setattr(f"warehouse.generations.layout.{name}", value)
        yield patch


@pytest.fixture(scope="module")
def killing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Killing]:
    prepared = Killing(tmp_path_factory.mktemp("kills"))
    yield prepared
    prepared.close()


def assert_survives(killing: Killing, last: int) -> None:
    """Killed at call ``last``, all is old or all is new; the next run ends with the bytes of an undisturbed one."""
    killing.put_back()
    assert killing.commit(last)[0] == killed.KILLED
    killing.read()
    tables = {name: content for name, content in killing.content().items() if name != "journal"}
    assert tables in [{n: c for n, c in each.items() if n != "journal"} for each in (killing.old, killing.new)]
    assert killing.commit(0)[0] == 0
    assert killing.content() == killing.new
    assert killing.debris() == []


def test_a_commit_that_is_killed_changes_all_or_nothing(killing: Killing) -> None:
    """Some of the file-system calls, the last ones among them, where the new generation becomes the current one."""
    count = killing.call_count
    assert count > 60
    for last in (count // 2, count - 14, count - 9, count - 5, count - 2):
        assert_survives(killing, last)


@pytest.mark.soak
def test_a_commit_that_is_killed_at_each_of_its_calls(
    tiny_files: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """All of the file-system calls in turn, on warehouses without views."""
    tiny_files.setattr("warehouse.generations.database.read_statements", killed.no_views)
    killing = Killing(tmp_path_factory.mktemp("kills"), "no-views")
    assert killing.call_count > 250
    for last in range(1, killing.call_count + 1):
        assert_survives(killing, last)
        sys.stderr.write(f"\rkilled at {last} of {killing.call_count} calls")
    killing.close()
