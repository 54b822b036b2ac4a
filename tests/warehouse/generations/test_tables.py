"""Files of tables: named by content, linked where nothing changed, several where a table is large."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import warehouse
from tests.warehouse import little
from warehouse.generations import current_generation


def test_unchanged_files_are_hard_links(tmp_path: Path) -> None:
    """A table that did not change is the same file on disk in both generations."""
    little.write(tmp_path, 2)
    before = current_generation(tmp_path)
    little.write(tmp_path, 3)
    after = current_generation(tmp_path)
    (old,), (new,) = before.table_files("places"), after.table_files("places")
    assert old.samefile(new)
    (old,), (new,) = before.table_files("events"), after.table_files("events")
    assert old.name != new.name


def test_links_become_copies_where_links_do_not_exist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk without hard links the next generation is complete all the same."""
    little.write(tmp_path, 2)

    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    little.write(tmp_path, 3)
    with warehouse.connect(tmp_path) as connection:
        assert connection.execute("select count(*) from data_dictionary").fetchone() != (0,)
