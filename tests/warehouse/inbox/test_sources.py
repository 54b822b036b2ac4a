"""Finding sources: every file once, under an address that does not depend on the machine."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from warehouse.errors import MissingSourceError
from warehouse.inbox import locate


def _sure(name: str, head: bytes) -> bool:
    return name.endswith(".txt") and not head.startswith(b"\x00")


def _write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"words")


def _addresses(*sources: str | Path) -> list[str]:
    return [item.source_uri for item in locate([str(source) for source in sources], _sure).located]


def test_a_folder_gives_what_readers_are_sure_of(tmp_path: Path) -> None:
    """Files inside have their path in the folder; others are counted as skipped, hidden ones are not there at all."""
    _write(tmp_path, "b.txt", "a.txt", "deep/er/c.txt", "photo.jpg", ".hidden.txt", ".git/d.txt")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01")
    found = locate([str(tmp_path)], _sure)
    assert [item.source_uri for item in found.located] == ["a.txt", "b.txt", "deep/er/c.txt"]
    assert found.skipped_count == 2


def test_a_file_named_by_itself_is_taken_whatever_it_is(tmp_path: Path) -> None:
    """Its address is its name; a reader decides later whether it can be used."""
    _write(tmp_path, "photo.jpg")
    assert _addresses(tmp_path / "photo.jpg") == ["photo.jpg"]


def test_a_glob_names_files(tmp_path: Path) -> None:
    """A pattern that the shell left alone is opened here, folders below included with **."""
    _write(tmp_path, "a.txt", "b.md", "deep/c.txt")
    assert _addresses(tmp_path / "*.txt") == ["a.txt"]
    assert _addresses(tmp_path / "**" / "*.txt") == ["a.txt", "c.txt"]


def test_a_file_whose_name_is_a_pattern_is_a_file(tmp_path: Path) -> None:
    """What exists is taken by its name before it is read as a pattern."""
    _write(tmp_path, "a[1].txt", "a1.txt")
    assert _addresses(tmp_path / "a[1].txt") == ["a[1].txt"]


def test_order_of_sources_does_not_matter(tmp_path: Path) -> None:
    """Inputs come in the order of their addresses."""
    _write(tmp_path, "a.txt", "b.txt")
    sources = [str(tmp_path / "b.txt"), "https://example.org/x", str(tmp_path / "a.txt"), "-"]
    assert locate(sources, _sure) == locate(sources[::-1], _sure)
    assert _addresses(*sources) == ["-", "a.txt", "b.txt", "https://example.org/x"]


def test_a_file_found_twice_is_one_input(tmp_path: Path) -> None:
    """A file that two sources name is taken once."""
    _write(tmp_path, "a.txt")
    assert _addresses(tmp_path / "a.txt", tmp_path / "*.txt", tmp_path / "." / "a.txt") == ["a.txt"]


def test_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """Of two folders with files of one name: as many folders as needed stand before it, for these files only."""
    _write(tmp_path, "x/one/1.txt", "x/two/1.txt", "x/two/2.txt")
    assert _addresses(tmp_path / "x" / "one", tmp_path / "x" / "two") == ["2.txt", "one/1.txt", "two/1.txt"]
    _write(tmp_path, "p/z/1.txt", "q/z/1.txt")
    assert _addresses(tmp_path / "p" / "z", tmp_path / "q" / "z") == ["p/z/1.txt", "q/z/1.txt"]


def test_missing_sources_are_all_named(tmp_path: Path) -> None:
    """One clear error names every source that is not there, before anything is read."""
    _write(tmp_path, "a.txt")
    with pytest.raises(MissingSourceError, match=r"no such file or folder: .*nowhere, .*gone/\*\.txt"):
        locate([str(tmp_path / "a.txt"), str(tmp_path / "nowhere"), str(tmp_path / "gone/*.txt")], _sure)


def test_names_that_are_no_text_have_an_address(tmp_path: Path) -> None:
    """A file name with bytes that are no UTF-8 is escaped, so that it can be written to a table."""
    Path(os.fsdecode(os.fsencode(str(tmp_path)) + b"/caf\xe9.txt")).write_bytes(b"words")
    (address,) = _addresses(tmp_path)
    assert address == "caf\\xe9.txt"
    address.encode()
