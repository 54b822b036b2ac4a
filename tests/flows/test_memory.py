"""A process that runs again and again does not hold what its largest run needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.memory import give_back
from tests.flows.resident import resident_bytes

#: Too large for Python's own allocator, too small to be mapped alone.
CHUNK, COUNT = 4096, 20_000


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="memory is read from /proc")
@pytest.mark.skipif("libc.so.6" not in Path("/proc/self/maps").read_text(), reason="this C library trims nothing")
def test_freed_memory_goes_back_to_the_system() -> None:
    """Chunks freed beneath one that stays are handed back, most of them."""
    before = resident_bytes()
    chunks = [bytes(CHUNK) for _ in range(COUNT)]
    full = resident_bytes()
    kept = chunks.pop()
    chunks.clear()
    give_back()
    assert full - before > 0.9 * CHUNK * COUNT
    assert resident_bytes() - before < 0.3 * CHUNK * COUNT
    assert len(kept) == CHUNK
