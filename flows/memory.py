"""Memory between runs: what one run needed is given back before the next one of the same process."""

from __future__ import annotations

import ctypes
import functools
from collections.abc import Callable

import pyarrow as pa


def give_back() -> None:
    """Hand what is free back to the system, where it takes it.

    Allocators keep freed memory for their next request: a process that runs again and again would hold what its
    largest run needed, and look as if it grew.
    """
    pa.default_memory_pool().release_unused()
    _trim()(0)


@functools.cache
def _trim() -> Callable[[int], object]:
    """The C library's ``malloc_trim``; something that does nothing where it has none (all but glibc)."""
    try:
        trim: Callable[[int], object] = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return bool
    return trim
