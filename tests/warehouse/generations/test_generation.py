"""Generations are found by name, and what is none says so in one line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import warehouse
from tests.warehouse import little
from warehouse.errors import NoWarehouseError, UnknownRunError, WarehouseError
from warehouse.generations import find_generation, kept_generations


def test_runs_are_found_by_number_or_beginning(tmp_path: Path) -> None:
    """A kept run has its id, the beginning of it, and its number; others are named in the complaint."""
    little.write(tmp_path, 1, 2, 3)
    second = kept_generations(tmp_path)[1]
    assert find_generation(tmp_path, "2") == second
    assert find_generation(tmp_path, second.run_id) == second
    assert find_generation(tmp_path, second.run_id[:7]) == second
    with pytest.raises(UnknownRunError, match=second.run_id):
        find_generation(tmp_path, "7")
    with pytest.raises(UnknownRunError, match="more than one"):
        find_generation(tmp_path, "000")


def test_a_missing_warehouse_is_one_clear_line(tmp_path: Path) -> None:
    """The error names the folder and the command that makes one, and nothing is made."""
    with pytest.raises(NoWarehouseError, match="dateline run"):
        warehouse.connect(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_copy_without_links_says_what_is_wrong(tmp_path: Path) -> None:
    """A copy that made a folder of ``current`` is named, with the way to copy it right."""
    little.write(tmp_path / "old", 1)
    shutil.copytree(tmp_path / "old", tmp_path / "new")
    with pytest.raises(WarehouseError, match="cp -a"):
        warehouse.connect(tmp_path / "new")
