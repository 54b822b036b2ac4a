"""Circles of told orders: A before B, B before C, C before A, with no day told of any of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from extractors.calendar.network import Edges, Flags


def circles(edges: Edges, active: Flags) -> Iterator[list[int]]:
    """The bounds inside each group of nodes that all lie before each other, at least one of them strictly."""
    inner = np.flatnonzero(active & (edges.left != 0) & (edges.right != 0) & ((edges.least >= 0) | (edges.most <= 0)))
    later: dict[int, list[int]] = defaultdict(list)
    for number in inner.tolist():
        left, right = int(edges.left[number]), int(edges.right[number])
        if edges.least[number] >= 0:
            later[left].append(right)
        if edges.most[number] <= 0:
            later[right].append(left)
    group = strong_groups(later)
    members: dict[int, list[int]] = defaultdict(list)
    strict: set[int] = set()
    for number in inner.tolist():
        own = group.get(int(edges.left[number]))
        if own is not None and own == group.get(int(edges.right[number])):
            members[own].append(number)
            if edges.least[number] > 0 or edges.most[number] < 0:
                strict.add(own)
    for one in sorted(strict):
        yield members[one]


def strong_groups(later: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """For each node the number of its strongly connected group (Tarjan's algorithm, without recursion)."""
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    group: dict[int, int] = {}
    waiting: list[int] = []
    for root in later:
        if root in index:
            continue
        path = [(root, iter(later.get(root, ())))]
        index[root] = low[root] = len(index)
        waiting.append(root)
        while path:
            node, following = path[-1]
            child = next(following, None)
            if child is None:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[node])
                if low[node] == index[node]:
                    _close(node, waiting, group)
            elif child not in index:
                index[child] = low[child] = len(index)
                waiting.append(child)
                path.append((child, iter(later.get(child, ()))))
            elif child not in group:
                low[node] = min(low[node], index[child])
    return group


def _close(node: int, waiting: list[int], group: dict[int, int]) -> None:
    while True:
        member = waiting.pop()
        group[member] = node
        if member == node:
            return
