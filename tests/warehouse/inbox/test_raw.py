"""The raw store gives back what it was given."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

from warehouse.inbox import forget_raw, keep_raw, read_raw


def test_bytes_are_kept_as_received(tmp_path: Path) -> None:
    """The raw file is named by the hash of the bytes, gives them back, and is the same file for the same bytes."""
    content = b"\xff\x00 any bytes \r\n"
    name = keep_raw(tmp_path, content)
    path = tmp_path / "raw" / f"{name}.gz"
    first = path.read_bytes()
    assert name == hashlib.sha256(content).hexdigest()
    assert read_raw(tmp_path, name) == content == gzip.decompress(first)
    path.unlink()
    keep_raw(tmp_path, content)
    assert path.read_bytes() == first
    forget_raw(tmp_path, name)
    assert not path.exists()
