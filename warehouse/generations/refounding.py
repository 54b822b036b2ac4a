"""Keeps the ids of events that other articles tell of, too, when the article that founded them is forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa

from schemas import TABLES, EventId
from schemas.arrow import rows_of
from warehouse.generations.changes import Change
from warehouse.generations.finding import rows_with
from warehouse.generations.generation import Generation, current_or_none
from warehouse.generations.writing import commit_changes
from warehouse.inbox.inputs import Input


def refound_events(warehouse: Path, inputs: Iterable[Input]) -> None:
    """Let every event founded on a claim of these ``inputs`` rest on the first of its other claims, if it has any.

    The ledger is an input of the calendar: with it the event keeps its id when the claims are gone.
    """
    current = current_or_none(warehouse)
    if current is None:
        return
    hashes = sorted({item.content_sha256 for item in inputs})
    article_ids = _found(current, "articles", "content_sha256", hashes, "article_id")
    mentions = _found(current, "event_mentions", "article_id", article_ids, "mention_id")
    moved = list(_moved(current, mentions))
    if moved:
        commit_changes(warehouse, {"event_ids": Change(put=moved)})


def _moved(current: Generation, mentions: list[str]) -> Iterator[EventId]:
    gone = set(mentions)
    events = _found(current, "evidence", "mention_id", mentions, "event_id")
    ledger: list[Any] = rows_of(TABLES["event_ids"], _rows(current, "event_ids", "event_id", events))
    evidence: list[Any] = rows_of(TABLES["evidence"], _rows(current, "evidence", "event_id", events))
    for entry in ledger:
        others = [e.mention_id for e in evidence if e.event_id == entry.event_id and e.mention_id not in gone]
        if entry.founding_mention_id in gone and others:
            yield EventId(event_id=entry.event_id, founding_mention_id=min(others))


def _found(current: Generation, table: str, column: str, values: list[str], wanted: str) -> list[str]:
    found: list[str] = _rows(current, table, column, values).column(wanted).to_pylist()
    return sorted(set(found))


def _rows(current: Generation, table: str, column: str, values: list[str]) -> Any:
    return rows_with(current, TABLES[table], column, pa.array(values, pa.string()))
