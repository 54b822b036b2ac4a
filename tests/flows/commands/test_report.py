"""``dateline report`` writes one page."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.commands.main import main as dateline
from tests.warehouse import story


def test_it_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file is there, nothing is printed on stdout; with - the page is printed."""
    story.write(tmp_path / "w")
    page = tmp_path / "out" / "report.html"
    assert dateline(["report", "--output", str(page), "--title", "Debates", "--warehouse", str(tmp_path / "w")]) == 0
    assert capsys.readouterr().out == ""
    assert "<h1>Debates</h1>" in page.read_text(encoding="utf-8")
    assert dateline(["report", "--output", "-", "--title", "Debates", "--warehouse", str(tmp_path / "w")]) == 0
    assert capsys.readouterr().out == page.read_text(encoding="utf-8")
