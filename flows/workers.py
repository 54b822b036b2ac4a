"""Spreads work over processes of this machine; the results come in the order of the work, whoever did it."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from extractors import lexicons

Work = TypeVar("Work")
Result = TypeVar("Result")

#: A further process costs imports and a language model to load (some five CPU seconds and 300 MB): it must be worth it.
INPUTS_WORTH_A_PROCESS = 100


@dataclass(frozen=True)
class Crew:
    """``size`` processes that take work; without a ``pool`` the work is done in this one."""

    size: int = 1
    pool: ProcessPoolExecutor | None = None

    def do(self, work: Callable[[Work], Result], item: Work) -> Result:
        """The result of ``work(item)``, done by one of the crew; waits for it."""
        return work(item) if self.pool is None else self.pool.submit(work, item).result()

    def do_all(self, work: Callable[[Work], Result], items: Sequence[Work]) -> Iterator[Result]:
        """The results of ``work`` on each of ``items``, in their order."""
        return map(work, items) if self.pool is None else self.pool.map(work, items)


def crew_size(asked: int | None, input_count: int) -> int:
    """How many processes to use: as many as were asked for, else one per core while each has enough to do."""
    if asked is not None:
        return max(1, asked)
    return max(1, min(os.cpu_count() or 1, input_count // INPUTS_WORTH_A_PROCESS))


@contextmanager
def hired(size: int, settings: Mapping[str, Any]) -> Iterator[Crew]:
    """A crew of ``size`` processes that know ``settings``, for the time of the block.

    They are started afresh (they inherit no lock or open file of ours) and end with us, even when we are killed.
    """
    if size <= 1:
        yield Crew()
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(size, mp_context=context, initializer=_begin, initargs=(settings,)) as pool:
        try:
            yield Crew(size, pool)
        except BaseException:
            # after an error or an interrupt nobody waits for what is under way
            for process in multiprocessing.active_children():
                process.terminate()
            raise


def _begin(settings: Mapping[str, Any]) -> None:
    lexicons.extend(settings)
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
