"""Options that look and mean the same in every command."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from flows.options import add_format, add_warehouse


def parsed(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_warehouse(parser)
    add_format(parser)
    return parser.parse_args(words)


def test_the_warehouse_is_named_by_option_else_environment_else_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """In this order."""
    monkeypatch.delenv("DATELINE_WAREHOUSE", raising=False)
    assert parsed().warehouse == Path("dateline-data")
    monkeypatch.setenv("DATELINE_WAREHOUSE", "elsewhere")
    assert parsed().warehouse == Path("elsewhere")
    assert parsed("--warehouse", "here").warehouse == Path("here")


def test_a_warehouse_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Named by the option or by the environment; a folder that is not there yet is fine."""
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(SystemExit):
        parsed("--warehouse", str(file))
    assert parsed("--warehouse", str(tmp_path / "new")).warehouse == tmp_path / "new"
    monkeypatch.setenv("DATELINE_WAREHOUSE", str(file))
    with pytest.raises(SystemExit):
        parsed()


def test_rows_are_a_table_unless_told_otherwise() -> None:
    """--json and --csv exclude each other."""
    assert [parsed(*words).format for words in ([], ["--json"], ["--csv"])] == ["table", "json", "csv"]
    with pytest.raises(SystemExit):
        parsed("--json", "--csv")
