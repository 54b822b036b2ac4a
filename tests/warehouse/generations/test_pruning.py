"""Pruning keeps what is read or was read lately, and removes what crashes left."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.warehouse import little
from warehouse.errors import UnknownRunError
from warehouse.generations import commit, current_generation, find_generation, kept_generations, prune


def _commit(folder: Path, counts: range) -> None:
    for count in counts:
        commit(folder, little.tables(count), inputs=little.inputs(count))


def test_within_a_day_everything_stays(tmp_path: Path) -> None:
    """Nothing that was current within the last 24 hours is removed."""
    _commit(tmp_path, range(1, 6))
    assert prune(tmp_path, datetime.now(UTC) + timedelta(hours=23)) == []
    assert len(kept_generations(tmp_path)) == 5


def test_later_the_last_three_stay(tmp_path: Path) -> None:
    """A day later only the three newest generations are left, and the numbers go on."""
    _commit(tmp_path, range(1, 6))
    removed = prune(tmp_path, datetime.now(UTC) + timedelta(hours=25))
    assert [name[:4] for name in removed] == ["0001", "0002"]
    assert [generation.number for generation in kept_generations(tmp_path)] == [3, 4, 5]
    _commit(tmp_path, range(6, 7))
    assert current_generation(tmp_path).number == 6


def test_leftovers_of_crashes_go(tmp_path: Path) -> None:
    """Drafts and generations that were never finished are removed; they were never visible."""
    _commit(tmp_path, range(1, 2))
    (tmp_path / "generations" / ".draft-dead" / "events").mkdir(parents=True)
    (tmp_path / "generations" / "0002-unfinished").mkdir()
    assert len(kept_generations(tmp_path)) == 1
    assert prune(tmp_path, datetime.now(UTC)) == []
    assert [path.name for path in (tmp_path / "generations").iterdir()] == [current_generation(tmp_path).run_id]


def test_runs_are_found_by_number_or_beginning(tmp_path: Path) -> None:
    """A kept run has its id, the beginning of it, and its number; others are named in the complaint."""
    _commit(tmp_path, range(1, 4))
    second = kept_generations(tmp_path)[1]
    assert find_generation(tmp_path, "2") == second
    assert find_generation(tmp_path, second.run_id) == second
    assert find_generation(tmp_path, second.run_id[:7]) == second
    with pytest.raises(UnknownRunError, match=second.run_id):
        find_generation(tmp_path, "7")
    with pytest.raises(UnknownRunError, match="more than one"):
        find_generation(tmp_path, "000")
