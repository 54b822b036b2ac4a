"""Pruning keeps what is read or was read lately, and removes what crashes left."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.warehouse import little
from warehouse.generations import current_generation, kept_generations, prune


def test_within_a_day_everything_stays(tmp_path: Path) -> None:
    """Nothing that was current within the last 24 hours is removed."""
    little.write(tmp_path, *range(1, 6))
    assert prune(tmp_path, datetime.now(UTC) + timedelta(hours=23)) == []
    assert len(kept_generations(tmp_path)) == 5


def test_later_the_last_three_stay(tmp_path: Path) -> None:
    """A day later only the three newest generations are left, and the numbers go on."""
    little.write(tmp_path, *range(1, 6))
    removed = prune(tmp_path, datetime.now(UTC) + timedelta(hours=25))
    assert [name[:4] for name in removed] == ["0001", "0002"]
    assert [generation.number for generation in kept_generations(tmp_path)] == [3, 4, 5]
    little.write(tmp_path, 6)
    assert current_generation(tmp_path).number == 6


def test_leftovers_of_crashes_go(tmp_path: Path) -> None:
    """Drafts and generations that were never finished are removed; they were never visible."""
    little.write(tmp_path, 1)
    (tmp_path / "generations" / ".draft-dead" / "events").mkdir(parents=True)
    (tmp_path / "generations" / "0002-unfinished").mkdir()
    assert len(kept_generations(tmp_path)) == 1
    assert prune(tmp_path, datetime.now(UTC)) == []
    assert [path.name for path in (tmp_path / "generations").iterdir()] == [current_generation(tmp_path).run_id]
