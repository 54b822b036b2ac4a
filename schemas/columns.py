"""How a table is declared: a frozen row class whose fields carry their meaning and unit.

A table is a dataclass decorated with :func:`table`; a column is a field annotated with
``Annotated[type, Col("meaning", unit="day")]``. Everything else that is known about a table (the Arrow
schema, the documentation page, the comments in DuckDB, the key, not-null and reference checks) is derived from
these declarations, so no second copy can disagree with them.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar, dataclass_transform

Row = TypeVar("Row")

#: The Python types a column may have, by the name of the column type users see (DuckDB's words).
COLUMN_TYPES: dict[type, str] = {
    str: "VARCHAR",
    int: "INTEGER",
    bool: "BOOLEAN",
    float: "DOUBLE",
    date: "DATE",
    datetime: "TIMESTAMP WITH TIME ZONE",
}


@dataclasses.dataclass(frozen=True)
class Col:
    """The meaning of one column, in words a user can check.

    ``unit`` names what a number counts ("day", "code point", "degree"); ``references`` names the ``table.column``
    in which every non-null value must stand; ``is_big`` stores an integer as int64; ``is_text`` says that it holds
    sentences of articles, or passages that quote them: a copy without texts leaves them out.
    """

    meaning: str
    unit: str | None = None
    references: str | None = None
    is_big: bool = False
    is_text: bool = False


@dataclasses.dataclass(frozen=True)
class Column:
    """A declared column: its name, Python type, null-ness, value set (or None) and :class:`Col`."""

    name: str
    python_type: type
    is_nullable: bool
    values: type[StrEnum] | None
    col: Col

    @property
    def column_type(self) -> str:
        """The type as DuckDB names it."""
        return "BIGINT" if self.col.is_big else COLUMN_TYPES[self.python_type]


@dataclasses.dataclass(frozen=True)
class Table:
    """A declared table: name, what one row is, primary key columns, columns, and its row class."""

    name: str
    row_is: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    row_class: type
    is_journal: bool = False


#: Every declared table by name, in order of declaration.
TABLES: dict[str, Table] = {}


@dataclass_transform(frozen_default=True, kw_only_default=True)
def table(name: str, *, row_is: str, key: Iterable[str], is_journal: bool = False) -> Callable[[type[Row]], type[Row]]:
    """Declare the decorated class as the row class of table ``name``.

    Args:
        name: the table's name, a plural noun.
        row_is: what one row is, as a noun phrase.
        key: the columns that together identify a row.
        is_journal: the table is appended to, outside the generations.
    """

    def declare(row_class: type[Row]) -> type[Row]:
        """Make ``row_class`` a row and enter its table."""
        built = dataclasses.dataclass(frozen=True, kw_only=True, slots=True)(row_class)
        columns = tuple(_columns(built))
        TABLES[name] = Table(name, row_is, tuple(key), columns, built, is_journal)
        return built

    return declare


def _columns(row_class: type) -> Iterable[Column]:
    hints = typing.get_type_hints(row_class, include_extras=True)
    for field in dataclasses.fields(row_class):
        annotated = hints[field.name]
        base, col = typing.get_args(annotated)[:2]
        yield _column(field.name, base, col)


def _column(name: str, base: Any, col: Col) -> Column:
    is_nullable = isinstance(base, types.UnionType)
    if is_nullable:
        (base,) = (part for part in typing.get_args(base) if part is not types.NoneType)
    values = base if issubclass(base, StrEnum) else None
    return Column(name, str if values else base, is_nullable, values, col)


def table_of(row_class: type) -> Table:
    """The declaration of ``row_class``; raises KeyError when it is not a table."""
    for declared in TABLES.values():
        if declared.row_class is row_class:
            return declared
    raise KeyError(row_class.__name__)
