"""Spreads work over processes of this machine; the results come in the order of the work, whoever did it."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

Work = TypeVar("Work")
Result = TypeVar("Result")

#: A further process costs a language model to load (about two seconds and 300 MB): it must be worth it.
INPUTS_WORTH_A_PROCESS = 50


def worker_count(asked: int | None, input_count: int) -> int:
    """How many processes to use: as many as were asked for, else one per core while each has enough to do."""
    if asked is not None:
        return max(1, asked)
    return max(1, min(os.cpu_count() or 1, input_count // INPUTS_WORTH_A_PROCESS))


@contextmanager
def workers(count: int) -> Iterator[Callable[[Callable[[Work], Result], Sequence[Work]], Iterator[Result]]]:
    """A ``map`` over ``count`` processes; with one process the work is done right here.

    The processes are started afresh (they inherit no lock or open file of ours) and end with us, even when we are
    killed.
    """
    if count <= 1:
        yield map
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, mp_context=context, initializer=_end_with_parent) as pool:
        yield pool.map


def _end_with_parent() -> None:
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
