"""Writes docs/bi/star-schema.md from the declared keys: ``python -m schemas.star > docs/bi/star-schema.md``."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from schemas import TABLES, Table
from schemas.columns import Column

_HEAD = """# The star schema

Generated from the keys in `schemas/` by `make documents`; a test fails when it is out of date.

`events` stands in the middle: one row an event. Around it stand who (`event_participants` to `actors`), where
(`places`), by whose words (`evidence` to `event_mentions` to `articles`), what became of it (`event_status`) and what
is wrong with it (`findings` to `finding_evidence`). Every reference below is checked before each commit; a key is
never doubled.

"""

_AFTER = """
## Days

A day is never filled in, so an event has two: `first_day` and `last_day`. The calendar is the view `calendar_days`
(one row a day, with week, month, quarter, weekday); join it twice, as *first day* and as *last day*, or take the
first day only for events that are dated to one day (`is_one_day` in the view `chronology_export`). In Power BI that
is one active relationship from `calendar_days[day_date]` to `chronology_export[first_day]` and an inactive one to
`last_day`.

| from | to | how often |
|---|---|---|
| `events.first_day` | `calendar_days.day_date` | many to one, may be empty |
| `events.last_day` | `calendar_days.day_date` | many to one, may be empty |
| `articles.published_day` | `calendar_days.day_date` | many to one, may be empty |

Counting: an event has many claims and many participants. Count `distinct event_id` after such a join, or start from
the view that counts already: `event_counts`, `who_met_whom`, `agreement_of_sources`, `contradictions_by_source`.
"""


def star_page() -> str:
    """The page: a Mermaid diagram of all references, and the same as a table with how often."""
    return _HEAD + "\n".join([*_diagram(), "", *_references()]) + "\n" + _AFTER


def _joined() -> list[tuple[Table, Column, str, str]]:
    """Every declared reference: table, column, and the table and column referred to."""
    joined = []
    for table in TABLES.values():
        for column in table.columns:
            if column.col.references is not None:
                target, key = column.col.references.split(".")
                joined.append((table, column, target, key))
    return joined


def _diagram() -> Iterator[str]:
    yield "```mermaid"
    yield "erDiagram"
    for table, column, target, _ in _joined():
        many = "o|" if table.key == (column.name,) else "o{"
        one = "|o" if column.is_nullable else "||"
        yield f"    {target} {one}--{many} {table.name} : {column.name}"
    for table in TABLES.values():
        yield f"    {table.name} {{"
        yield from (f"        {line}" for line in _key_lines(table))
        yield "    }"
    yield "```"


def _key_lines(table: Table) -> Iterator[str]:
    for column in table.columns:
        marks = [mark for mark, is_so in (("PK", column.name in table.key), ("FK", column.col.references)) if is_so]
        if marks:
            yield f"{column.column_type.replace(' ', '_')} {column.name} {','.join(marks)}"


def _references() -> Iterator[str]:
    yield "| from | to | how often |"
    yield "|---|---|---|"
    for table, column, target, key in _joined():
        often = "one to one" if table.key == (column.name,) else "many to one"
        empty = ", may be empty" if column.is_nullable else ""
        yield f"| `{table.name}.{column.name}` | `{target}.{key}` | {often}{empty} |"


if __name__ == "__main__":
    sys.stdout.write(star_page())
