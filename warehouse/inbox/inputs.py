"""The inputs of a warehouse: which bytes under which address, what the user gave with them, in order of arrival."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from schemas import Rejection
from schemas.enumerations import RejectionStage

#: In each generation: the inputs it was made from.
INPUTS = "inputs.jsonl"


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


_NAMES = tuple(field.name for field in fields(Input))


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


def inputs_as_lines(inputs: Iterable[Input]) -> bytes:
    """The inputs as JSON lines, in order of arrival."""
    lines = (json.dumps(input_as_json(item), default=str, ensure_ascii=False) for item in sorted(inputs, key=_order))
    return "".join(line + "\n" for line in lines).encode()


def input_as_json(item: Input) -> dict[str, Any]:
    """The fields of ``item`` by name."""
    return {name: getattr(item, name) for name in _NAMES}


def read_inputs(generation_folder: Path) -> list[Input]:
    """The inputs that the generation in ``generation_folder`` was made from, in order of arrival."""
    # split at line feeds only: an address may hold other line ends
    lines = (generation_folder / INPUTS).read_text(encoding="utf-8").split("\n")
    return [input_from_json(json.loads(line)) for line in lines if line]


def input_from_json(read: dict[str, Any]) -> Input:
    """The input whose fields were ``read``; without some, those have their usual values."""
    read = dict(read)
    day = read.pop("published_day")
    return Input(**read, published_day=None if day is None else date.fromisoformat(day))
