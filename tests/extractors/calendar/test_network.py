"""Sweeps over bounds, and Mondays."""

from __future__ import annotations

import numpy as np

from extractors.calendar.network import BEYOND, FAR, Edges, components, propagate

NO_MONDAYS = np.array([], dtype=np.int64)


def edges(*rows: tuple[int, int, int, int]) -> Edges:
    columns = (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
    return Edges(*columns)


def test_bounds_travel_both_ways() -> None:
    """A day of one event bounds another one after it and one before it; an open side stays open."""
    spans = propagate(4, edges((0, 2, 10, 12), (1, 2, 3, 5), (2, 3, 1, FAR)), NO_MONDAYS)
    assert (spans.first[1], spans.last[1]) == (5, 9)
    assert spans.first[3] == 11
    assert spans.last[3] > BEYOND
    assert not spans.is_empty().any()


def test_mondays_are_snapped_inwards() -> None:
    """Between Tuesday 6 and Tuesday 20 January 1970 there are two Mondays: 12 and 19."""
    spans = propagate(2, edges((0, 1, 5, 19)), np.array([1], dtype=np.int64))
    assert (spans.first[1], spans.last[1]) == (11, 18)


def test_impossible_nodes_are_empty() -> None:
    """Two told days leave none."""
    assert propagate(2, edges((0, 1, 5, 5), (0, 1, 7, 7)), NO_MONDAYS).is_empty()[1]


def test_the_origin_joins_nobody() -> None:
    """Events with told days of their own are apart; a told order joins two."""
    label = components(5, edges((0, 1, 5, 5), (0, 2, 5, 5), (3, 4, 1, FAR)))
    assert label[1] != label[2]
    assert label[3] == label[4]
