"""One writer at a time: the lock that a run holds from reading the current generation to committing the next."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.errors import BusyError, WarehouseError

#: In the folder of a copy that was made for reading only.
PUBLISHED = "published.json"


@contextmanager
def writing(warehouse: Path) -> Iterator[None]:
    """Hold the warehouse's lock; raises BusyError when another process holds it. A crash releases it.

    Raises WarehouseError when the warehouse is a published copy. The file says which process writes; the lock is the
    system's, so a file that a dead process left is no lock.
    """
    if (warehouse / PUBLISHED).exists():
        raise WarehouseError(f"{warehouse} is a published copy: write to the warehouse that it was made from")
    warehouse.mkdir(parents=True, exist_ok=True)
    with (warehouse / ".lock").open("a+b") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = _holder(warehouse / ".lock")
            raise BusyError(f"another run{holder} is writing to {warehouse}; try again when it is done") from None
        file.truncate(0)
        file.write(str(os.getpid()).encode())
        file.flush()
        yield


def _holder(lock: Path) -> str:
    process = lock.read_bytes().decode("ascii", "replace").strip()
    return f" (process {process})" if process.isdecimal() else ""
