"""What shall be forgotten: a record of hashes, without a word of any text, by which nothing forgotten comes back.

``forgotten.jsonl`` has a line for each input that was forgotten, for each whose bytes have been erased since, and for
each that may come back. It is appended to, and the last line about an address counts.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

from warehouse.inbox.inputs import Input

_RECORD = "forgotten.jsonl"

#: Begins what stands for the address of an input that was forgotten, before some digits of its hash.
_HIDDEN = "forgotten-"

#: Where an address can begin or end in a sentence.
_EDGE = re.compile(r"(?<=[\s'\"()\[\]<>,;:/#])|(?=[\s'\"()\[\]<>,;:.#])|^|$")

#: Why an input is refused that was forgotten before.
FORGOTTEN = "forgotten: its text was erased on purpose"


@dataclass(frozen=True, kw_only=True)
class Forgotten:
    """The hashes of addresses and contents that were forgotten; ``pending`` are contents not known to be erased."""

    addresses: frozenset[str]
    contents: frozenset[str]
    pending: frozenset[str]

    def covers(self, source_uri: str, content_sha256: str = "") -> bool:
        """An input with this address or these bytes was forgotten."""
        return hash_of_address(source_uri) in self.addresses or content_sha256 in self.contents


def read_forgotten(warehouse: Path) -> Forgotten:
    """What was forgotten in ``warehouse`` and was not let in again."""
    standing: dict[tuple[str, str], bool] = {}
    path = warehouse / _RECORD
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        read = json.loads(line)
        address, content = read["address_sha256"], read["content_sha256"]
        if read["what"] == "let in":
            standing = {key: is_pending for key, is_pending in standing.items() if key[0] != address}
        else:
            standing[address, content] = read["what"] == "forgotten"
    return Forgotten(
        addresses=frozenset(address for address, _ in standing),
        contents=frozenset(content for _, content in standing if content),
        pending=frozenset(content for (_, content), is_pending in standing.items() if is_pending),
    )


def is_forgotten(item: Input, forgotten: Forgotten) -> bool:
    """The bytes of ``item`` are to be forgotten; one that was refused has none."""
    return item.refusal is None and forgotten.covers(item.source_uri, item.content_sha256)


def with_siblings(inputs: Iterable[Input], source_uri: str, content_sha256: str) -> list[Input]:
    """Those of ``inputs`` that go when an article with this address and these bytes is forgotten.

    All versions at its address, the input that it was a part of, and what has the same bytes under another address.
    """
    return [
        item
        for item in inputs
        if item.refusal is None
        and (
            item.source_uri == source_uri
            or source_uri.startswith(f"{item.source_uri}#")
            or item.content_sha256 == content_sha256
        )
    ]


def note_forgotten(warehouse: Path, inputs: Iterable[Input], *, who: str, day: date, why: str) -> None:
    """Record that ``inputs`` shall be forgotten; from now on no run lets them in."""
    said = {"who": who, "when": day.isoformat(), "why": why}
    _append(warehouse, [{"what": "forgotten", **said, **_hashes(item)} for item in inputs])


def note_erased(warehouse: Path, content_hashes: Iterable[str]) -> None:
    """Record that the bytes of what was forgotten are no longer in the warehouse."""
    gone = set(content_hashes)
    lines = map(json.loads, (warehouse / _RECORD).read_text(encoding="utf-8").splitlines())
    keys = {(line["address_sha256"], line["content_sha256"]) for line in lines}
    erased = sorted(key for key in keys if key[1] in gone)
    _append(warehouse, [{"what": "erased", "address_sha256": key[0], "content_sha256": key[1]} for key in erased])


def let_in(warehouse: Path, source_uri: str, *, who: str, day: date, why: str) -> bool:
    """Record that ``source_uri`` may come back with the next run that finds it; False when it was not forgotten."""
    if not read_forgotten(warehouse).covers(source_uri):
        return False
    said = {"what": "let in", "who": who, "when": day.isoformat(), "why": why}
    _append(warehouse, [{**said, "address_sha256": hash_of_address(source_uri), "content_sha256": ""}])
    return True


def hash_of_address(source_uri: str) -> str:
    """The SHA-256 of an address: addresses often hold the words of a headline."""
    return hashlib.sha256(source_uri.encode()).hexdigest()


def hidden_address(source_uri: str) -> str:
    """What stands for the address of an input that was forgotten."""
    return f"{_HIDDEN}{hash_of_address(source_uri)[:12]}"


def without_addresses(sentence: str, forgotten: Forgotten) -> str:
    """``sentence`` with a hash for every address in it that was ``forgotten``, the longest first.

    Only hashes are known of these, so every stretch of words is looked up that could be an address.
    """
    edges = [found.start() for found in _EDGE.finditer(sentence)]
    stretches = {sentence[start:end] for start, end in combinations(edges, 2)}
    for address in sorted(stretches, key=len, reverse=True):
        if forgotten.covers(address):
            sentence = sentence.replace(address, hidden_address(address))
    return sentence


def _hashes(item: Input) -> Mapping[str, str]:
    return {"address_sha256": hash_of_address(item.source_uri), "content_sha256": item.content_sha256}


def _append(warehouse: Path, lines: Iterable[Mapping[str, str]]) -> None:
    with (warehouse / _RECORD).open("a", encoding="utf-8") as file:
        file.write("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
        file.flush()
        os.fsync(file.fileno())
