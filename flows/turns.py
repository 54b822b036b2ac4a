"""Waits for its turn where another run writes to the warehouse: schedules of different length meet now and then."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from flows.progress import Progress
from warehouse.errors import BusyError
from warehouse.locking import writing

#: Seconds between two looks at the lock.
INTERVAL = 1.0


@contextmanager
def writing_in_turn(warehouse: Path, patience_seconds: float, progress: Progress) -> Iterator[None]:
    """Hold the lock of ``warehouse``; raises BusyError when another run still does after ``patience_seconds``."""
    deadline = time.monotonic() + patience_seconds
    with ExitStack() as stack:
        progress.begin("waiting for another run to end")
        while True:
            try:
                stack.enter_context(writing(warehouse))
            except BusyError:
                if time.monotonic() >= deadline:
                    raise
                time.sleep(min(INTERVAL, patience_seconds))
            else:
                break
        progress.end()
        yield
