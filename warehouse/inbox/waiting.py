"""Deliveries that wait for the next run that puts articles on the calendar.

Taking in and resolving may run by clocks of their own. What was taken in since the last generation lies in
``waiting/<number>.jsonl``, a file for each delivery. The number becomes the ``arrival`` of its inputs, so a generation
tells which deliveries it holds, and a delivery that a crash left lying is not put in twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from warehouse.files import write_bytes
from warehouse.inbox.forgetting import Forgotten, is_forgotten, read_forgotten
from warehouse.inbox.inputs import Input, add_inputs, input_as_json, input_from_json


@dataclass(frozen=True)
class Arrival:
    """An input that was taken in, and the instant."""

    input: Input
    at: datetime


@dataclass(frozen=True)
class Known:
    """All inputs that a run knows of, those that wait for a generation, and the number of the next delivery."""

    inputs: tuple[Input, ...]
    waiting: tuple[Arrival, ...]
    next_number: int


def known_inputs(warehouse: Path, held: Sequence[Input], generation_number: int) -> Known:
    """What the current generation ``held`` and what has been delivered since, without what was forgotten."""
    newest = max((item.arrival for item in held), default=0)
    inputs = list(held)
    forgotten = read_forgotten(warehouse)
    waiting: list[Arrival] = []
    number = max(newest, generation_number)
    for path in _files(warehouse):
        number = max(number, int(path.stem))
        if int(path.stem) > newest:
            arrivals = _read(path)
            inputs = add_inputs(inputs, [each.input for each in arrivals], int(path.stem))
            waiting += arrivals
    return Known(
        tuple(item for item in inputs if not is_forgotten(item, forgotten)),
        tuple(each for each in waiting if not is_forgotten(each.input, forgotten)),
        number + 1,
    )


def keep_waiting(warehouse: Path, arrivals: Iterable[Arrival], known: Known) -> list[Arrival]:
    """Let those of ``arrivals`` that are news to ``known`` wait; returns them, in order of arrival."""
    arrived = list(arrivals)
    both = add_inputs(known.inputs, [each.input for each in arrived], known.next_number)
    gone = {item.source_uri for item in known.inputs} - {item.source_uri for item in both}
    news = {_key(item) for item in both if item.arrival == known.next_number}
    kept = [each for each in arrived if _key(each.input) in news or _container(each.input) in gone]
    if kept:
        _write(_folder(warehouse) / f"{known.next_number:08d}.jsonl", kept)
    return kept


def _key(item: Input) -> tuple[str, str]:
    return item.source_uri, item.content_sha256


def _container(item: Input) -> str:
    return item.source_uri.partition("#")[0]


def count_waiting(warehouse: Path) -> int:
    """How many inputs wait for the next generation."""
    return len(read_waiting(warehouse))


def settle_waiting(warehouse: Path) -> None:
    """Forget all deliveries: a generation holds them now."""
    for path in _files(warehouse):
        path.unlink()


def read_waiting(warehouse: Path) -> list[Arrival]:
    """All deliveries, the oldest first, also those that a generation holds already."""
    return [each for path in _files(warehouse) for each in _read(path)]


def forget_waiting(warehouse: Path, forgotten: Forgotten) -> None:
    """Take what was ``forgotten`` out of the deliveries; each keeps its number."""
    for path in _files(warehouse):
        arrivals = _read(path)
        kept = [each for each in arrivals if not is_forgotten(each.input, forgotten)]
        if len(kept) < len(arrivals):
            _write(path, kept)


def _folder(warehouse: Path) -> Path:
    return warehouse / "waiting"


def _files(warehouse: Path) -> list[Path]:
    return sorted(_folder(warehouse).glob("[0-9]*.jsonl"))


def _write(path: Path, arrivals: Iterable[Arrival]) -> None:
    lines = "".join(json.dumps(_as_json(each), ensure_ascii=False, default=str) + "\n" for each in arrivals)
    write_bytes(path, lines.encode())


def _as_json(arrival: Arrival) -> dict[str, Any]:
    return {"at": arrival.at.isoformat(), **input_as_json(arrival.input)}


def _read(path: Path) -> list[Arrival]:
    # split at line feeds only: an address may hold other line ends
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line)
    return [Arrival(at=datetime.fromisoformat(line.pop("at")), input=input_from_json(line)) for line in lines]
