"""Why a part of the network cannot be satisfied: minimal sets of bounds, found as negative cycles.

A simple negative cycle in the graph of bounds is a minimal contradiction by itself: take any one bound away and what
remains of the cycle is a path, which some choice of days satisfies.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """``day[right] - day[left]`` lies between ``least`` and ``most`` (None = no bound), as bound ``number`` says."""

    number: int
    left: int
    right: int
    least: int | None
    most: int | None


#: ``day[target] <= day[source] + weight`` by bound ``number``.
_Arc = tuple[int, int, int, int]


def contradiction_in(links: Sequence[Link]) -> tuple[int, ...]:
    """The numbers of bounds that cannot all hold and of which none can be spared; empty when all can hold."""
    arcs = list(_arcs(links))
    distance: dict[int, int] = {}
    for source, target, _, _ in arcs:
        distance[source] = distance[target] = 0
    came_by: dict[int, _Arc] = {}
    for _ in range(len(distance) + 1):
        last_moved = None
        for arc in arcs:
            source, target, weight, _ = arc
            if distance[source] + weight < distance[target]:
                distance[target] = distance[source] + weight
                came_by[target] = arc
                last_moved = target
        if last_moved is None:
            return ()
    assert last_moved is not None  # noqa: S101 - the loop ends early otherwise
    return _cycle(came_by, last_moved, len(distance))


def _arcs(links: Iterable[Link]) -> Iterable[_Arc]:
    for link in links:
        if link.most is not None:
            yield link.left, link.right, link.most, link.number
        if link.least is not None:
            yield link.right, link.left, -link.least, link.number


def _cycle(came_by: dict[int, _Arc], node: int, count: int) -> tuple[int, ...]:
    for _ in range(count):
        node = came_by[node][0]
    numbers, start = [], node
    while True:
        source, _, _, number = came_by[node]
        numbers.append(number)
        node = source
        if node == start:
            return tuple(dict.fromkeys(reversed(numbers)))
