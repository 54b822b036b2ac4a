"""Likely pairs to groups: strongest link first; a link between groups is the mean of its average and its best."""

from __future__ import annotations

import heapq
from collections.abc import Iterable

#: Share of the best pair in the strength of a link between two groups; the rest is the average over all pairs.
BEST_SHARE = 0.5
#: Groups are joined while the strongest link is at least this.
THRESHOLD = 0.5
#: Pairs less likely than this count as zero.
_FLOOR = 0.02


def link(count: int, pairs: Iterable[tuple[int, int, float]], threshold: float = THRESHOLD) -> list[list[int]]:
    """Group the numbers 0 to ``count`` - 1; pairs that are not given count as unlikely.

    Args:
        count: how many there are.
        pairs: two numbers and how likely they belong together, 0 to 1.
        threshold: the weakest link that still joins two groups.
    """
    groups = _Groups(count)
    for left, right, likely in pairs:
        if likely > _FLOOR:
            groups.add(left, right, likely)
    groups.join(threshold)
    return sorted(sorted(members) for members in groups.members if members)


class _Groups:
    def __init__(self, count: int) -> None:
        self.members = [[number] for number in range(count)]
        self._sums: list[dict[int, float]] = [{} for _ in range(count)]
        self._best: list[dict[int, float]] = [{} for _ in range(count)]
        self._versions = [0] * count
        self._heap: list[tuple[float, int, int, int, int]] = []

    def add(self, left: int, right: int, likely: float) -> None:
        """Note a pair."""
        for one, other in ((left, right), (right, left)):
            self._sums[one][other] = likely
            self._best[one][other] = likely

    def join(self, threshold: float) -> None:
        """Join the two groups with the strongest link again and again while it reaches the threshold."""
        for one in range(len(self.members)):
            self._offer(one, (other for other in self._sums[one] if one < other), threshold)
        while self._heap:
            _, left, right, left_version, right_version = heapq.heappop(self._heap)
            if (self._versions[left], self._versions[right]) == (left_version, right_version):
                self._merge(left, right)
                self._offer(left, self._sums[left], threshold)

    def _offer(self, one: int, others: Iterable[int], threshold: float) -> None:
        for other in others:
            strength = self._strength(one, other)
            if strength >= threshold:
                left, right = min(one, other), max(one, other)
                heapq.heappush(self._heap, (-strength, left, right, self._versions[left], self._versions[right]))

    def _strength(self, one: int, other: int) -> float:
        average = self._sums[one][other] / (len(self.members[one]) * len(self.members[other]))
        return (1 - BEST_SHARE) * average + BEST_SHARE * self._best[one][other]

    def _merge(self, kept: int, gone: int) -> None:
        self.members[kept] += self.members[gone]
        self.members[gone] = []
        self._versions[kept] += 1
        self._versions[gone] = -1
        for other, total in self._sums[gone].items():
            best = self._best[gone][other]
            del self._sums[other][gone], self._best[other][gone]
            if other != kept:
                self._sums[kept][other] = self._sums[other][kept] = self._sums[kept].get(other, 0.0) + total
                best = max(best, self._best[kept].get(other, 0.0))
                self._best[kept][other] = self._best[other][kept] = best
        self._sums[gone], self._best[gone] = {}, {}
