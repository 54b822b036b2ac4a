"""What was forgotten is erased from everything that was made from it, once the current generation lacks it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.warehouse import little
from warehouse.generations import current_generation, erase_forgotten, kept_generations
from warehouse.inbox import note_forgotten, read_forgotten


def forget(folder: Path, number: int) -> None:
    """Record that the article of ``number`` shall be forgotten; its raw bytes are there."""
    (folder / "raw").mkdir(parents=True, exist_ok=True)
    (folder / "raw" / f"{number}.gz").write_bytes(b"words")
    note_forgotten(folder, little.inputs(number + 1)[-1:], who="Ida", day=date(2025, 9, 1), why="asked to")


def test_nothing_is_erased_while_the_current_generation_holds_it(tmp_path: Path) -> None:
    """Else readers would lose what they read; the next generation will lack it."""
    little.write(tmp_path, 3)
    forget(tmp_path, 2)
    assert erase_forgotten(tmp_path) == []
    assert (tmp_path / "raw" / "2.gz").exists()
    assert read_forgotten(tmp_path).pending == {"2"}


def test_every_generation_that_held_it_goes(tmp_path: Path) -> None:
    """With the raw bytes; those that never held it stay, and a second call has nothing to do."""
    little.write(tmp_path, 2)
    without = current_generation(tmp_path).run_id
    little.write(tmp_path, 3, 4)
    holding = [generation.run_id for generation in kept_generations(tmp_path)][1:]
    forget(tmp_path, 2)
    little.write(tmp_path, 1)
    assert erase_forgotten(tmp_path) == holding
    assert next(generation.run_id for generation in kept_generations(tmp_path)) == without
    assert not (tmp_path / "raw" / "2.gz").exists()
    assert erase_forgotten(tmp_path) == []


def test_the_journal_no_longer_names_it(tmp_path: Path) -> None:
    """That something arrived stays told; what the address was does not."""
    little.write(tmp_path, 3)
    forget(tmp_path, 2)
    little.write(tmp_path, 2)
    erase_forgotten(tmp_path)
    journal = b"".join(path.read_bytes() for path in (tmp_path / "journal").rglob("2*.parquet"))
    assert b"1.txt" in journal
    assert b"2.txt" not in journal
