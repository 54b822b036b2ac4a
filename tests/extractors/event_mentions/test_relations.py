from __future__ import annotations

from datetime import date

import pytest

from extractors.days import Days, day_of
from schemas.enumerations import EventType
from tests.extractors.event_mentions.bracketed import SPOKEN, dated, days_of


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("The town [voted] on 6 May. The mayor [resigned] two days after the vote.", 2, 2),
        ("The town [voted] on 6 May. The mayor [resigned] a week before the vote.", -7, -7),
        ("The town [voted] on 6 May. On the eve of the vote thousands [marched].", -1, -1),
        ("The town [voted] on 6 May. The mayor [resigned] the day after the vote.", 1, 1),
        ("The pact was [struck] on 6 May. The mayor [praised] it a day after it was struck.", 1, 1),
    ],
)
def test_days_are_counted_from_the_event_that_is_named(text: str, least: int, most: int) -> None:
    """The relation tells least and most days, and the anchor's day gives the event's."""
    _, (relation,) = dated(text)
    assert (relation.trigger, relation.anchor) == (1, 0)
    assert (relation.min_days, relation.max_days) == (least, most)
    assert days_of(text)[1] == day_of(date(2024, 5, 6)).shift(least, most)


@pytest.mark.parametrize(
    ("text", "dated_one", "days"),
    [
        ("The mayor [resigned] on 6 May, two days after police [searched] his home.", 0, -2),
        ("On 6 May, a week before the election was [held], the army [withdrew].", 1, 7),
    ],
)
def test_a_told_day_gives_the_day_of_the_event_it_is_measured_from(text: str, dated_one: int, days: int) -> None:
    """The one day of the sentence is not the day of both events."""
    told = days_of(text)
    assert told[dated_one] == day_of(date(2024, 5, 6))
    assert told[1 - dated_one] == day_of(date(2024, 5, 6)).shift(days, days)


def test_the_day_before_counts_from_the_event_told_last() -> None:
    """Without a name the day before is that before the last dated event, not before the article."""
    text = "Thousands [marched] on 6 May. The day before, a court had [barred] the mayor."
    assert days_of(text)[1] == day_of(date(2024, 5, 5))


def test_an_order_bounds_what_nothing_else_dates() -> None:
    """Before and after tell an order; the dated event bounds the other."""
    text = "The bureau [sued] on 6 May, and only after that did the owners [approve] the deal."
    _, (relation,) = dated(text)
    assert (relation.trigger, relation.anchor, relation.min_days, relation.max_days) == (1, 0, 0, None)
    assert days_of(text)[1] == Days(date(2024, 5, 6), SPOKEN)


def test_by_then_is_not_after() -> None:
    """What was done by then was done on or before the day of the event told last."""
    text = "The bureau [sued] on 6 May. By then the owners had [voted]."
    _, (relation,) = dated(text)
    assert (relation.min_days, relation.max_days) == (None, 0)
    assert days_of(text)[1] == Days(None, date(2024, 5, 6))


def test_a_relation_quotes_its_words() -> None:
    """Offsets lead to the words of the text."""
    text = "The town [voted] on 6 May. The mayor [resigned] two days after the vote."
    _, (relation,) = dated(text)
    plain = text.replace("[", "").replace("]", "")
    assert plain[relation.start_offset : relation.end_offset] == relation.quote == "two days after the vote"


def test_no_day_is_counted_from_an_event_without_one() -> None:
    """An anchor spread over months gives no day."""
    text = "The town [voted] in 2019. The mayor [resigned] two days after the vote."
    assert days_of(text, types=[EventType.ELECTION])[1] == Days(None, SPOKEN)


def test_a_distance_without_an_upper_end_bounds_one_side() -> None:
    """Decades before an event is long before it; how long nobody says."""
    text = "The town [voted] on 6 May. The mayor [resigned] years before the vote."
    _, relations = dated(text)
    assert [(each.min_days, each.max_days) for each in relations if each.trigger == 1] == [(None, -330)]
    days = days_of(text)[1]
    assert days.first is None
    assert days.last is not None
    assert days.last < date(2024, 1, 1)
