"""Who is compared with whom, and which of them are linked; new mentions cost no more than their own blocks."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal

import numpy as np
import numpy.typing as npt

from extractors.events import blocks
from extractors.events.pairs import LINK, score
from extractors.events.sieve import Numbers, Sieve
from extractors.events.signatures import Signature

_SIDES: tuple[Literal["left"], Literal["right"]] = ("left", "right")
#: As many pairs are sieved at once.
_BATCH = 1 << 18
#: Blocks looked up at once.
_CHUNK = 100_000
#: Bits of the place of a mention in the order of all; the 32 bits of a block key stand before them.
_RANK_BITS = 31
#: Two numbers of mentions as one: the smaller before the larger.
_NUMBER_BITS = 32
_NUMBER_MASK = (1 << _NUMBER_BITS) - 1


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
        self._free: list[int] = []
        self._sieve = Sieve()
        self._ordered: list[int] = []
        self._ranks: Numbers = _as_numbers(())
        self._keys: Numbers = _as_numbers(())
        self._members: Numbers = _as_numbers(())

    def update(self, gone: Iterable[str], come: Sequence[Signature]) -> set[str]:
        """Take mentions out, then put mentions in; a mention that changed is in both.

        Returns the ids of the present mentions that are new or whose links changed.
        """
        leaving = {mention_id: self._numbers.pop(mention_id) for mention_id in gone}
        changed = self._unlink(leaving)
        is_leaving = np.isin(self._members, _as_numbers(leaving.values()))
        fresh = self._number(come)
        keys, members = self._enter(come, fresh)
        touched = np.unique(np.concatenate([keys, self._keys[is_leaving]]))
        past = self._keys, self._members
        self._rank(set(leaving.values()), fresh)
        self._settle(~is_leaving, keys, members)
        ended: set[blocks.Pair] = set()
        compared = self._compared(_ranges(past, (self._keys, self._members), touched), ended)
        changed.update(mention_id for one, other in compared for mention_id in self._link(one, other))
        changed |= self._drop(ended)
        self._free += leaving.values()
        return (changed | {one.mention_id for one in come}) & self.signatures.keys()

    def _unlink(self, leaving: Iterable[str]) -> set[str]:
        changed: set[str] = set()
        for mention_id in leaving:
            del self.signatures[mention_id]
            for other in self.links.pop(mention_id, {}):
                self.links[other].pop(mention_id, None)
                changed.add(other)
        return changed

    def _number(self, come: Sequence[Signature]) -> list[int]:
        """Numbers for the new mentions, first those of mentions that left in an earlier call."""
        numbers = [self._free.pop() for _ in range(min(len(come), len(self._free)))]
        fresh = range(len(self._by_number), len(self._by_number) + len(come) - len(numbers))
        self._by_number.extend(come[: len(fresh)])
        numbers += fresh
        return numbers

    def _enter(self, come: Sequence[Signature], numbers: Sequence[int]) -> tuple[Numbers, Numbers]:
        """Take in the new mentions; their block keys and, for each key, the number of the mention."""
        keys, members = array("q"), array("q")
        for number, one in zip(numbers, come, strict=True):
            self._by_number[number] = one
            self._numbers[one.mention_id] = number
            self.signatures[one.mention_id] = one
            own = blocks.keys(one)
            keys.extend(own)
            members.extend([number] * len(own))
        self._sieve.learn(numbers, come)
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

    def _compared(
        self, changes: Iterable[tuple[list[int], list[int]]], ended: set[blocks.Pair]
    ) -> Iterator[blocks.Pair]:
        """The pairs newly compared that pass the sieve, each once; ``ended`` takes linked ones no longer compared."""
        kept: list[Numbers] = []
        waiting = array("q")
        for old, new in changes:
            newly, over = blocks.changes(old, new)
            ended.update(pair for pair in over if self._is_linked(*pair))
            waiting.extend(chain.from_iterable(newly))
            if len(waiting) >= 2 * _BATCH:
                kept.append(self._sieved(waiting))
                waiting = array("q")
        kept.append(self._sieved(waiting))
        every = _distinct(np.concatenate(kept))
        for start in range(0, len(every), _BATCH):
            part = every[start : start + _BATCH]
            yield from zip((part >> _NUMBER_BITS).tolist(), (part & _NUMBER_MASK).tolist(), strict=True)

    def _sieved(self, pairs: array[int]) -> Numbers:
        """The pairs that pass, as one number each."""
        table = np.frombuffer(pairs, dtype=np.int64).reshape(-1, 2)
        before, after = table.min(axis=1), table.max(axis=1)
        coded = _distinct((before << _NUMBER_BITS) | after)
        return coded[self._sieve.passing(coded >> _NUMBER_BITS, coded & _NUMBER_MASK)]

    def _link(self, one: int, other: int) -> tuple[str, ...]:
        """Score two mentions; their ids when that changed their link."""
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


def _distinct(numbers: Numbers) -> Numbers:
    """Each of ``numbers`` once, sorted."""
    ordered = np.sort(numbers)
    return ordered[np.concatenate([[True], ordered[1:] != ordered[:-1]])] if len(ordered) else ordered


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
