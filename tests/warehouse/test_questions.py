"""Questions in SQL can only read."""

from __future__ import annotations

from pathlib import Path

import pytest

import warehouse
from tests.warehouse import story
from warehouse.questions import QuestionError, ask


@pytest.mark.parametrize(
    "query",
    [
        "copy events to '{}/stolen.csv'",
        "create table notes (words varchar)",
        "delete from events",
        "attach '{}/other.duckdb'",
        "set threads = 1",
        "select 1; copy events to '{}/stolen.csv'",
        "export database '{}/all'",
        "",
    ],
)
def test_nothing_but_one_select_is_answered(tmp_path: Path, query: str) -> None:
    """Statements that write, set or attach are refused before they run; so is more than one."""
    story.write(tmp_path / "w")
    with warehouse.connect(tmp_path / "w") as connection, pytest.raises(QuestionError):
        ask(connection, query.format(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["w"]


@pytest.mark.parametrize("query", ["select event_id from events", "from events", "describe events", "show tables"])
def test_every_way_of_reading_is_answered(tmp_path: Path, query: str) -> None:
    """Also the short forms that DuckDB knows."""
    story.write(tmp_path)
    with warehouse.connect(tmp_path) as connection:
        names, rows = ask(connection, query)
    assert names
    assert rows


def test_a_mistake_is_explained(tmp_path: Path) -> None:
    """DuckDB's own words come through, with its hint."""
    story.write(tmp_path)
    with warehouse.connect(tmp_path) as connection, pytest.raises(QuestionError, match="evnts does not exist"):
        ask(connection, "from evnts")
