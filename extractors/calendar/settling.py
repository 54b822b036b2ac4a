"""Bounds onto days: what all bounds leave together, and which were set aside because they cannot all hold."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from extractors.calendar.bounds import ORIGIN, Bound, days_between
from extractors.calendar.network import BEYOND, FAR, Edges, propagate
from extractors.calendar.repairing import Contradiction, Work, break_circles, in_order, repair
from extractors.days import ANY_DAY, Days


@dataclass(frozen=True, slots=True)
class Settled:
    """The days that the accepted bounds leave to each node, and what had to be set aside.

    ``set_aside`` holds positions in the sequence of bounds that was given.
    """

    days: dict[str, Days]
    contradictions: tuple[Contradiction, ...]
    set_aside: frozenset[int]

    def of(self, node: str) -> Days:
        """The days of ``node``; any day when nothing bounds it."""
        return self.days.get(node, ANY_DAY)


def settle(bounds: Sequence[Bound], mondays: Collection[str] = ()) -> Settled:
    """The days that ``bounds`` leave to every node they name; the same for the same bounds in the same order.

    ``mondays`` are the nodes that can only be Mondays. Of each contradiction the least trusted bound is set aside; told
    days of one node whose sources are trusted alike are widened to hold the one set aside, so that no side is taken.
    What no bound joins (but the origin) has no effect on each other: settled alone it comes to the same days.
    """
    numbers = _numbers(bounds)
    work = _work(bounds, numbers, mondays)
    told = work.edges.left == 0
    while repair(work, propagate(work.node_count, work.edges.where(work.active & told), work.mondays)):
        continue
    break_circles(work)
    # every round leaves fewer bounds, so this ends
    while repair(work, spans := propagate(work.node_count, work.edges.where(work.active), work.mondays)):
        continue
    first, last = spans.first.tolist(), spans.last.tolist()
    days = {
        node: days_between(_known(first[number]), _known(last[number]))
        for node, number in numbers.items()
        if node != ORIGIN and first[number] <= last[number]
    }
    return Settled(days, in_order(work.found), frozenset(np.flatnonzero(~work.active).tolist()))


def _known(number: int) -> int | None:
    return None if abs(number) > BEYOND else number


def _numbers(bounds: Sequence[Bound]) -> dict[str, int]:
    numbers = {ORIGIN: 0}
    for bound in bounds:
        numbers.setdefault(bound.left, len(numbers))
        numbers.setdefault(bound.right, len(numbers))
    return numbers


def _work(bounds: Sequence[Bound], numbers: dict[str, int], mondays: Collection[str]) -> Work:
    count = len(bounds)
    edges = Edges(
        left=np.fromiter((numbers[bound.left] for bound in bounds), np.int64, count),
        right=np.fromiter((numbers[bound.right] for bound in bounds), np.int64, count),
        least=np.fromiter((-FAR if bound.least is None else bound.least for bound in bounds), np.int64, count),
        most=np.fromiter((FAR if bound.most is None else bound.most for bound in bounds), np.int64, count),
    )
    known = np.array(sorted(numbers[node] for node in mondays if node in numbers), dtype=np.int64)
    return Work(bounds, len(numbers), edges, known, np.ones(count, dtype=bool))
