"""What was fetched before: which inputs an address gave, and the seal by which its server knows that answer again.

It is a cache, a small file for each address: any of it may be deleted, and the address is then fetched in full.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from warehouse.files import replacing
from warehouse.inbox.forgetting import Forgotten
from warehouse.inbox.raw import has_raw
from warehouse.inbox.web import Seal


@dataclass(frozen=True)
class Fetched:
    """What an address gave last: its seal, and address and SHA-256 of every input it became."""

    seal: Seal
    inputs: tuple[tuple[str, str], ...]


def read_fetched(warehouse: Path, source_uri: str) -> Fetched | None:
    """What ``source_uri`` gave last; None when that is not known or its bytes are no longer kept."""
    fetched = _read(_path(warehouse, source_uri))
    if fetched is None or not all(has_raw(warehouse, content) for _, content in fetched.inputs):
        return None
    return fetched


def _read(path: Path) -> Fetched | None:
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        return Fetched(Seal(**read["seal"]), tuple((uri, content) for uri, content in read["inputs"]))
    except (OSError, ValueError, KeyError, TypeError):
        # not there, or torn by a power cut: ask for all of it
        return None


def keep_fetched(warehouse: Path, source_uri: str, seal: Seal, inputs: Sequence[tuple[str, str]]) -> None:
    """Remember what ``source_uri`` gave; without a seal there is nothing to ask by, and nothing is kept."""
    if not seal.headers():
        _path(warehouse, source_uri).unlink(missing_ok=True)
        return
    written = {"source_uri": source_uri, "seal": asdict(seal), "inputs": list(inputs)}
    with replacing(_path(warehouse, source_uri)) as draft:
        draft.write_text(json.dumps(written, ensure_ascii=False), encoding="utf-8")


def forget_fetched(warehouse: Path, forgotten: Forgotten) -> None:
    """Remove what is known of every address that gave something ``forgotten``: addresses often hold a headline."""
    for path in (warehouse / "fetched").glob("*.json"):
        fetched = _read(path)
        if fetched is None or any(forgotten.covers(uri, content) for uri, content in fetched.inputs):
            path.unlink()


def _path(warehouse: Path, source_uri: str) -> Path:
    return warehouse / "fetched" / f"{hashlib.sha256(source_uri.encode()).hexdigest()[:32]}.json"
