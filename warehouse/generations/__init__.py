"""Generations: complete, immutable sets of all tables, of which one is current.

The names below are loaded when first used, so that a reader of the chronology does not wait for what only writers need.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from warehouse.generations.changes import Change
    from warehouse.generations.erasing import erase_forgotten
    from warehouse.generations.generation import (
        Generation,
        current_generation,
        current_or_none,
        find_generation,
        kept_generations,
    )
    from warehouse.generations.journaling import RunNotes
    from warehouse.generations.pruning import prune
    from warehouse.generations.publishing import publish, text_columns
    from warehouse.generations.refounding import refound_events
    from warehouse.generations.tables import read_rows, read_values
    from warehouse.generations.verifying import verify
    from warehouse.generations.writing import commit, commit_changes

_HOMES = {
    "Generation": "generation",
    "current_generation": "generation",
    "current_or_none": "generation",
    "erase_forgotten": "erasing",
    "find_generation": "generation",
    "kept_generations": "generation",
    "prune": "pruning",
    "publish": "publishing",
    "refound_events": "refounding",
    "read_rows": "tables",
    "read_values": "tables",
    "Change": "changes",
    "RunNotes": "journaling",
    "commit": "writing",
    "commit_changes": "writing",
    "text_columns": "publishing",
    "verify": "verifying",
}

__all__ = [
    "Change",
    "Generation",
    "RunNotes",
    "commit",
    "commit_changes",
    "current_generation",
    "current_or_none",
    "erase_forgotten",
    "find_generation",
    "kept_generations",
    "prune",
    "publish",
    "read_rows",
    "read_values",
    "refound_events",
    "text_columns",
    "verify",
]


def __getattr__(name: str) -> Any:
    """The public name ``name`` from its home."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
