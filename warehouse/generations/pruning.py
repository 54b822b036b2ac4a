"""Removes generations that nobody reads any longer, and what crashes left behind."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from warehouse.generations.generation import MANIFEST, Generation, current_or_none, kept_generations
from warehouse.inbox.journal import highest_number

#: So many of the newest generations are kept, whatever their age.
KEPT = 3

#: And every one that was current within this time.
KEPT_FOR = timedelta(hours=24)


def prune(warehouse: Path, now: datetime) -> list[str]:
    """Remove old generations and the leftovers of crashed commits; returns the run ids of the removed generations.

    The last three stay, the current one, and all that were current within 24 hours before ``now`` (an aware datetime).
    Only the process that holds the warehouse's lock may call this.
    """
    clear_leftovers(warehouse)
    for draft in _drafts(warehouse):
        draft.unlink(missing_ok=True)
    removed = list(_old(warehouse, now))
    for generation in removed:
        remove(generation)
    return [generation.run_id for generation in removed]


def remove(generation: Generation) -> None:
    """Take ``generation`` off the disk."""
    # out of sight first, so that no reader finds half a generation
    grave = generation.path.with_name(f".draft-{secrets.token_hex(4)}")
    generation.path.rename(grave)
    shutil.rmtree(grave)


def clear_leftovers(warehouse: Path) -> None:
    """Remove what commits left that were killed: generations that are not complete, or that never were current.

    Only the process that holds the warehouse's lock may call this.
    """
    for leftover in _leftovers(warehouse):
        shutil.rmtree(leftover)


def _leftovers(warehouse: Path) -> Iterator[Path]:
    current = current_or_none(warehouse)
    newest = max(highest_number(warehouse), current.number if current is not None else 0)
    for folder in (warehouse / "generations").glob("*"):
        is_complete = (folder / MANIFEST).exists() and not folder.name.startswith(".")
        # numbers rise: a complete generation with a higher one was about to become the current one
        if not is_complete or int(folder.name.split("-")[0]) > newest:
            yield folder


def _drafts(warehouse: Path) -> Iterator[Path]:
    for folder in ("raw", "claims", "journal", "waiting"):
        yield from (warehouse / folder).rglob("*.draft")
    yield from warehouse.glob(".*.draft")
    yield from (warehouse / "generations").glob("[0-9]*/.*.draft*")


def _old(warehouse: Path, now: datetime) -> Iterator[Generation]:
    current = current_or_none(warehouse)
    kept = kept_generations(warehouse)
    for generation, successor in pairwise(kept):
        is_newest = generation in kept[-KEPT:]
        is_current = current is not None and generation.run_id == current.run_id
        if not is_newest and not is_current and _made_at(successor) < now - KEPT_FOR:
            yield generation


def _made_at(generation: Generation) -> datetime:
    return datetime.fromtimestamp((generation.path / MANIFEST).stat().st_mtime, UTC)
