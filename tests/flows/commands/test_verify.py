"""``verify``: what is on disk is what was written, or is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.commands.main import main as dateline
from schemas.enumerations import AttemptOutcome, Work
from tests.flows.tables import MEETING, run_direct, write_articles
from warehouse.inbox import read_attempts


def test_a_changed_byte_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A whole warehouse is 0 and says so; one more byte in raw/ is 1 and one line with the file; both are noted."""
    warehouse = tmp_path / "w"
    run_direct(warehouse, write_articles(tmp_path / "in", meeting=MEETING), options=("--quiet",))
    assert dateline(["verify", "--direct", "--warehouse", str(warehouse)]) == 0
    assert "is whole" in capsys.readouterr().err
    (raw,) = (path for path in (warehouse / "raw").rglob("*") if path.is_file())
    raw.chmod(0o644)
    raw.write_bytes(raw.read_bytes() + b"x")
    assert dateline(["verify", "--direct", "--quiet", "--warehouse", str(warehouse)]) == 1
    assert capsys.readouterr().err == f"dateline: not what was written: {raw.relative_to(warehouse)}\n"
    *_, whole, broken = read_attempts(warehouse)
    assert (whole.work, whole.outcome) == (Work.CHECK, AttemptOutcome.CHECKED)
    assert (broken.work, broken.outcome) == (Work.CHECK, AttemptOutcome.FAILED)
    assert raw.name in str(broken.problem)


def test_nothing_to_verify_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And makes no folder."""
    assert dateline(["verify", "--direct", "--warehouse", str(tmp_path / "w")]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "no warehouse" in line
    assert not (tmp_path / "w").exists()
