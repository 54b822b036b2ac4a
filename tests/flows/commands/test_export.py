"""``dateline export`` writes what other programs read."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.commands.export import FORMATS
from flows.commands.main import main as dateline
from tests.warehouse import story
from warehouse.exports import EXPORTS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A warehouse with the story."""
    story.write(tmp_path / "w")
    return tmp_path / "w"


def test_the_command_offers_what_the_warehouse_has() -> None:
    """No more and no less."""
    assert tuple(EXPORTS) == FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written(folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """A file that is not empty, and a line about it on stderr; a second time gives the same bytes."""
    first, second = folder.parent / f"1.{name}", folder.parent / f"2.{name}"
    for target in (first, second):
        assert dateline(["export", name, "--output", str(target), "--warehouse", str(folder)]) == 0
    assert first.read_bytes() == second.read_bytes() != b""
    out, err = capsys.readouterr()
    assert out == ""
    assert str(first) in err


def test_events_are_chosen(folder: Path) -> None:
    """By the options that `dateline chronology` has."""
    target = folder.parent / "none.csv"
    options = ["--from", "2024-05-01", "--output", str(target), "--warehouse", str(folder)]
    assert dateline(["export", "csv", *options]) == 0
    assert target.read_text(encoding="utf-8-sig").count("\n") == 1


def test_it_can_be_piped(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Without --output the bytes go to standard output."""
    assert dateline(["export", "ical", "--warehouse", str(folder)]) == 0
    assert capfdbinary.readouterr().out.startswith(b"BEGIN:VCALENDAR\r\n")
