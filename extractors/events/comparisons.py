"""Who is compared with whom, and which of them are linked; new mentions cost no more than their own blocks."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt

from extractors.events import blocks
from extractors.events.pairs import LINK, score
from extractors.events.signatures import Signature

Numbers = npt.NDArray[np.int64]
_SIDES: tuple[Literal["left"], Literal["right"]] = ("left", "right")
#: How many compared pairs are remembered, so that a pair of several blocks is rarely scored twice.
_REMEMBERED = 300_000
#: Blocks looked up at once.
_CHUNK = 100_000
#: Bits of the place of a mention in the order of all; the 32 bits of a block key stand before them.
_RANK_BITS = 31


class Comparisons:
    """All mentions with the links between them.

    ``links`` maps a mention id to the mentions it is linked with, and how strongly. It depends on the present mentions
    alone, not on the order in which they came.
    """

    def __init__(self) -> None:
        """Hold no mention yet."""
        self.links: dict[str, dict[str, float]] = defaultdict(dict)
        self.signatures: dict[str, Signature] = {}
        self._numbers: dict[str, int] = {}
        self._by_number: list[Signature] = []
        self._ordered: list[int] = []
        self._ranks: Numbers = _as_numbers(())
        self._keys: Numbers = _as_numbers(())
        self._members: Numbers = _as_numbers(())
        self._scored: set[blocks.Pair] = set()

    def update(self, gone: Iterable[str], come: Sequence[Signature]) -> set[str]:
        """Take mentions out, then put mentions in; a mention that changed is in both.

        Returns the ids of the present mentions that are new or whose links changed.
        """
        leaving = {mention_id: self._numbers.pop(mention_id) for mention_id in gone}
        changed = self._unlink(leaving)
        is_leaving = np.isin(self._members, _as_numbers(leaving.values()))
        keys, members = self._enter(come)
        touched = np.unique(np.concatenate([keys, self._keys[is_leaving]]))
        past = self._keys, self._members
        self._rank(set(leaving.values()), range(len(self._by_number) - len(come), len(self._by_number)))
        self._settle(~is_leaving, keys, members)
        ended: set[blocks.Pair] = set()
        for old, new in _ranges(past, (self._keys, self._members), touched):
            newly, over = blocks.changes(old, new)
            ended.update(pair for pair in over if self._is_linked(*pair))
            changed.update(mention_id for one, other in newly for mention_id in self._link(one, other))
        changed |= self._drop(ended)
        self._scored = set()
        return (changed | {one.mention_id for one in come}) & self.signatures.keys()

    def _unlink(self, leaving: Iterable[str]) -> set[str]:
        changed: set[str] = set()
        for mention_id in leaving:
            del self.signatures[mention_id]
            for other in self.links.pop(mention_id, {}):
                self.links[other].pop(mention_id, None)
                changed.add(other)
        return changed

    def _enter(self, come: Sequence[Signature]) -> tuple[Numbers, Numbers]:
        """Number the new mentions; their block keys and, for each key, the number of the mention."""
        keys, members = array("q"), array("q")
        for one in come:
            number = len(self._by_number)
            self._by_number.append(one)
            self._numbers[one.mention_id] = number
            self.signatures[one.mention_id] = one
            own = blocks.keys(one)
            keys.extend(own)
            members.extend([number] * len(own))
        return np.array(keys, dtype=np.int64), np.array(members, dtype=np.int64)

    def _rank(self, leaving: Collection[int], fresh: Iterable[int]) -> None:
        """Bring the order of all mentions up to date; nearly sorted, so that sorting is cheap."""
        self._ordered = [number for number in self._ordered if number not in leaving]
        self._ordered += fresh
        self._ordered.sort(key=lambda number: blocks.order(self._by_number[number]))
        self._ranks = np.zeros(len(self._by_number), dtype=np.int64)
        self._ranks[self._ordered] = np.arange(len(self._ordered))

    def _settle(self, stays: npt.NDArray[np.bool_], keys: Numbers, members: Numbers) -> None:
        """Bring the keys with their members up to date, sorted by key and then by the order of the mentions."""
        keys = np.concatenate([self._keys[stays], keys])
        members = np.concatenate([self._members[stays], members])
        order = np.argsort((keys << _RANK_BITS) | self._ranks[members], kind="stable")
        self._keys, self._members = keys[order], members[order]

    def _is_linked(self, one: int, other: int) -> bool:
        return self._by_number[other].mention_id in self.links.get(self._by_number[one].mention_id, ())

    def _link(self, one: int, other: int) -> tuple[str, ...]:
        """Score two mentions unless they were scored just now; their ids when that changed their link."""
        pair = (one, other) if one < other else (other, one)
        if pair in self._scored:
            return ()
        if len(self._scored) >= _REMEMBERED:
            self._scored = set()
        self._scored.add(pair)
        left, right = self._by_number[one], self._by_number[other]
        points = score(left, right)
        if points is None or points < LINK or self.links[left.mention_id].get(right.mention_id) == points:
            return ()
        self.links[left.mention_id][right.mention_id] = self.links[right.mention_id][left.mention_id] = points
        return left.mention_id, right.mention_id

    def _drop(self, ended: Iterable[blocks.Pair]) -> set[str]:
        """Take away links that no block compares any more."""
        changed: set[str] = set()
        for one, other in ended:
            left, right = self._by_number[one].mention_id, self._by_number[other].mention_id
            if right in self.links[left] and not self._is_compared(one, other):
                del self.links[left][right], self.links[right][left]
                changed |= {left, right}
        return changed

    def _is_compared(self, one: int, other: int) -> bool:
        common = _as_numbers(blocks.keys(self._by_number[one]) & blocks.keys(self._by_number[other]))
        bounds = [np.searchsorted(self._keys, common, side).tolist() for side in _SIDES]
        for start, end in zip(*bounds, strict=True):
            places = np.searchsorted(self._ranks[self._members[start:end]], self._ranks[[one, other]])
            if blocks.is_compared(int(places[0]), int(places[1]), end - start):
                return True
        return False


def _as_numbers(values: Iterable[int]) -> Numbers:
    return np.fromiter(values, dtype=np.int64)


def _ranges(
    old: tuple[Numbers, Numbers], new: tuple[Numbers, Numbers], wanted: Numbers
) -> Iterator[tuple[list[int], list[int]]]:
    """The members under each wanted key, old and new, where there are at least two new ones; keys are sorted."""
    for start in range(0, len(wanted), _CHUNK):
        chunk = wanted[start : start + _CHUNK]
        table = np.column_stack([np.searchsorted(keys, chunk, side) for keys, _ in (old, new) for side in _SIDES])
        for old_start, old_end, new_start, new_end in table[table[:, 3] - table[:, 2] > 1].tolist():
            yield old[1][old_start:old_end].tolist(), new[1][new_start:new_end].tolist()
