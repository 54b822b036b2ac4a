"""The rows that a change can make wrong: what is put, what refers to what is removed, and what these rest on.

The generation before was sound. So a change is sound when the promises hold among the rows that it puts, the old rows
that refer to what it removes, and those that a promise compares them with. These few are gathered here, to be checked
by the same declarations and the same .sql files as whole tables are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from schemas import TABLES
from schemas.columns import Table
from warehouse.generations.changes import TableChange
from warehouse.generations.finding import rows_with
from warehouse.generations.generation import Generation
from warehouse.generations.tables import keys_of
from warehouse.inbox.inputs import INPUT_TABLE

#: What the .sql files in integrity/ compare beside declared references: a row of the left table with those of the
#: right one that share a value. These promises are about all rows of the right table together.
_COMPLETED: tuple[tuple[str, str, str], ...] = (
    ("events", "event_ids", "event_id"),
    ("events", "evidence", "event_id"),
    ("findings", "finding_evidence", "finding_id"),
    ("articles", "inputs", "content_sha256"),
    ("rejections", "inputs", "content_sha256"),
    ("inputs", "articles", "content_sha256"),
    ("inputs", "rejections", "content_sha256"),
)
#: And these about a row that is put only.
_COMPARED: tuple[tuple[str, str, str], ...] = (
    ("evidence", "evidence", "mention_id"),
    ("event_mentions", "article_texts", "article_id"),
    ("time_expressions", "article_texts", "article_id"),
    ("finding_evidence", "article_texts", "article_id"),
    ("article_texts", "event_mentions", "article_id"),
    ("article_texts", "time_expressions", "article_id"),
    ("article_texts", "finding_evidence", "article_id"),
)


class Neighbourhood:
    """The rows around ``changes`` to ``previous``, as they are afterwards.

    ``checked`` are those whose own promises have to be looked at, ``known`` these and what they are compared with; both
    by table name, as ``pyarrow.Table``.
    """

    def __init__(self, previous: Generation, changes: Mapping[str, TableChange]) -> None:
        self._previous = previous
        self._changes = changes
        self._rows = {name: [change.put] for name, change in changes.items()}
        self._keys = {name: set(keys_of(change.table, change.keys()).to_pylist()) for name, change in changes.items()}
        for change in changes.values():
            for name, rows in self._referring(change):
                self._add(name, rows)
        self.checked = self._tables()
        for change in changes.values():
            self._support_removed(change)
        for name, rows in self.checked.items():
            self._support(_declared(name), rows)
        self._complete()
        self.known = self._tables()

    def _tables(self) -> dict[str, Any]:
        return {name: pa.concat_tables(self._rows[name]) for name in self._changes}

    def _add(self, name: str, rows: Any) -> Any:
        """Take in those of ``rows`` of the generation before that still stand and are not there yet; returns them."""
        keys = keys_of(_declared(name), rows).to_pylist()
        known = self._keys[name]
        fresh = rows.filter(pa.array([key not in known for key in keys], pa.bool_()))
        known.update(keys)
        if fresh.num_rows:
            self._rows[name].append(fresh)
        return fresh

    def _look_up(self, name: str, column: str, values: Any) -> Any:
        """The old rows of table ``name`` with ``values`` in ``column`` that are there now."""
        wanted = pc.unique(values).drop_null()
        return self._add(name, rows_with(self._previous, _declared(name), column, wanted))

    def _referring(self, change: TableChange) -> Iterator[tuple[str, Any]]:
        """Old rows that refer to a row that is removed and not put again."""
        if not change.remove.num_rows or len(change.table.key) > 1:
            return
        (key,) = change.table.key
        gone = change.remove.column(key)
        gone = gone.filter(pc.invert(pc.is_in(gone, value_set=change.put.column(key))))
        for table in map(_declared, self._changes):
            for column in table.columns:
                if column.col.references == f"{change.table.name}.{key}":
                    yield table.name, rows_with(self._previous, table, column.name, gone)

    def _support_removed(self, change: TableChange) -> None:
        """What promised something about rows that are removed."""
        if not change.remove.num_rows:
            return
        self._support(change.table, change.remove)
        if change.table.name in ("articles", "rejections"):
            leading = change.table.key[0]
            old = rows_with(self._previous, change.table, leading, change.remove.column(leading))
            self._look_up("inputs", "content_sha256", old.column("content_sha256"))
        if change.table.name == "event_ids":
            self._look_up("events", "event_id", change.remove.column("event_id"))
        if change.table.name == "inputs":
            for name in ("articles", "rejections"):
                self._look_up(name, "content_sha256", change.remove.column("content_sha256"))

    def _support(self, table: Table, rows: Any) -> None:
        """The rows that ``rows`` refer to, or are compared with."""
        for column in table.columns:
            if column.col.references is not None and column.name in rows.column_names:
                name, target = column.col.references.split(".")
                if name in self._changes:
                    self._look_up(name, target, self._unknown(name, target, rows.column(column.name)))
        for left, right, column_name in _COMPARED:
            if left == table.name and column_name in rows.column_names:
                self._look_up(right, column_name, rows.column(column_name))

    def _unknown(self, name: str, column: str, values: Any) -> Any:
        known = pa.chunked_array(
            [chunk for part in self._rows[name] for chunk in part.column(column).chunks], pa.string()
        )
        return values.filter(pc.invert(pc.is_in(values, value_set=known)))

    def _complete(self) -> None:
        waiting = defaultdict(list, {name: list(parts) for name, parts in self._rows.items()})
        while any(waiting.values()):
            name = next(name for name, parts in waiting.items() if parts)
            rows = pa.concat_tables(waiting.pop(name))
            for left, right, column in _COMPLETED:
                if left == name:
                    found = self._look_up(right, column, rows.column(column))
                    if found.num_rows:
                        waiting[right].append(found)


def _declared(name: str) -> Table:
    return INPUT_TABLE if name == INPUT_TABLE.name else TABLES[name]
