"""Making an impossible network possible: one contradiction after the other, each looked for close to where it shows.

A day that no bound leaves to a node is explained by bounds near it: first those on the node itself, then those a step
away, and so on. So the cost of a contradiction hangs on its size and not on the size of the network.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from extractors.calendar.bounds import Bound
from extractors.calendar.circles import circles
from extractors.calendar.contradictions import Link, contradiction_in
from extractors.calendar.network import FAR, Edges, Flags, Numbers, Spans, components

#: How far from an impossible node its contradiction is looked for, and among how many bounds.
_STEPS = (0, 1, 2, 3, 5, 8, 13)
_MOST_NEAR = 4000
#: So many families, and so many times as many as tell otherwise, outvote them.
_MANY = 4
#: Components up to this many bounds are searched exactly for circles of orders without any day.
_SMALL = 200


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A minimal set of bounds that cannot all hold, and the one of them that was set aside.

    ``is_outvoted``: many more independent sources tell what it contradicts than agree with it.
    """

    bounds: tuple[Bound, ...]
    set_aside: Bound
    is_outvoted: bool = False


class _Table:
    """Bounds by node: those of node ``n`` are ``numbers[begins[n]:begins[n + 1]]``."""

    def __init__(self, nodes: Numbers, numbers: Numbers, node_count: int) -> None:
        self.numbers = numbers[np.argsort(nodes, kind="stable")]
        self.begins = np.concatenate([[0], np.cumsum(np.bincount(nodes, minlength=node_count))])

    def of(self, node: int, active: Flags) -> Numbers:
        """The active bounds of ``node``."""
        members = self.numbers[self.begins[node] : self.begins[node + 1]]
        return members[active[members]]


