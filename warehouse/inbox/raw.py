"""The raw store: every input as its bytes were received, under the name of their hash; appended to, never changed."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

from warehouse.files import write_bytes


def keep_raw(warehouse: Path, content: bytes) -> str:
    """Keep ``content`` in ``raw/<sha256>.gz``, once, and return its SHA-256 in hexadecimal digits."""
    content_sha256 = hashlib.sha256(content).hexdigest()
    path = _path(warehouse, content_sha256)
    if not path.exists():
        # no time and no name inside: the same bytes give the same file
        write_bytes(path, gzip.compress(content, compresslevel=6, mtime=0))
    return content_sha256


def read_raw(warehouse: Path, content_sha256: str) -> bytes:
    """The kept bytes; raises FileNotFoundError when they are not there."""
    return gzip.decompress(_path(warehouse, content_sha256).read_bytes())


def has_raw(warehouse: Path, content_sha256: str) -> bool:
    """The bytes are kept."""
    return _path(warehouse, content_sha256).exists()


def forget_raw(warehouse: Path, content_sha256: str) -> None:
    """Remove the kept bytes, which nobody wants kept any longer."""
    _path(warehouse, content_sha256).unlink(missing_ok=True)


def _path(warehouse: Path, content_sha256: str) -> Path:
    return warehouse / "raw" / f"{content_sha256}.gz"
