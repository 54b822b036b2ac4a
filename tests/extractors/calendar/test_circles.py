"""Groups of nodes that all lie before each other."""

from __future__ import annotations

import numpy as np

from extractors.calendar.circles import circles, strong_groups
from extractors.calendar.network import FAR, Edges


def edges(*rows: tuple[int, int, int, int]) -> Edges:
    columns = (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
    return Edges(*columns)


def test_groups_of_nodes_that_reach_each_other() -> None:
    """Nodes of one circle share a group; a node that only leads there does not."""
    group = strong_groups({1: [2], 2: [3], 3: [1], 4: [1]})
    assert group[1] == group[2] == group[3] != group[4]


def test_only_strict_circles_are_contradictions() -> None:
    """Three happenings on one day after each other are fine; one of them strictly later is not."""
    loose = edges((1, 2, 0, FAR), (2, 3, 0, FAR), (3, 1, 0, FAR), (0, 1, 5, 5))
    strict = edges((1, 2, 0, FAR), (2, 3, 1, FAR), (1, 3, -FAR, 0), (0, 1, 5, 5))
    active = np.ones(4, dtype=bool)
    assert list(circles(loose, active)) == []
    assert list(circles(strict, active)) == [[0, 1, 2]]
    assert list(circles(strict, np.array([True, True, False, True]))) == []
