"""Cases for .sql files: rows in, rows out, in TOML files named as the .sql file that a reader of SQL can follow."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.warehouse.rows import arrow_tables, rows
from warehouse.generations.database import create_statements
from warehouse.statements import Statement, read_statements

_HERE = Path(__file__).parent


def cases(folder: str) -> list[Any]:
    """Every case of every statement in ``warehouse/<folder>``; a statement without cases gives one that fails."""
    return [
        pytest.param(statement, case, id=f"{statement.name}: {case['states']}")
        for statement in read_statements(folder)
        for case in _cases_of(folder, statement.name)
    ]


def _cases_of(folder: str, name: str) -> list[dict[str, Any]]:
    path = _HERE / folder / f"{name}.toml"
    if not path.exists():
        return [{"states": "has no cases", "expected": [{"cases": f"write {path}"}]}]
    listed: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    return listed


def answer(statement: Statement, case: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What ``statement`` gives over the rows of ``case``; other views that it reads are there."""
    with duckdb.connect() as connection:
        given = dict(case.get("given", {}))
        inputs = given.pop("inputs", [])
        for name, table in arrow_tables(rows(given)).items():
            connection.register(name, table)
        connection.execute("create table inputs (source_uri varchar, content_sha256 varchar)")
        for item in inputs:
            connection.execute("insert into inputs values (?, ?)", [item["source_uri"], item["content_sha256"]])
        for view in read_statements("views") if "query" in case else _read_by(statement):
            for create in create_statements(view):
                connection.execute(create)
        result = connection.execute(_question(statement, case))
        names = [column[0] for column in result.description or ()]
        return [dict(zip(names, values, strict=True)) for values in result.fetchall()]


def _read_by(statement: Statement) -> list[Statement]:
    """The views that ``statement`` reads, directly or not, and itself when it is one; each after those it reads."""
    views = read_statements("views")
    names = {statement.name, *statement.sources()}
    for view in reversed(views):
        names |= view.sources() if view.name in names else set()
    return [view for view in views if view.name in names]


def _question(statement: Statement, case: Mapping[str, Any]) -> str:
    if "query" in case:
        return str(case["query"])
    if statement.parameters is None:
        return statement.select
    if statement.value is not None:
        return f"select {statement.name}({case['arguments']}) as answer"
    return f"from {statement.name}({case['arguments']})"


def assert_expected(got: Sequence[Mapping[str, Any]], expected: Sequence[Mapping[str, Any]]) -> None:
    """The rows, in order, agree in every column that ``expected`` names; the word "null" stands for no value."""
    cut = [
        {name: "null" if row.get(name) is None else row[name] for name in wanted}
        for row, wanted in zip(got, expected, strict=False)
    ]
    assert len(got) == len(expected), f"{len(got)} rows: {got}"
    assert cut == list(expected)
