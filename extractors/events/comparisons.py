"""Who is compared with whom, and which of them are linked; new mentions cost no more than their own blocks."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt

from extractors.events import blocks
from extractors.events.pairs import LINK, score
from extractors.events.signatures import Signature

Numbers = npt.NDArray[np.int64]
Pair = tuple[str, str]
_SIDES: tuple[Literal["left"], Literal["right"]] = ("left", "right")
#: How many compared pairs are remembered, so that a pair of several blocks is rarely scored twice.
_REMEMBERED = 300_000
#: Blocks looked up at once.
_CHUNK = 100_000


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
        self._keys: Numbers = np.empty(0, dtype=np.int64)
        self._members: Numbers = np.empty(0, dtype=np.int64)
        self._scored: set[Pair] = set()

    def update(self, gone: Iterable[str], come: Sequence[Signature]) -> set[str]:
        """Take mentions out, then put mentions in; a mention that changed is in both.

        Returns the ids of the present mentions that are new or whose links changed.
        """
        leaving = {self._numbers.pop(mention_id): self.signatures.pop(mention_id) for mention_id in gone}
        changed = self._unlink(leaving.values())
        keys, members = self._enter(come)
        touched = np.unique(
            np.concatenate([keys, _as_numbers(key for one in leaving.values() for key in blocks.keys(one))])
        )
        dropped: set[Pair] = set()
        fresh = {one.mention_id for one in come}
        order = np.argsort(keys, kind="stable")
        for old, new in _ranges((self._keys, self._members), (keys[order], members[order]), touched):
            past = [self._by_number[number] for number in old]
            present = [self._by_number[number] for number in (*old, *new) if number not in leaving]
            changed |= self._compare(past, present, fresh, dropped)
        self._settle(leaving, keys, members)
        changed |= self._drop(dropped)
        self._scored = set()
        return (changed | fresh) & self.signatures.keys()

    def _unlink(self, leaving: Iterable[Signature]) -> set[str]:
        changed: set[str] = set()
        for one in leaving:
            for other in self.links.pop(one.mention_id, {}):
                self.links[other].pop(one.mention_id, None)
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

    def _settle(self, leaving: Mapping[int, Signature], keys: Numbers, members: Numbers) -> None:
        """Bring the sorted keys up to date."""
        if leaving:
            stays = ~np.isin(self._members, _as_numbers(leaving))
            self._keys, self._members = self._keys[stays], self._members[stays]
        all_keys, all_members = np.concatenate([self._keys, keys]), np.concatenate([self._members, members])
        order = np.argsort(all_keys, kind="stable")
        self._keys, self._members = all_keys[order], all_members[order]

    def _compare(
        self, past: Sequence[Signature], present: Sequence[Signature], fresh: set[str], dropped: set[Pair]
    ) -> set[str]:
        """Score what one block newly compares, and note what it no longer compares."""
        if len(present) < 2:
            return set()
        if not past:
            newly: Iterable[blocks.Both] = blocks.pairs(present)
        elif max(len(past), len(present)) <= blocks.FULL:
            newly = (
                (one, other)
                for one, other in blocks.pairs(present)
                if one.mention_id in fresh or other.mention_id in fresh
            )
        else:
            newly, ended = blocks.changes(past, present)
            dropped |= {_pair(one, other) for one, other in ended}
        return {mention_id for one, other in newly for mention_id in self._link(one, other)}

    def _link(self, one: Signature, other: Signature) -> tuple[str, ...]:
        pair = _pair(one, other)
        if pair in self._scored:
            return ()
        if len(self._scored) >= _REMEMBERED:
            self._scored = set()
        self._scored.add(pair)
        points = score(one, other)
        if points is None or points < LINK or self.links[pair[0]].get(pair[1]) == points:
            return ()
        self.links[pair[0]][pair[1]] = self.links[pair[1]][pair[0]] = points
        return pair

    def _drop(self, dropped: Iterable[Pair]) -> set[str]:
        """Take away links that no block compares any more."""
        changed: set[str] = set()
        for left, right in dropped:
            if right in self.links.get(left, ()) and not self._is_compared(left, right):
                del self.links[left][right], self.links[right][left]
                changed |= {left, right}
        return changed

    def _is_compared(self, left: str, right: str) -> bool:
        one, other = self.signatures[left], self.signatures[right]
        common = _as_numbers(sorted(blocks.keys(one) & blocks.keys(other)))
        nothing = _as_numbers(()), _as_numbers(())
        return any(
            (left, right) in {_pair(*both) for both in blocks.pairs(self._by_number[number] for number in block)}
            for block, _ in _ranges((self._keys, self._members), nothing, common)
        )


def _pair(one: Signature, other: Signature) -> Pair:
    if one.mention_id < other.mention_id:
        return one.mention_id, other.mention_id
    return other.mention_id, one.mention_id


def _as_numbers(values: Iterable[int]) -> Numbers:
    return np.fromiter(values, dtype=np.int64)


def _ranges(
    old: tuple[Numbers, Numbers], new: tuple[Numbers, Numbers], wanted: Numbers
) -> Iterator[tuple[list[int], list[int]]]:
    """The members under each wanted key, old and new, where there are at least two; keys are sorted."""
    for start in range(0, len(wanted), _CHUNK):
        chunk = wanted[start : start + _CHUNK]
        bounds = [np.searchsorted(keys, chunk, side) for keys, _ in (old, new) for side in _SIDES]
        table = np.column_stack(bounds)
        sizes = table[:, 1] - table[:, 0] + table[:, 3] - table[:, 2]
        for old_start, old_end, new_start, new_end in table[sizes > 1].tolist():
            yield old[1][old_start:old_end].tolist(), new[1][new_start:new_end].tolist()