@dataclass(slots=True)
class Work:
    """The bounds as arrays while they are settled.

    ``told`` lists the days told of each node, ``between`` the bounds between it and others; ``families`` numbers the
    source families.
    """

    bounds: Sequence[Bound]
    node_count: int
    edges: Edges
    mondays: Numbers
    active: Flags
    told: _Table = field(init=False)
    between: _Table = field(init=False)
    families: Numbers = field(init=False)
    found: list[Contradiction] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Sort the bounds by the nodes they touch."""
        numbers = np.arange(len(self.bounds), dtype=np.int64)
        is_told = self.edges.left == 0
        self.told = _Table(self.edges.right[is_told], numbers[is_told], self.node_count)
        inner = np.concatenate([numbers[~is_told], numbers[~is_told]])
        ends = np.concatenate([self.edges.left[~is_told], self.edges.right[~is_told]])
        self.between = _Table(ends, inner, self.node_count)
        names: dict[str, int] = {}
        codes = (names.setdefault(bound.family, len(names)) for bound in self.bounds)
        self.families = np.fromiter(codes, np.int64, len(self.bounds))

    def at(self, node: int) -> list[int]:
        """The active bounds that touch ``node``."""
        return [*self.told.of(node, self.active).tolist(), *self.between.of(node, self.active).tolist()]

    def ends(self, number: int) -> tuple[int, int]:
        """The nodes of a bound."""
        return int(self.edges.left[number]), int(self.edges.right[number])


def break_circles(work: Work) -> bool:
    """Set aside bounds in circles of orders, which no day would bring to light; False when there was none."""
    is_any = False
    for members in itertools.chain(circles(work.edges, work.active), _small_and_round(work)):
        is_any |= _make_possible(work, [one for one in members if work.edges.left[one] != 0], set())
    return is_any


def _small_and_round(work: Work) -> Iterator[list[int]]:
    """The bounds of small components with at least as many bounds between nodes as nodes."""
    edges = work.edges
    label = components(work.node_count, edges.where(work.active))
    own = np.where(edges.left == 0, label[edges.right], label[edges.left])
    inner = work.active & (edges.left != 0) & (edges.right != 0)
    inner_count = np.bincount(own[inner], minlength=work.node_count)
    size = np.bincount(own[work.active], minlength=work.node_count)
    node_count = np.bincount(label, minlength=work.node_count)
    is_round = (inner_count >= node_count) & (inner_count > 0) & (size <= _SMALL)
    chosen = np.flatnonzero(is_round[own] & work.active)
    ordered = chosen[np.argsort(own[chosen], kind="stable")]
    for part in np.split(ordered, np.flatnonzero(np.diff(own[ordered])) + 1):
        if part.size:
            yield part.tolist()


def repair(work: Work, spans: Spans) -> bool:
    """Set aside what leaves nodes without a day, or keeps them moving; False when there was nothing to do."""
    stuck = np.flatnonzero(spans.is_empty() | spans.is_moving).tolist()
    for step in _STEPS:
        if _repair_near(work, stuck, step):
            return True
    return bool(stuck) and (_free_weeks(work, stuck) or _free_nodes(work, stuck))


def _repair_near(work: Work, stuck: Sequence[int], steps: int) -> bool:
    """Look for the contradictions of all ``stuck`` nodes up to ``steps`` away, no node twice."""
    is_any = False
    looked_at: set[int] = set()
    for node in stuck:
        if node in looked_at:
            continue
        near, nodes = _near(work, node, steps)
        looked_at |= nodes
        is_any |= _make_possible(work, near, nodes)
    return is_any


def _near(work: Work, node: int, steps: int) -> tuple[list[int], set[int]]:
    """The active bounds between nodes up to ``steps`` away, and those nodes; the origin joins nobody."""
    nodes, frontier, found = {node}, [node], dict[int, None]()
    for _ in range(steps):
        touched = [number for one in frontier for number in work.between.of(one, work.active).tolist()]
        found.update(dict.fromkeys(touched))
        frontier = list(dict.fromkeys(end for number in touched for end in work.ends(number) if end not in nodes))
        nodes.update(frontier)
        if len(found) > _MOST_NEAR:
            break
    return list(found), nodes


def _make_possible(work: Work, between: Sequence[int], nodes: Iterable[int]) -> bool:
    """Set bounds aside until those in ``between`` and the days told of ``nodes`` can hold; False when they can."""
    is_any = False
    ordered = sorted(nodes)
    while cycle := contradiction_in(list(_links(work, between, ordered))):
        weakest = min(cycle, key=lambda one: (work.bounds[one].trust, _support(work, one), sort_key(work.bounds[one])))
        members = (*(number for number in cycle if number != weakest), weakest)
        is_outvoted = _is_outvoted(work, weakest, cycle)
        work.found.append(Contradiction(tuple(work.bounds[one] for one in members), work.bounds[weakest], is_outvoted))
        work.active[weakest] = False
        if not is_outvoted:
            _widen(work, weakest)
        is_any = True
    return is_any


def _links(work: Work, between: Iterable[int], nodes: Iterable[int]) -> Iterator[Link]:
    """The bounds as links; of the days told of one node only the tightest two, which are all that matters."""
    for number in between:
        if work.active[number]:
            yield _link(work, number)
    for node in nodes:
        told = work.told.of(node, work.active)
        if told.size:
            lower = int(told[np.argmax(work.edges.least[told])])
            upper = int(told[np.argmin(work.edges.most[told])])
            yield from (_link(work, number) for number in dict.fromkeys((lower, upper)))


def _link(work: Work, number: int) -> Link:
    least, most = int(work.edges.least[number]), int(work.edges.most[number])
    left, right = work.ends(number)
    return Link(number, left, right, None if least == -FAR else least, None if most == FAR else most)


def _rivals(work: Work, number: int) -> Numbers:
    """The active bounds between the same two nodes, this one among them."""
    left, right = work.ends(number)
    if left == 0:
        return work.told.of(right, work.active)
    near = work.between.of(right, work.active)
    is_same: Flags = (work.edges.left[near] == left) & (work.edges.right[near] == right)
    same: Numbers = near[is_same]
    return same


def _support(work: Work, number: int) -> int:
    """How many source families tell what can hold together with this bound."""
    rivals = _rivals(work, number)
    return len(np.unique(work.families[rivals[_meet(work, number, rivals)]]))


def _is_outvoted(work: Work, weakest: int, cycle: Iterable[int]) -> bool:
    """So many sources, and so many times as many as tell the day set aside, tell a day that it contradicts."""
    if not work.bounds[weakest].is_told_day:
        return False
    told = [one for one in cycle if one != weakest and work.bounds[one].is_told_day]
    most = max((_support(work, one) for one in told), default=0)
    return most >= _MANY and most >= _MANY * _support(work, weakest)


def _meet(work: Work, number: int, others: Numbers) -> Flags:
    least, most = work.edges.least, work.edges.most
    meets: Flags = (least[number] <= most[others]) & (least[others] <= most[number])
    return meets


def _widen(work: Work, number: int) -> None:
    """Let told days of the same node hold the day set aside too, when their source is not trusted more."""
    bound, edges = work.bounds[number], work.edges
    if not bound.is_told_day:
        return
    rivals = _rivals(work, number)
    for one in rivals[~_meet(work, number, rivals)].tolist():
        other = work.bounds[one]
        if other.is_told_day and other.source_trust <= bound.source_trust:
            edges.least[one] = min(edges.least[one], edges.least[number])
            edges.most[one] = max(edges.most[one], edges.most[number])


def _free_weeks(work: Work, stuck: Sequence[int]) -> bool:
    """A week without a Monday that fits: the words must mean something else, its bounds are set aside."""
    mondays = set(work.mondays.tolist())
    weeks = [node for node in stuck if node in mondays]
    weeks += (end for node in stuck for number in work.at(node) for end in work.ends(number) if end in mondays)
    return _drop(work, weeks)


def _free_nodes(work: Work, stuck: Sequence[int]) -> bool:
    """The last resort: nothing is said of nodes whose contradiction was not found."""
    return _drop(work, stuck)


def _drop(work: Work, nodes: Iterable[int]) -> bool:
    numbers = sorted({number for node in nodes for number in work.at(node)})
    work.active[numbers] = False
    return bool(numbers)


def sort_key(bound: Bound) -> tuple[str, ...]:
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


def in_order(found: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    """Contradictions in a fixed order."""
    return tuple(sorted(found, key=lambda one: (sort_key(one.set_aside), tuple(map(sort_key, one.bounds)))))
