"""How much memory this process holds, where the system tells (Linux)."""

from __future__ import annotations

import os
from pathlib import Path


def resident_bytes() -> int:
    """The bytes of memory that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
