"""Opening a warehouse for a command: what is wrong becomes one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.errors import CommandError
from flows.reading import open_warehouse, records
from tests.warehouse import story


def test_rows_have_names(tmp_path: Path) -> None:
    """Each row is a mapping by column name; values stand for question marks."""
    story.write(tmp_path)
    with open_warehouse(tmp_path) as connection:
        assert records(connection, "select label from events where event_id = ?", "e1f") == [
            {"label": "Halasz-Bortan debate"}
        ]
        assert records(connection, "from events where event_id = ?", "none") == []


@pytest.mark.parametrize("run", [None, "1"])
def test_what_is_not_there_is_one_line(tmp_path: Path, run: str | None) -> None:
    """No warehouse, or no such run: CommandError, which main prints as one line."""
    with pytest.raises(CommandError), open_warehouse(tmp_path / "none", run):
        pass
