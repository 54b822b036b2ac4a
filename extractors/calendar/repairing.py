"""Making an impossible network possible: one contradiction after the other, each looked for close to where it shows.

A day that no bound leaves to a node is explained by bounds near it: first those on the node itself, then those a step
away, and so on. So the cost of a contradiction hangs on its size and not on the size of the network.
"""

from __future__ import annotations

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
#: Components up to this many bounds are searched exactly for circles of orders without any day.
_SMALL = 200


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A minimal set of bounds that cannot all hold, and the one of them that was set aside."""

    bounds: tuple[Bound, ...]
    set_aside: Bound


@dataclass(slots=True)
class Work:
    """The bounds as arrays while they are settled; ``incident`` lists the bounds of each node, from ``begins`` on."""

    bounds: Sequence[Bound]
    node_count: int
    edges: Edges
    mondays: Numbers
    active: Flags
    incident: Numbers = field(init=False)
    begins: Numbers = field(init=False)
    found: list[Contradiction] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Sort the bounds by the nodes they touch, the origin left out."""
        numbers = np.arange(len(self.bounds), dtype=np.int64)
        nodes = np.concatenate([self.edges.left, self.edges.right])
        doubled = np.concatenate([numbers, numbers])
        inner = nodes != 0
        order = np.argsort(nodes[inner], kind="stable")
        self.incident = doubled[inner][order]
        counts = np.bincount(nodes[inner], minlength=self.node_count)
        self.begins = np.concatenate([[0], np.cumsum(counts)])

    def at(self, node: int) -> list[int]:
        """The active bounds that touch ``node``."""
        members = self.incident[self.begins[node] : self.begins[node + 1]]
        return [int(one) for one in members[self.active[members]]]

    def ends(self, number: int) -> tuple[int, int]:
        """The nodes of a bound."""
        return int(self.edges.left[number]), int(self.edges.right[number])


def break_circles(work: Work) -> bool:
    """Set aside bounds in circles of orders, which no day would bring to light; False when there was none."""
    is_any = False
    for members in circles(work.edges, work.active):
        is_any |= _make_possible(work, members)
    for members in _small_and_round(work):
        is_any |= _make_possible(work, members)
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
        is_any |= _make_possible(work, near)
    return is_any


def _near(work: Work, node: int, steps: int) -> tuple[list[int], set[int]]:
    """The active bounds on nodes up to ``steps`` away, and those nodes; the origin joins nobody."""
    nodes, frontier, found = {node}, [node], dict[int, None]()
    for step in range(steps + 1):
        following: list[int] = []
        for one in frontier:
            for number in work.at(one):
                left, right = work.ends(number)
                is_told_day = left == 0 or right == 0
                if is_told_day or step < steps or {left, right} <= nodes:
                    found[number] = None
                following += (end for end in (left, right) if end != 0 and end not in nodes)
        if step == steps or len(found) > _MOST_NEAR:
            break
        frontier = list(dict.fromkeys(following))
        nodes.update(frontier)
    return list(found), nodes


def _make_possible(work: Work, members: Sequence[int]) -> bool:
    is_any = False
    while cycle := contradiction_in(list(_links(work, members))):
        weakest = min(cycle, key=lambda one: (work.bounds[one].trust, _support(work, one), sort_key(work.bounds[one])))
        ordered = (*(number for number in cycle if number != weakest), weakest)
        work.found.append(Contradiction(tuple(work.bounds[one] for one in ordered), work.bounds[weakest]))
        work.active[weakest] = False
        _widen(work, weakest)
        is_any = True
    return is_any


def _links(work: Work, members: Iterable[int]) -> Iterator[Link]:
    """The bounds as links; of the days told of one node only the tightest two, which are all that matters."""
    lower: dict[int, int] = {}
    upper: dict[int, int] = {}
    least, most = work.edges.least, work.edges.most
    for number in members:
        left, right = work.ends(number)
        if not work.active[number]:
            continue
        if left != 0:
            yield _link(work, number)
            continue
        if right not in lower or least[number] > least[lower[right]]:
            lower[right] = number
        if right not in upper or most[number] < most[upper[right]]:
            upper[right] = number
    for node, number in lower.items():
        yield _link(work, number)
        if upper[node] != number:
            yield _link(work, upper[node])


def _link(work: Work, number: int) -> Link:
    least, most = int(work.edges.least[number]), int(work.edges.most[number])
    left, right = work.ends(number)
    return Link(number, left, right, None if least == -FAR else least, None if most == FAR else most)


def _rivals(work: Work, number: int) -> Iterator[int]:
    """The other active bounds between the same two nodes."""
    left, right = work.ends(number)
    for one in work.at(right):
        if one != number and work.ends(one) == (left, right):
            yield one


def _support(work: Work, number: int) -> int:
    """How many other source families tell what can hold together with this bound."""
    bound = work.bounds[number]
    return len({work.bounds[one].family for one in _rivals(work, number) if _meet(bound, work.bounds[one])})


def _meet(one: Bound, other: Bound) -> bool:
    return _low(one) <= _high(other) and _low(other) <= _high(one)


def _low(bound: Bound) -> int:
    return -FAR if bound.least is None else bound.least


def _high(bound: Bound) -> int:
    return FAR if bound.most is None else bound.most


def _widen(work: Work, number: int) -> None:
    """Let told days of the same node hold the day set aside too, when their source is not trusted more."""
    bound, edges = work.bounds[number], work.edges
    if not bound.is_told_day:
        return
    for one in _rivals(work, number):
        other = work.bounds[one]
        if other.is_told_day and other.source_trust <= bound.source_trust and not _meet(bound, other):
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
