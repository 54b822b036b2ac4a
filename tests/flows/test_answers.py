"""Answers in files: the rows that were asked for, or nothing."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from flows.answers import FORMATS, write_answer
from flows.errors import CommandError
from warehouse.questions import QuestionError

QUESTION = "select 7 as number, date '2025-03-01' as day, 'Łódź; \"quoted\"' as place union all select null, null, null"


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as each:
        yield each


def test_every_format_holds_the_same_rows(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    """As the ending says; numbers stay numbers where the format has them, nothing is told from the empty word."""
    for how in FORMATS:
        assert write_answer(connection, QUESTION, tmp_path / f"answer.{how}") == 2
    table = pq.read_table(tmp_path / "answer.parquet")
    assert (table.schema.field("number").type, table.schema.field("day").type) == (pa.int32(), pa.date32())
    wanted = [{**row, "day": row["day"] and str(row["day"])} for row in table.to_pylist()]
    assert wanted[0] == {"number": 7, "day": "2025-03-01", "place": 'Łódź; "quoted"'}
    written = (tmp_path / "answer.json").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in written] == wanted
    with (tmp_path / "answer.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == [
            {"number": "7", "day": "2025-03-01", "place": 'Łódź; "quoted"'},
            {"number": "", "day": "", "place": ""},
        ]


def test_a_format_may_be_named(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    """It goes before the ending; an ending that says nothing is a mistake that writes nothing."""
    write_answer(connection, QUESTION, tmp_path / "answer.txt", "csv")
    assert (tmp_path / "answer.txt").read_text(encoding="utf-8").startswith("number,day,place")
    with pytest.raises(CommandError, match=r"\.csv, \.json or \.parquet"):
        write_answer(connection, QUESTION, tmp_path / "answer.dat")
    assert not (tmp_path / "answer.dat").exists()


@pytest.mark.parametrize("how", FORMATS)
def test_a_question_that_fails_leaves_the_old_answer(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, how: str
) -> None:
    """Whole, and no draft beside it."""
    path = tmp_path / f"answer.{how}"
    path.write_bytes(b"old")
    with pytest.raises(QuestionError):
        write_answer(connection, "select error('no')", path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
