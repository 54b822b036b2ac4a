"""What everybody knows dates claims whose article gives no time."""

from __future__ import annotations

from extractors.claims import ReferenceClue
from extractors.days import Days
from schemas.enumerations import EventType
from tests.extractors.calendar.corpus import article, day, solved, untimed


def test_inauguration_is_on_the_day_the_term_began() -> None:
    """The newest term of the holder whom the sentence names, begun by the day of the words."""
    claim = untimed(
        "a:1",
        None,
        "2015-03-01",
        event_type=EventType.INAUGURATION,
        trigger="inauguration",
        sentence="Crowds filled the streets after the inauguration of Barack Obama.",
    )
    (event,) = solved([article("a", [claim], published="2015-03-01")], {"oath": ["a:1"]}).events
    assert (event.first_day, event.last_day) == (day("2009-01-20"), day("2009-01-20"))


def test_since_the_inauguration_bounds_what_is_counted() -> None:
    """Visits counted since an inauguration lie after it."""
    sentence = "The envoy visited the island since Obama's inauguration."
    start = sentence.index("since")
    clue = ReferenceClue(
        days=Days(day("2009-01-20"), day("2017-01-19")),
        rule="since the inauguration",
        quote=sentence[start:-1],
        start_offset=start,
        end_offset=len(sentence) - 1,
    )
    claim = untimed("a:1", None, "2015-03-01", trigger="visited", sentence=sentence)
    (event,) = solved([article("a", [claim], published="2015-03-01", clues=[clue])], {"visits": ["a:1"]}).events
    assert (event.first_day, event.last_day) == (day("2009-01-20"), day("2015-03-01"))


def test_end_of_year_occasion_is_of_december() -> None:
    """And what was said during a campaign was said by election day."""
    conference = untimed(
        "a:1",
        None,
        "2025-01-15",
        trigger="press conference",
        sentence="He repeated it at his recent end-of-year press conference.",
    )
    promise = untimed(
        "a:2", None, "2025-01-15", trigger="promised", sentence="During his campaign, Biden promised a treaty."
    )
    corpus = article("a", [conference, promise], reference=("2024-12-20", "2025-01-15"))
    found = {row.event_id: row for row in solved([corpus], {"conference": ["a:1"], "promise": ["a:2"]}).events}
    assert (found["conference"].first_day, found["conference"].last_day) == (day("2024-12-01"), day("2024-12-31"))
    assert found["promise"].last_day == day("2020-11-03")
