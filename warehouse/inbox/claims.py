"""Keeps what was extracted, as opaque bytes under a key, so that nothing is extracted twice.

It is a cache: any of it may be deleted at any time. The key has to hold everything the bytes depend on.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from warehouse.files import replacing


def read_claims(warehouse: Path, keys: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Those ``keys`` that are known, one at a time, each with its kept bytes: all together may be large."""
    read = ((key, _read(_path(warehouse, key))) for key in keys)
    return ((key, content) for key, content in read if content is not None)


def _read(path: Path) -> bytes | None:
    try:
        return zlib.decompress(path.read_bytes())
    except (FileNotFoundError, zlib.error):
        # a power cut may leave a torn file: its checksum tells, and the claims are extracted again
        return None


def keep_claims(warehouse: Path, contents: Mapping[str, bytes]) -> None:
    """Keep each of ``contents`` (key -> bytes); several writers may do so at once."""
    for key, content in contents.items():
        with replacing(_path(warehouse, key)) as draft:
            draft.write_bytes(zlib.compress(content, 3))


def prune_claims(warehouse: Path, keys: Collection[str]) -> int:
    """Forget everything but ``keys``; returns how many were forgotten."""
    kept = {_path(warehouse, key) for key in keys}
    stale = [path for path in (warehouse / "claims").glob("*/*") if path not in kept]
    for path in stale:
        path.unlink(missing_ok=True)
    return len(stale)


def forget_claims(warehouse: Path, keys: Iterable[str]) -> None:
    """Forget what is kept under ``keys``."""
    for key in keys:
        _path(warehouse, key).unlink(missing_ok=True)


def _path(warehouse: Path, key: str) -> Path:
    name = hashlib.sha256(key.encode()).hexdigest()
    return warehouse / "claims" / name[:2] / name[2:]
