"""Bounds onto days: what all bounds leave together, and which were set aside because they cannot all hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from extractors.calendar.bounds import ORIGIN, Bound, days_between
from extractors.calendar.contradictions import Link, contradiction_in
from extractors.calendar.network import BEYOND, FAR, Edges, Flags, Numbers, Spans, components, propagate
from extractors.days import ANY_DAY, Days

#: Rounds of setting aside and propagating again; each round leaves fewer bounds, so this is only a guard.
_MOST_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A minimal set of bounds that cannot all hold, and the one of them that was set aside."""

    bounds: tuple[Bound, ...]
    set_aside: Bound


@dataclass(frozen=True, slots=True)
class Settled:
    """The days that the accepted bounds leave to each node, and what had to be set aside.

    ``set_aside`` holds positions in the sequence of bounds that was given.
    """

    days: dict[str, Days]
    contradictions: tuple[Contradiction, ...]
    set_aside: frozenset[int]

    def of(self, node: str) -> Days:
        """The days of ``node``; any day when nothing bounds it."""
        return self.days.get(node, ANY_DAY)


@dataclass(slots=True)
class _Work:
    """The bounds as arrays while they are being settled."""

    bounds: Sequence[Bound]
    numbers: dict[str, int]
    edges: Edges
    mondays: Numbers
    active: Flags
    found: list[Contradiction] = field(default_factory=list)


def settle(bounds: Sequence[Bound], mondays: Collection[str] = ()) -> Settled:
    """The days that ``bounds`` leave to every node they name.

    ``mondays`` are the nodes that can only be Mondays. Of each contradiction the least trusted bound is set aside; told
    days of one node that are trusted alike are all widened to hold the one set aside, so that no side is taken. The
    result does not depend on the order of ``bounds`` but for numbers in ``set_aside``, which are positions in it.
    """
    work = _work(bounds, mondays)
    for _ in range(_MOST_ROUNDS):
        spans = propagate(len(work.numbers), work.edges.where(work.active), work.mondays)
        if not _set_aside(work, spans):
            break
    first, last = spans.first.tolist(), spans.last.tolist()
    days = {
        node: days_between(_known(first[number]), _known(last[number]))
        for node, number in work.numbers.items()
        if node != ORIGIN and first[number] <= last[number]
    }
    contradictions = tuple(sorted(work.found, key=lambda one: (_key(one.set_aside), tuple(map(_key, one.bounds)))))
    return Settled(days, contradictions, frozenset(np.flatnonzero(~work.active).tolist()))


def _known(number: int) -> int | None:
    return None if abs(number) > BEYOND else number


def _work(bounds: Sequence[Bound], mondays: Collection[str]) -> _Work:
    numbers = {ORIGIN: 0}
    for bound in bounds:
        numbers.setdefault(bound.left, len(numbers))
        numbers.setdefault(bound.right, len(numbers))
    count = len(bounds)
    edges = Edges(
        left=np.fromiter((numbers[bound.left] for bound in bounds), np.int64, count),
        right=np.fromiter((numbers[bound.right] for bound in bounds), np.int64, count),
        least=np.fromiter((-FAR if bound.least is None else bound.least for bound in bounds), np.int64, count),
        most=np.fromiter((FAR if bound.most is None else bound.most for bound in bounds), np.int64, count),
    )
    known = np.array(sorted(numbers[node] for node in mondays if node in numbers), dtype=np.int64)
    return _Work(bounds, numbers, edges, known, np.ones(count, dtype=bool))


def _set_aside(work: _Work, spans: Spans) -> bool:
    """Set aside what makes parts of the network impossible; False when there was nothing to do."""
    is_any = False
    for members in _suspects(work, spans):
        is_any |= _make_possible(work, members)
    return is_any


def _suspects(work: _Work, spans: Spans) -> Iterator[list[int]]:
    """The active bounds of each component that cannot hold, did not come to rest or could hide a cycle."""
    edges, label = work.edges, components(len(work.numbers), work.edges.where(work.active))
    own = np.where(edges.left == 0, label[edges.right], label[edges.left])
    is_bad = np.zeros(len(work.numbers), dtype=bool)
    is_bad[label[spans.is_empty() | spans.is_moving]] = True
    is_bad |= _may_hide_cycle(work, spans, label, own)
    chosen = np.flatnonzero(is_bad[own] & work.active)
    ordered = chosen[np.argsort(own[chosen], kind="stable")]
    cuts = np.flatnonzero(np.diff(own[ordered])) + 1
    for part in np.split(ordered, cuts):
        if part.size:
            yield part.tolist()


