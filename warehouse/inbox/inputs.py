"""The inputs of a warehouse: which bytes under which address, what the user gave with them, in order of arrival."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from schemas import Rejection
from schemas.arrow import rows_of
from schemas.columns import Col, Column, Table
from schemas.enumerations import RejectionStage

#: In each generation: the inputs it was made from, in files as those of a table.
INPUTS = "inputs"

#: Where generations of the first format kept them.
_LINES = "inputs.jsonl"


@dataclass(frozen=True, kw_only=True)
class Input:
    """Bytes that arrived under an address.

    ``published_day`` and ``source_name`` are what the user gave with the source. ``refusal`` says why the bytes are not
    kept (too large, not to be had), with ``refusal_detail``; null when they are. ``arrival`` is the number of the
    generation that first held them there, 0 before any did.
    """

    source_uri: str
    content_sha256: str
    published_day: date | None = None
    source_name: str | None = None
    refusal: str | None = None
    refusal_detail: str | None = None
    arrival: int = 0


#: How inputs lie on disk. They are no table of the calendar, so ``schemas`` does not declare them.
INPUT_TABLE = Table(
    name=INPUTS,
    row_is="an input that the generation was made from",
    key=("source_uri", "content_sha256"),
    columns=(
        Column("source_uri", str, False, None, Col("Address or path of the input")),
        Column("content_sha256", str, False, None, Col("SHA-256 of the bytes as received; empty when there are none")),
        Column("published_day", date, True, None, Col("The publication day that the user gave", unit="day")),
        Column("source_name", str, True, None, Col("The publisher that the user gave")),
        Column("refusal", str, True, None, Col("Why the bytes are not kept; null when they are")),
        Column("refusal_detail", str, True, None, Col("What the failing part said")),
        Column("arrival", int, False, None, Col("Number of the generation that first held them")),
    ),
    row_class=Input,
)


def add_inputs(known: Iterable[Input], arrived: Iterable[Input], number: int) -> list[Input]:
    """All inputs in order of arrival: ``arrived`` added to ``known`` as those of generation ``number``.

    What arrives again under its address stays where it is, unless other bytes came in between or the user gave
    something else with it: then it is the newest version again. A refusal stands until its address gives something, if
    only items of a feed.
    """
    inputs = {_key(item): item for item in known}
    newest = {item.source_uri: item for item in sorted(inputs.values(), key=_order)}
    arriving = sorted(arrived, key=_order)
    for item in arriving:
        container = newest.get(item.source_uri.partition("#")[0])
        if container is not None and container.refusal is not None and container.source_uri != item.source_uri:
            inputs.pop(_key(container), None)
    for item in arriving:
        before = newest.get(item.source_uri)
        if before is None or replace(before, arrival=0) != replace(item, arrival=0):
            if before is not None and before.refusal is not None:
                inputs.pop(_key(before), None)
            inputs[_key(item)] = replace(item, arrival=number)
    return sorted(inputs.values(), key=_order)


def _key(item: Input) -> tuple[str, str]:
    return item.source_uri, item.content_sha256


def _order(item: Input) -> tuple[int, str, str]:
    return item.arrival, item.source_uri, item.content_sha256


def refusals(inputs: Iterable[Input]) -> list[Rejection]:
    """The rejection rows of the inputs that were refused before they could be read."""
    return [
        Rejection(
            source_uri=item.source_uri,
            content_sha256=item.content_sha256,
            stage=RejectionStage.INGEST,
            reason=item.refusal,
            detail=item.refusal_detail,
        )
        for item in inputs
        if item.refusal is not None
    ]


def read_inputs(generation_folder: Path) -> list[Input]:
    """The inputs that the generation in ``generation_folder`` was made from, in order of arrival."""
    if (generation_folder / _LINES).exists():
        return _read_lines(generation_folder / _LINES)
    files = sorted((generation_folder / INPUTS).glob("*.parquet"))
    rows = [row for file in files for row in rows_of(INPUT_TABLE, pq.read_table(file, partitioning=None))]
    return sorted(rows, key=_order)


def _read_lines(path: Path) -> list[Input]:
    # split at line feeds only: an address may hold other line ends
    lines = path.read_text(encoding="utf-8").split("\n")
    return [input_from_json(json.loads(line)) for line in lines if line]


def input_as_json(item: Input) -> dict[str, Any]:
    """The fields of ``item`` by name."""
    return {column.name: getattr(item, column.name) for column in INPUT_TABLE.columns}


def input_from_json(read: dict[str, Any]) -> Input:
    """The input whose fields were ``read``; without some, those have their usual values."""
    read = dict(read)
    day = read.pop("published_day")
    return Input(**read, published_day=None if day is None else date.fromisoformat(day))
