"""The inputs of a warehouse: which bytes under which address, what the user gave with them, in order of arrival."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

#: In each generation: the inputs it was made from.
INPUTS = "inputs.jsonl"


@dataclass(frozen=True, kw_only=True, order=True)
class Input:
    """Bytes that arrived under an address; ``arrival`` is the number of the generation that first held them there.

    ``published_day`` and ``source_name`` are what the user gave with the source.
    """

    arrival: int
    source_uri: str
    content_sha256: str
    published_day: date | None = None
    source_name: str | None = None


def add_inputs(known: Iterable[Input], arrived: Iterable[Input]) -> list[Input]:
    """All inputs in order of arrival: ``arrived`` added to ``known``.

    What arrives again under its address stays where it is, unless other bytes came in between or the user gave
    something else with it: then it is the newest version again.
    """
    inputs = {(item.source_uri, item.content_sha256): item for item in known}
    newest = {item.source_uri: item.content_sha256 for item in sorted(inputs.values(), key=_order)}
    for item in sorted(arrived, key=_order):
        key = (item.source_uri, item.content_sha256)
        if newest.get(item.source_uri) != item.content_sha256 or _given(inputs[key]) != _given(item):
            inputs[key] = item
    return sorted(inputs.values(), key=_order)


def _order(item: Input) -> tuple[int, str, str]:
    return item.arrival, item.source_uri, item.content_sha256


def _given(item: Input) -> tuple[date | None, str | None]:
    return item.published_day, item.source_name


def inputs_as_lines(inputs: Iterable[Input]) -> bytes:
    """The inputs as JSON lines, in order of arrival."""
    return b"".join(
        json.dumps(_as_json(item), ensure_ascii=False).encode() + b"\n" for item in sorted(inputs, key=_order)
    )


def _as_json(item: Input) -> dict[str, object]:
    return {
        "arrival": item.arrival,
        "source_uri": item.source_uri,
        "content_sha256": item.content_sha256,
        "published_day": None if item.published_day is None else item.published_day.isoformat(),
        "source_name": item.source_name,
    }


def read_inputs(generation_folder: Path) -> list[Input]:
    """The inputs that the generation in ``generation_folder`` was made from; none when it does not say."""
    path = generation_folder / INPUTS
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [_from_json(json.loads(line)) for line in lines]


def _from_json(fields: dict[str, str | int | None]) -> Input:
    day = fields["published_day"]
    return Input(
        arrival=int(fields["arrival"] or 0),
        source_uri=str(fields["source_uri"]),
        content_sha256=str(fields["content_sha256"]),
        published_day=None if day is None else date.fromisoformat(str(day)),
        source_name=None if fields["source_name"] is None else str(fields["source_name"]),
    )
