"""A process that dies in the middle of a commit; run by test_crashes.

Arguments: the warehouse, the function to die at (module:name), which call of it, and "before" or "after".
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from typing import Any

from tests.warehouse import little
from warehouse.generations import commit


def die_at(place: str, which: int, moment: str) -> None:
    """Replace the function at ``place`` by one that ends the process at once, as kill -9 would."""
    module_name, name = place.split(":")
    module = importlib.import_module(module_name)
    whole = getattr(module, name)
    calls = 0

    def cut(*values: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == which and moment == "before":
            os._exit(9)
        result = whole(*values, **named)
        if calls == which:
            os._exit(9)
        return result

    setattr(module, name, cut)


if __name__ == "__main__":
    die_at(sys.argv[2], int(sys.argv[3]), sys.argv[4])
    commit(Path(sys.argv[1]), little.tables(4), inputs=little.inputs(4), notes=little.notes(4))
