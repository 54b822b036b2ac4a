"""Questions in SQL can only read, and only the warehouse."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import warehouse
from tests.warehouse import story
from warehouse.questions import QuestionError, ask, ask_arrow, confine, is_complete, vocabulary


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
        "explain analyze copy events to '{}/stolen.csv'",
        "explain (analyze) copy events to '{}/stolen.csv'",
        "explain /* what */ analyze copy events to '{}/stolen.csv'",
        "install spatial",
        "",
    ],
)
def test_nothing_but_one_select_is_answered(tmp_path: Path, query: str) -> None:
    """Statements that write, set or attach are refused before they run, in an explanation, too; so is more than one."""
    story.write(tmp_path / "w")
    with warehouse.connect(tmp_path / "w") as connection, pytest.raises(QuestionError):
        ask(connection, query.format(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["w"]


@pytest.mark.parametrize(
    "query",
    [
        "select event_id from events",
        "from events",
        "describe events",
        "show tables",
        "summarize events",
        "explain select 1",
        "explain analyze from events",
        "with few as (from events limit 1) from few;",
    ],
)
def test_every_way_of_reading_is_answered(tmp_path: Path, query: str) -> None:
    """Also the short forms that DuckDB knows."""
    story.write(tmp_path)
    with warehouse.connect(tmp_path) as connection:
        confine(connection, tmp_path)
        names, rows = ask(connection, query)
    assert names
    assert rows


@pytest.mark.parametrize(
    "query",
    [
        "from read_text('{}/secret.txt')",
        "from '{}/secret.csv'",
        "from glob('{}/*')",
        "from sniff_csv('{}/secret.csv')",
        "from 'https://example.org/secret.parquet'",
    ],
)
def test_a_confined_connection_reads_nothing_but_the_tables(tmp_path: Path, query: str) -> None:
    """Files beside the warehouse and addresses are refused, the tables and the journal are read."""
    story.write(tmp_path / "w")
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n")
    with warehouse.connect(tmp_path / "w") as connection:
        confine(connection, tmp_path / "w")
        with pytest.raises(QuestionError, match="Permission Error"):
            ask(connection, query.format(tmp_path))
        assert ask(connection, "select count(*) from events left join runs on true")[1] == [(1,)]


def test_a_mistake_is_explained(tmp_path: Path) -> None:
    """DuckDB's own words come through, with its hint."""
    story.write(tmp_path)
    with warehouse.connect(tmp_path) as connection, pytest.raises(QuestionError, match="evnts does not exist"):
        ask(connection, "from evnts")


def test_types_are_kept_in_arrow(tmp_path: Path) -> None:
    """Days stay days for files that know them."""
    story.write(tmp_path)
    with warehouse.connect(tmp_path) as connection:
        table = ask_arrow(connection, "select first_day from chronology")
    assert table.column("first_day").to_pylist() == [date(2024, 4, 15)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("select 1;", True),
        ("select 1 ;  \n", True),
        ("select 'é'; -- done", True),
        ("select 1", False),
        ("select 'a;", False),
        ("select 1 -- ;", False),
        ("select 'é;é'", False),
        ("", False),
    ],
)
def test_a_question_ends_with_a_semicolon(text: str, *, expected: bool) -> None:
    """One in quotes or in a comment does not end it, whatever letters stand before it."""
    assert is_complete(text) is expected


def test_the_vocabulary_is_all_that_can_be_asked(tmp_path: Path) -> None:
    """Tables and views with their columns, macros without their parameters."""
    story.write(tmp_path)
    with warehouse.connect(tmp_path) as connection:
        words = vocabulary(connection)
    assert "label" in words["chronology"]
    assert "event_id" in words["events"]
    assert words["status_as_of"] == []
