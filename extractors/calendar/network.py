"""The Simple Temporal Network: bounds on differences of days, propagated from the calendar's origin.

Nodes are numbered; node 0 is the origin (1970-01-01). A bound says ``least <= day[right] - day[left] <= most``. Sweeps
over arrays carry each bound along until nothing moves; only bounds beside a node that moved are looked at again, so
the cost grows with the bounds and not with pairs of nodes. Components that cannot be satisfied, or that hold a cycle,
are handed to :mod:`extractors.calendar.contradictions`, which looks at them alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

#: Stands for "no bound"; sums of it with any number of real days stay beyond :data:`BEYOND`.
FAR = 10**9
BEYOND = FAR // 2
#: Nodes that still move after this many sweeps stand in a cycle.
MOST_SWEEPS = 3000
_MONDAY_1970 = 4
_DAYS_IN_WEEK = 7


@dataclass(frozen=True, slots=True)
class Edges:
    """Bounds as columns: ``least <= day[right] - day[left] <= most``; ``-FAR`` and ``FAR`` stand for no bound."""

    left: Numbers
    right: Numbers
    least: Numbers
    most: Numbers

    def where(self, kept: Flags) -> Edges:
        """The bounds for which ``kept`` is true."""
        return Edges(self.left[kept], self.right[kept], self.least[kept], self.most[kept])


@dataclass(frozen=True, slots=True)
class Spans:
    """For each node the first and the last possible day; beyond :data:`BEYOND` there is none.

    ``is_moving`` marks nodes that had not come to rest.
    """

    first: Numbers
    last: Numbers
    is_moving: Flags

    def is_empty(self) -> Flags:
        """The nodes for which no day is left."""
        return self.first > self.last


def propagate(node_count: int, edges: Edges, mondays: Numbers) -> Spans:
    """The days that the bounds leave to each node.

    Args:
        node_count: number of nodes, the origin included.
        edges: the bounds; those on node 0 alone are told days.
        mondays: the nodes that can only be Mondays; snapped after each sweep.
    """
    first, last = _unbounded(node_count)
    moved = np.ones(node_count, dtype=bool)
    for _ in range(MOST_SWEEPS):
        touched = edges.where(moved[edges.left] | moved[edges.right])
        before_first, before_last = first.copy(), last.copy()
        _carry(touched, first, last)
        _snap(mondays, first, last)
        first[0], last[0] = 0, 0
        moved = (first != before_first) | (last != before_last)
        moved &= first <= last
        if not moved.any():
            break
    return Spans(first, last, moved)


def _unbounded(node_count: int) -> tuple[Numbers, Numbers]:
    first, last = np.full(node_count, -FAR, dtype=np.int64), np.full(node_count, FAR, dtype=np.int64)
    first[0], last[0] = 0, 0
    return first, last


def _carry(edges: Edges, first: Numbers, last: Numbers) -> None:
    np.maximum.at(first, edges.right, _plus(first[edges.left], edges.least))
    np.minimum.at(last, edges.right, _plus(last[edges.left], edges.most))
    np.maximum.at(first, edges.left, _plus(first[edges.right], -edges.most))
    np.minimum.at(last, edges.left, _plus(last[edges.right], -edges.least))


def _plus(days: Numbers, count: Numbers) -> Numbers:
    total = days + count
    total[total > BEYOND] = FAR
    total[total < -BEYOND] = -FAR
    return total


def _snap(mondays: Numbers, first: Numbers, last: Numbers) -> None:
    """Move the ends of each Monday's interval inwards to Mondays."""
    for day, step in ((first, 1), (last, -1)):
        known = mondays[np.abs(day[mondays]) < BEYOND]
        off = (day[known] - _MONDAY_1970) % _DAYS_IN_WEEK
        day[known] += np.where(step > 0, -off % _DAYS_IN_WEEK, -off)


def components(node_count: int, edges: Edges) -> Numbers:
    """A number for each node; nodes joined by bounds other than through the origin have the same one."""
    label = np.arange(node_count, dtype=np.int64)
    inner = edges.where((edges.left != 0) & (edges.right != 0))
    while inner.left.size:
        low = np.minimum(label[inner.left], label[inner.right])
        before = label.copy()
        np.minimum.at(label, inner.left, low)
        np.minimum.at(label, inner.right, low)
        label = label[label]
        if np.array_equal(before, label):
            break
    return label
