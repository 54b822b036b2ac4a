"""Erases what was forgotten: raw bytes, deliveries and addresses, and every generation that was made from them."""

from __future__ import annotations

from pathlib import Path

from warehouse.generations.generation import Generation, current_or_none, kept_generations
from warehouse.generations.pruning import remove
from warehouse.inbox.attempts import forget_problems
from warehouse.inbox.fetched import forget_fetched
from warehouse.inbox.forgetting import Forgotten, is_forgotten, note_erased, read_forgotten
from warehouse.inbox.inputs import read_inputs
from warehouse.inbox.journal import forget_ingestions
from warehouse.inbox.raw import forget_raw
from warehouse.inbox.waiting import forget_waiting


def erase_forgotten(warehouse: Path) -> list[str]:
    """Erase what was forgotten and still is there; returns the run ids of the generations that had it.

    While the current generation holds something forgotten nothing is done: the next one will not. Whatever moment it
    dies at, calling it again ends the work. Only the process that holds the warehouse's lock may call this.
    """
    forgotten = read_forgotten(warehouse)
    current = current_or_none(warehouse)
    if not forgotten.pending or (current is not None and _holds(current, forgotten)):
        return []
    holding = [each for each in kept_generations(warehouse) if _holds(each, forgotten)]
    for generation in holding:
        remove(generation)
    for content_sha256 in forgotten.pending - {""}:
        forget_raw(warehouse, content_sha256)
    forget_fetched(warehouse, forgotten)
    forget_waiting(warehouse, forgotten)
    forget_ingestions(warehouse, forgotten)
    forget_problems(warehouse, forgotten)
    note_erased(warehouse, forgotten.pending)
    return [generation.run_id for generation in holding]


def _holds(generation: Generation, forgotten: Forgotten) -> bool:
    return any(is_forgotten(item, forgotten) for item in read_inputs(generation.path))
