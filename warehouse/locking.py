"""One writer at a time: the lock that a run holds from reading the current generation to committing the next."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.errors import BusyError


@contextmanager
def writing(warehouse: Path) -> Iterator[None]:
    """Hold the warehouse's lock; raises BusyError when another process holds it. A crash releases it."""
    warehouse.mkdir(parents=True, exist_ok=True)
    with (warehouse / ".lock").open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError(f"another run is writing to {warehouse}; try again when it is done") from None
        yield
