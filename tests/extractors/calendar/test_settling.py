"""Properties of the network: what is accepted holds, what is set aside had to be, and more knowledge never widens."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.speed_calendar import bounds_of
from extractors.calendar.bounds import ORIGIN, Bound, number_of
from extractors.calendar.contradictions import Link, contradiction_in
from extractors.calendar.repairing import Contradiction
from extractors.calendar.settling import Settled, settle
from extractors.days import Days
from schemas.enumerations import Precision

NODES = ["a", "b", "c", "d", "e"]


def bound(
    left: str, right: str, least: int | None, most: int | None, family: str = "x", method: str = "explicit"
) -> Bound:
    return Bound(
        left=left,
        right=right,
        least=least,
        most=most,
        method=method,
        precision=Precision.DAY,
        reason=f"{family} says",
        mention_id=f"{family}:{left}{right}{least}{most}",
        article_id=family,
        family=family,
        source_trust=5,
    )


@st.composite
def bounds(draw: st.DrawFn, true_days: Sequence[int] | None = None) -> Bound:
    """A bound on or between a few nodes; if ``true_days`` are given one that they satisfy."""
    left, right = draw(st.sampled_from([(o, n) for o in [ORIGIN, *NODES] for n in NODES if o != n]))
    if true_days is None:
        start = draw(st.integers(-6, 6))
        width = draw(st.integers(0, 6))
    else:
        there = true_days[NODES.index(right)] - (0 if left == ORIGIN else true_days[NODES.index(left)])
        width = draw(st.integers(0, 6))
        start = there - draw(st.integers(0, width))
    least = draw(st.sampled_from([start, None]))
    most = draw(st.sampled_from([start + width, None]))
    method = "explicit" if left == ORIGIN else "order"
    return bound(left, right, least, most, draw(st.sampled_from("pqrs")), method)


def links(members: Sequence[Bound]) -> list[Link]:
    number = {node: n for n, node in enumerate([ORIGIN, *NODES])}
    return [Link(n, number[one.left], number[one.right], one.least, one.most) for n, one in enumerate(members)]


@settings(max_examples=150, deadline=None)
@given(st.lists(bounds(), min_size=1, max_size=14))
def test_contradictions_are_minimal(members: list[Bound]) -> None:
    """Drop any one bound of a reported contradiction and the rest can hold; all of it cannot."""
    found = contradiction_in(links(members))
    chosen = [members[n] for n in found]
    for left_out in range(len(chosen)):
        assert not contradiction_in(links(chosen[:left_out] + chosen[left_out + 1 :]))
    assert not found or contradiction_in(links(chosen))


@settings(max_examples=150, deadline=None)
@given(st.lists(bounds(), min_size=1, max_size=14))
def test_what_is_accepted_can_hold(members: list[Bound]) -> None:
    """The bounds that were not set aside leave a day to every node, and lie around that node's days."""
    settled = settle(members)
    for node in {one.right for one in members}:
        assert node in settled.days
    for contradiction in settled.contradictions:
        assert contradiction.set_aside in contradiction.bounds


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(-20, 20), min_size=5, max_size=5), st.data())
def test_truth_survives_and_more_knowledge_never_widens(true_days: list[int], data: st.DataObject) -> None:
    """Consistent bounds are all accepted; the true days stay possible; one more bound only takes days away."""
    members = data.draw(st.lists(bounds(true_days), min_size=1, max_size=12))
    one_more = data.draw(bounds(true_days))
    before, after = settle(members), settle([*members, one_more])
    assert not before.set_aside
    assert not after.set_aside
    for node, true_day in zip(NODES, true_days, strict=True):
        assert _holds(after.of(node), true_day)
        assert before.of(node).holds(after.of(node))


def _holds(days: Days, number: int) -> bool:
    first, last = number_of(days.first), number_of(days.last)
    return (first is None or first <= number) and (last is None or number <= last)


@settings(max_examples=60, deadline=None)
@given(st.lists(bounds(), min_size=1, max_size=12))
def test_settling_the_accepted_again_changes_nothing(members: list[Bound]) -> None:
    """Without disputes over days, what was accepted settles to the same days again, and nothing more is set aside."""
    settled = settle(members)
    if any(one.set_aside.is_told_day for one in settled.contradictions):
        return
    kept = [one for number, one in enumerate(members) if number not in settled.set_aside]
    again = settle(kept)
    assert not again.set_aside
    assert {node: days for node, days in settled.days.items() if node in again.days} == again.days


def only(settled: Settled) -> Contradiction:
    (contradiction,) = settled.contradictions
    return contradiction


def test_last_week_dates_the_article_and_is_dated_in_turn() -> None:
    """A Friday that an article calls last week puts it into the seven days from the next Monday on."""
    friday = 20315
    members = [
        bound("monday:u", "u", 0, 6),
        bound("monday:u", "summit", -7, -1),
        bound(ORIGIN, "summit", friday, friday),
    ]
    settled = settle(members, {"monday:u"})
    first, last = number_of(settled.of("u").first), number_of(settled.of("u").last)
    assert (first, last) == (friday + 3, friday + 9)


def test_circle_of_orders_without_days_is_found() -> None:
    """A before B, B before C, C before A: no day is told and yet they cannot all hold."""
    members = [bound("a", "b", 1, None, "p"), bound("b", "c", 1, None, "q"), bound("c", "a", 1, None, "r")]
    assert len(only(settle(members)).bounds) == 3


