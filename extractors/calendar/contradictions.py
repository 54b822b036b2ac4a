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
    distance = dict.fromkeys((node for arc in arcs for node in arc[:2]), 0)
    came_by: dict[int, _Arc] = {}
    is_moving = True
    while is_moving:
        is_moving = _relax(arcs, distance, came_by)
        start = _on_cycle(came_by) if is_moving else None
        if start is not None:
            return _cycle(came_by, start)
    return ()


def _relax(arcs: Iterable[_Arc], distance: dict[int, int], came_by: dict[int, _Arc]) -> bool:
    is_moving = False
    for arc in arcs:
        source, target, weight, _ = arc
        if distance[source] + weight < distance[target]:
            distance[target] = distance[source] + weight
            came_by[target] = arc
            is_moving = True
    return is_moving


def _arcs(links: Iterable[Link]) -> Iterable[_Arc]:
    for link in links:
        if link.most is not None:
            yield link.left, link.right, link.most, link.number
        if link.least is not None:
            yield link.right, link.left, -link.least, link.number


def _on_cycle(came_by: dict[int, _Arc]) -> int | None:
    """A node from which the ways come back to itself: only a negative cycle does that."""
    seen: dict[int, int] = {}
    for origin in came_by:
        node = origin
        while node in came_by and node not in seen:
            seen[node] = origin
            node = came_by[node][0]
        if seen.get(node) == origin and node in came_by:
            return node
    return None


def _cycle(came_by: dict[int, _Arc], start: int) -> tuple[int, ...]:
    numbers, node = [], start
    while True:
        source, _, _, number = came_by[node]
        numbers.append(number)
        node = source
        if node == start:
            return tuple(dict.fromkeys(reversed(numbers)))
