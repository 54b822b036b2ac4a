"""Properties of final days: whatever is told, the core of a stretch lies in the days that are left to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import Event, EventMention
from schemas.enumerations import IntervalKind, Status
from tests.extractors.calendar.corpus import article, mention, order, solved, untimed

_NEW_YEAR = date(2024, 1, 1)

#: Article, kind of interval, status, and four days: of the begin, of the end, and of the core.
Told = tuple[int, IntervalKind | None, Status, tuple[int, int, int, int]]


def _day(number: int) -> str:
    return (_NEW_YEAR + timedelta(days=number)).isoformat()


def _told(place: str, told: Told) -> EventMention:
    _, kind, status, days = told
    first, last = _day(min(days[:2])), _day(max(days[:2]))
    if kind is None:
        return untimed(place, None, last, status=status)
    core = [date.fromisoformat(_day(number)) if kind is IntervalKind.THROUGHOUT else None for number in days[2:]]
    return mention(place, first, last, status=status, interval_kind=kind, begin_last_day=core[0], end_first_day=core[1])


def _is_ordered(row: Event | EventMention) -> bool:
    first, last = row.first_day or date.min, row.last_day or date.max
    core = [each for each in (row.begin_last_day, row.end_first_day) if each is not None]
    is_within = row.interval_kind is IntervalKind.WITHIN and isinstance(row, Event)
    return first <= last and all(first <= each <= last for each in core) and not (is_within and core)


def _days_of(told: Sequence[Told], *, published: bool, is_tied: bool) -> list[Event | EventMention]:
    articles, groups = [], dict[str, list[str]]({"one": [], "other": []})
    for number, members in groupby(sorted(told, key=lambda one: one[0]), key=lambda one: one[0]):
        rows = [_told(f"a{number}:{at}", one) for at, one in enumerate(members)]
        names = [row.mention_id for row in rows]
        groups["one"].append(names[0])
        groups["other"] += names[1:]
        relations = [order(names[1], names[0], 0, 3)] if is_tied and len(names) > 1 else []
        day = _day(number) if published else None
        reference = (_day(number), _day(number + 9))
        articles.append(article(f"a{number}", rows, published=day, reference=reference, relations=relations))
    calendar = solved(articles, {name: members for name, members in groups.items() if members})
    return [*calendar.events, *(row for one in calendar.claims for row in one.mentions)]


@settings(max_examples=150, deadline=None)
@given(
    told=st.lists(
        st.tuples(
            st.integers(5, 12),
            st.sampled_from([IntervalKind.WITHIN, IntervalKind.THROUGHOUT, None]),
            st.sampled_from([Status.OCCURRED, Status.ONGOING, Status.PLANNED, Status.CANCELED]),
            st.tuples(*[st.integers(0, 20)] * 4),
        ),
        min_size=1,
        max_size=8,
    ),
    published=st.booleans(),
    is_tied=st.booleans(),
)
def test_the_core_of_a_stretch_lies_in_its_days(told: list[Told], published: bool, is_tied: bool) -> None:
    """For any claims about two events, also contradicting ones, no row has a core outside of its days."""
    assert not [row for row in _days_of(told, published=published, is_tied=is_tied) if not _is_ordered(row)]


def test_a_plan_of_a_day_narrows_the_plan_of_a_stretch() -> None:
    """A plan for one day and a later told plan from that day on agree on the day; the core ends with it."""
    once: Told = (5, IntervalKind.WITHIN, Status.PLANNED, (10, 10, 10, 10))
    long: Told = (6, IntervalKind.THROUGHOUT, Status.PLANNED, (10, 13, 10, 13))
    event, *_ = _days_of([once, long], published=True, is_tied=False)
    day = date.fromisoformat(_day(10))
    assert (event.first_day, event.last_day) == (day, day)
    assert (event.begin_last_day, event.end_first_day) == (day, day)