def _may_hide_cycle(work: _Work, spans: Spans, label: Numbers, own: Numbers) -> Flags:
    """Components with as many inner bounds as nodes and a node without days: orders could run in a circle unseen."""
    size = len(work.numbers)
    inner = work.active & (work.edges.left != 0) & (work.edges.right != 0)
    inner_count = np.bincount(own[inner], minlength=size)
    node_count = np.bincount(label, minlength=size)
    is_open = np.zeros(size, dtype=bool)
    is_open[label[(np.abs(spans.first) > BEYOND) | (np.abs(spans.last) > BEYOND)]] = True
    return is_open & (inner_count >= node_count) & (inner_count > 0)


def _make_possible(work: _Work, members: Sequence[int]) -> bool:
    members = sorted(members, key=lambda number: _key(work.bounds[number]))
    is_any = False
    while cycle := contradiction_in([_link(work, number) for number in members if work.active[number]]):
        weakest = _weakest(work, cycle, members)
        rest = tuple(number for number in cycle if number != weakest)
        ordered = (*rest, weakest)
        work.found.append(Contradiction(tuple(work.bounds[one] for one in ordered), work.bounds[weakest]))
        work.active[weakest] = False
        _widen(work, weakest, members)
        is_any = True
    return is_any or _free_weeks(work, members)


def _free_weeks(work: _Work, members: Sequence[int]) -> bool:
    """A week without a Monday that fits: its bounds are set aside, the words must mean something else."""
    nodes = set(work.edges.left[members].tolist()) | set(work.edges.right[members].tolist())
    mondays = nodes.intersection(work.mondays.tolist())
    if not mondays:
        return False
    spans = propagate(len(work.numbers), work.edges.where(work.active), work.mondays)
    empty = {number for number in mondays if spans.first[number] > spans.last[number]}
    ends = {one: {int(work.edges.left[one]), int(work.edges.right[one])} for one in members if work.active[one]}
    stuck = [one for one, touched in ends.items() if touched & empty]
    work.active[stuck] = False
    return bool(stuck)


def _link(work: _Work, number: int) -> Link:
    edges = work.edges
    least, most = int(edges.least[number]), int(edges.most[number])
    return Link(
        number,
        int(edges.left[number]),
        int(edges.right[number]),
        None if least == -FAR else least,
        None if most == FAR else most,
    )


def _weakest(work: _Work, cycle: Sequence[int], members: Sequence[int]) -> int:
    """The least trusted bound; of equals the one that fewer source families support."""
    return min(cycle, key=lambda one: (work.bounds[one].trust, _support(work, one, members), _key(work.bounds[one])))


def _support(work: _Work, number: int, members: Sequence[int]) -> int:
    """How many source families tell of the same two nodes what can hold together with this bound."""
    bound = work.bounds[number]
    return len(
        {
            other.family
            for other in (work.bounds[one] for one in members if work.active[one])
            if (other.left, other.right) == (bound.left, bound.right) and _meet(bound, other)
        }
    )


def _meet(one: Bound, other: Bound) -> bool:
    return _low(one) <= _high(other) and _low(other) <= _high(one)


def _low(bound: Bound) -> int:
    return -FAR if bound.least is None else bound.least


def _high(bound: Bound) -> int:
    return FAR if bound.most is None else bound.most


def _widen(work: _Work, number: int, members: Sequence[int]) -> None:
    """Let told days of the same node hold the day set aside too, when their source is not trusted more."""
    bound, edges = work.bounds[number], work.edges
    if not bound.is_told_day:
        return
    for one in members:
        other = work.bounds[one]
        is_rival = other.is_told_day and other.right == bound.right and other.source_trust <= bound.source_trust
        if work.active[one] and is_rival and not _meet(bound, other):
            edges.least[one] = min(edges.least[one], edges.least[number])
            edges.most[one] = max(edges.most[one], edges.most[number])


def _key(bound: Bound) -> tuple[str, ...]:
    """A fixed order of bounds that depends on nothing but what they say."""
    return (
        bound.right,
        bound.left,
        str(bound.least),
        str(bound.most),
        bound.article_id or "",
        bound.mention_id or "",
        bound.reason,
    )
