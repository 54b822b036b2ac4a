"""Every .sql file keeps its own promises: it is documented, it only selects, and its cases hold."""

from __future__ import annotations

from typing import Any

import duckdb
import pytest

from tests.warehouse.cases import answer, assert_expected, cases
from warehouse.statements import Statement, read_statements

FOLDERS = ("views", "findings", "integrity")


@pytest.mark.parametrize(("statement", "case"), [case for folder in FOLDERS for case in cases(folder)])
def test_rows_in_rows_out(statement: Statement, case: dict[str, Any]) -> None:
    """Over the rows of the case, the statement gives exactly the rows that the case expects, in that order."""
    assert_expected(answer(statement, case), case.get("expected", []))


@pytest.mark.parametrize("statement", [s for folder in FOLDERS for s in read_statements(folder)], ids=lambda s: s.name)
def test_is_one_documented_select(statement: Statement) -> None:
    """A .sql file is one statement that only reads, and says in its first comment what it gives."""
    parsed = duckdb.extract_statements(statement.select)
    assert [one.type for one in parsed] == [duckdb.StatementType.SELECT]
    assert statement.documentation.endswith("`" if statement.example else ".")
    assert len(statement.documentation.split()) > 5


@pytest.mark.parametrize("statement", read_statements("views"), ids=lambda s: s.name)
def test_its_example_can_be_asked(statement: Statement) -> None:
    """Every view and macro has an example that works as it stands, on a warehouse without rows, too."""
    assert statement.example is not None
    assert statement.name in statement.example
    assert answer(statement, {"query": statement.example}) is not None


def test_views_come_after_those_they_read() -> None:
    """Views can be created in the order in which they are given."""
    seen: set[str] = set()
    names = {statement.name for statement in read_statements("views")}
    for statement in read_statements("views"):
        assert statement.sources() & names <= seen
        seen.add(statement.name)
