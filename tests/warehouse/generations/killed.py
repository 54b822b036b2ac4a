"""Commits that are killed at a file-system call; run by test_kills as a program of its own.

It reads numbers from standard input. For each it forks a process that commits and prunes, and that ends at once, as by
kill -9, when it is about to make the file-system call of that number. It prints how the process ended and how many
calls it made; 0 kills nothing. The forked processes share what is slow to load.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import duckdb  # noqa: F401 (loaded before the fork)
import pyarrow.parquet  # noqa: F401

from tests.warehouse import little
from warehouse.generations import commit, database, layout, prune, writing  # noqa: F401

#: What changes a disk, in the words of Python's audit events; every call into the system that does so is one of these.
CALLS = frozenset(
    {"open", "os.mkdir", "os.rename", "os.link", "os.symlink", "os.remove", "os.rmdir", "os.truncate", "os.chmod"}
)
KILLED = 9


class _Counter:
    """Counts file-system calls, and ends the process at one of them."""

    def __init__(self, last: int) -> None:
        self.last, self.count = last, 0

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in CALLS and not (event == "open" and _only_reads(arguments)):
            self.step()

    def step(self) -> None:
        self.count += 1
        if self.count == self.last:
            os._exit(KILLED)


def _only_reads(arguments: tuple[Any, ...]) -> bool:
    flags = arguments[2]
    return not isinstance(flags, int) or not flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)


def _commit(folder: Path, last: int) -> int:
    counter = _Counter(last)
    sync = os.fsync

    def counted_sync(descriptor: Any) -> None:
        counter.step()
        sync(descriptor)

    vars(os)["fsync"] = counted_sync
    sys.addaudithook(counter)
    commit(folder, little.tables(31), inputs=little.inputs(31), notes=little.notes(31))
    prune(folder, little.NOON)
    return counter.count


#: Large tables of few rows, so that files are kept, changed and added.
LAYOUT: dict[str, Any] = {"SMALL_TABLE": 20, "LEAST_ROWS": 8, "_LEAST_ROWS_OF": {}, "_SMALL_TABLE_OF": {}}


def no_views(_: str) -> tuple[()]:
    """Instead of reading the .sql files: the database has the tables only, which takes half the time of a commit."""
    return ()


def _serve(folder: Path, *, has_views: bool) -> None:
    vars(layout).update(LAYOUT)
    if not has_views:
        vars(database).update(read_statements=no_views)
    for line in sys.stdin:
        reading, telling = os.pipe()
        child = os.fork()
        if child == 0:
            os.write(telling, str(_commit(folder, int(line))).encode())
            os._exit(0)
        os.close(telling)
        _, status = os.waitpid(child, 0)
        count = os.read(reading, 20).decode() or "0"
        os.close(reading)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)} {count}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _serve(Path(sys.argv[1]), has_views=sys.argv[2:] != ["no-views"])
