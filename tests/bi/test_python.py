"""The code of docs/bi/python.md works, and every reader gives the same rows and days."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.dataset
import pyarrow.parquet
import pytest

from schemas import TABLES
from schemas.arrow import arrow_schema
from tests.conftest import REPOSITORY
from tests.warehouse import story

PAGE = (REPOSITORY / "docs" / "bi" / "python.md").read_text(encoding="utf-8")
DAY = date(2024, 4, 15)


@pytest.mark.parametrize("code", re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL))
def test_the_code_of_the_page_runs(tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every block, as it stands, beside a warehouse that is called my-data."""
    story.write(tmp_path / "my-data")
    monkeypatch.chdir(tmp_path)
    exec(code, {})  # noqa: S102 (the page's own code)


def test_all_readers_give_the_same(folder: Path) -> None:
    """pandas, polars, pyarrow and DuckDB: days are days, words are words, what is empty is empty."""
    events = folder / "current" / "events"
    from_pandas = pd.read_parquet(events, dtype_backend="pyarrow")
    from_polars = pl.read_parquet(f"{events}/**/*.parquet")
    from_arrow = pyarrow.dataset.dataset(events).to_table()
    with duckdb.connect(str(folder / "dateline.duckdb"), read_only=True) as connection:
        from_duckdb = connection.sql("from events").to_arrow_table()
    for days in (
        list(from_pandas["first_day"]),
        from_polars["first_day"].to_list(),
        from_arrow["first_day"].to_pylist(),
        from_duckdb["first_day"].to_pylist(),
    ):
        assert days == [DAY]
    assert from_polars["begin_last_day"].to_list() == [None]
    assert bool(pd.isna(from_pandas["begin_last_day"].iloc[0]))


@pytest.mark.parametrize("name", [name for name, table in TABLES.items() if not table.is_journal])
def test_every_table_is_read_with_its_types(folder: Path, name: str) -> None:
    """Empty tables, too: polars and pyarrow find the declared columns, and the meaning of each in its field."""
    schema = arrow_schema(TABLES[name])
    assert pl.read_parquet(f"{folder}/current/{name}/**/*.parquet").columns == schema.names
    for file in (folder / "current" / name).rglob("*.parquet"):
        written = pyarrow.parquet.read_schema(file)
        assert written.types == schema.types
        assert all(written.field(each.name).metadata[b"meaning"] == each.metadata[b"meaning"] for each in schema)