def test_fewer_supporters_are_set_aside() -> None:
    """Of two days told with equal trust the one that more independent families tell stays in the network."""
    members = [
        bound(ORIGIN, "a", 7, 7, "p"),
        bound(ORIGIN, "a", 7, 7, "q"),
        bound(ORIGIN, "a", 9, 9, "r"),
    ]
    assert only(settle(members)).set_aside.family == "r"
    assert number_of(settle(members).of("a").last) == 9


def test_many_sources_outvote_one() -> None:
    """Four families for each that tells otherwise keep their day; the other stays a contradiction, set aside."""
    many = [bound(ORIGIN, "a", 7, 7, family) for family in "pqrs"]
    settled = settle([*many, bound(ORIGIN, "a", 9, 9, "t")])
    assert only(settled).is_outvoted
    assert (number_of(settled.of("a").first), number_of(settled.of("a").last)) == (7, 7)
    fewer = settle([*many[:3], bound(ORIGIN, "a", 9, 9, "t")])
    assert not only(fewer).is_outvoted
    assert number_of(fewer.of("a").last) == 9


def test_order_yields_to_days() -> None:
    """A told order is trusted less than told days."""
    members = [
        bound(ORIGIN, "a", 7, 7, "p"),
        bound(ORIGIN, "b", 5, 5, "q"),
        bound("a", "b", 1, None, "r", "order"),
    ]
    assert only(settle(members)).set_aside.method == "order"


def test_long_chains_settle() -> None:
    """A bound travels along more orders than one sweep could carry it."""
    chain = [bound(f"n{n}", f"n{n + 1}", 1, None) for n in range(300)]
    settled = settle([bound(ORIGIN, "n0", 100, 100), *chain])
    assert number_of(settled.of("n300").first) == 400


def _beside(one: Bound) -> Bound:
    """The bound about other nodes."""
    left = one.left if one.left == ORIGIN else f"{one.left}'"
    return replace(one, left=left, right=f"{one.right}'", mention_id=f"{one.mention_id}'")


@settings(max_examples=150, deadline=None)
@given(st.lists(bounds(), max_size=12), st.lists(bounds(), max_size=12), st.randoms())
def test_what_no_bound_joins_settles_alone(here: list[Bound], there: list[Bound], chance: random.Random) -> None:
    """Two networks without a bound between them come to the same together as apart: this is what may be remembered."""
    other = [_beside(one) for one in there]
    order = [0] * len(here) + [1] * len(other)
    chance.shuffle(order)
    sides = iter(here), iter(other)
    joint = [next(sides[side]) for side in order]
    both, first, second = settle(joint), settle(here), settle(other)
    assert both.days == first.days | second.days
    assert set(both.contradictions) == set(first.contradictions) | set(second.contradictions)
    aside = [[joint[n] for n in sorted(both.set_aside) if order[n] == side] for side in (0, 1)]
    assert aside == [[members[n] for n in sorted(one.set_aside)] for members, one in ((here, first), (other, second))]


#: Articles of a synthetic corpus with the distributions of the news: undated articles, wrong claims, popular events.
_ARTICLES = 40


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6))
def test_accepted_bounds_of_a_corpus_hold_around_every_day(seed: int) -> None:
    """Whatever was not set aside, unless in dispute, allows the days shown at both of its ends."""
    members, mondays = bounds_of(_ARTICLES, seed)
    settled = settle(members, mondays)
    disputed = {one for found in settled.contradictions for bound in found.bounds for one in (bound.left, bound.right)}
    for number, one in enumerate(members):
        if number in settled.set_aside or one.right in disputed or one.left in disputed or one.left == ORIGIN:
            continue
        left, right = settled.of(one.left), settled.of(one.right)
        reach = left.shift(-(10**5) if one.least is None else one.least, 10**5 if one.most is None else one.most)
        assert reach.meets(right)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6))
def test_contradictions_of_a_corpus_are_minimal(seed: int) -> None:
    """Each holds together as soon as any one of its bounds is dropped, and names the one that was set aside."""
    members, mondays = bounds_of(_ARTICLES, seed)
    for found in settle(members, mondays).contradictions:
        numbers = {node: n for n, node in enumerate({ORIGIN, *(e for b in found.bounds for e in (b.left, b.right))})}
        chain = [
            Link(n, numbers[one.left], numbers[one.right], one.least, one.most) for n, one in enumerate(found.bounds)
        ]
        assert found.set_aside in found.bounds
        for dropped in range(len(chain)):
            assert not contradiction_in(chain[:dropped] + chain[dropped + 1 :])


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6))
def test_one_more_agreeing_claim_widens_nothing_in_a_corpus(seed: int) -> None:
    """A claim that holds what is known already is accepted, and no other node is any less certain for it."""
    members, mondays = bounds_of(_ARTICLES, seed)
    before = settle(members, mondays)
    kept = [one for number, one in enumerate(members) if number not in before.set_aside]
    plain = settle(kept, mondays)
    event = sorted(node for node in plain.days if node.endswith(".first"))[seed % 20]
    known = plain.of(event)
    one_more = bound(ORIGIN, event, number_of(known.first), number_of(known.last), "another")
    after = settle([*kept, one_more], mondays)
    if plain.set_aside:
        return
    assert not after.set_aside
    assert all(plain.of(node).holds(days) for node, days in after.days.items())
