from __future__ import annotations

from datetime import date

import pytest

from extractors.days import Days, day_of
from extractors.event_mentions import date_event
from extractors.event_mentions.dating_story import story_days
from extractors.event_mentions.document import EventDays
from tests.extractors.event_mentions.bracketed import SPOKEN, document_of

AROUND = EventDays(begin=Days(None, SPOKEN), end=Days(SPOKEN, None), kind="span")


def _event(text: str, words: str) -> EventDays:
    start = text.index(words)
    return date_event(document_of(text, day_of(SPOKEN)), start, start + len(words))


def test_an_act_on_a_day_is_a_point() -> None:
    """Begin and end are the same day."""
    monday = day_of(date(2024, 5, 13))
    assert _event("The mayor resigned on Monday.", "resigned") == EventDays(begin=monday, end=monday, kind="point")


def test_a_range_is_a_span_with_its_ends() -> None:
    """The begin lies on the first day, the end on the last."""
    found = _event("The strike lasted from 6 to 8 May.", "strike")
    assert found == EventDays(begin=day_of(date(2024, 5, 6)), end=day_of(date(2024, 5, 8)), kind="span")


def test_a_state_that_holds_spans_the_day_of_speaking() -> None:
    """It began at some day up to now and ends at some day from now on."""
    assert _event("The army controls the port.", "controls") == AROUND


def test_an_undated_act_belongs_to_the_day_of_the_news() -> None:
    """The lead names the day; what is told after it happened then."""
    text = "The mayor resigned on Monday. Crowds cheered in the streets."
    assert _event(text, "cheered").begin == day_of(date(2024, 5, 13))
    assert story_days(document_of("The mayor resigned today.", day_of(SPOKEN))) == day_of(SPOKEN)


def test_a_place_without_words_is_refused() -> None:
    """No token, no event."""
    with pytest.raises(ValueError, match="no words"):
        date_event(document_of("A.", day_of(SPOKEN)), 500, 501)
