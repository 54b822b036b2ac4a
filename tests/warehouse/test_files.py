"""Files are whole or not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from warehouse.files import link_or_copy, replacing, write_bytes, write_link


def test_an_error_leaves_the_old_file(tmp_path: Path) -> None:
    """What was being written when an error came is gone, and the old content stands."""
    write_bytes(tmp_path / "a", b"old")
    with pytest.raises(TypeError), replacing(tmp_path / "a") as draft:
        draft.open("wb").writelines([b"half", None])  # type: ignore[list-item]
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_a_link_is_replaced_in_one_step(tmp_path: Path) -> None:
    """A link that stands already leads elsewhere afterwards."""
    for target in ("one", "two"):
        write_link(tmp_path / "current", target)
    assert (tmp_path / "current").readlink() == Path("two")


def test_a_copy_is_made_where_links_are_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link where it can be made, else the same bytes."""
    write_bytes(tmp_path / "a", b"bytes")
    link_or_copy(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").samefile(tmp_path / "a")

    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    link_or_copy(tmp_path / "a", tmp_path / "c")
    assert not (tmp_path / "c").samefile(tmp_path / "a")
    assert (tmp_path / "c").read_bytes() == b"bytes"
