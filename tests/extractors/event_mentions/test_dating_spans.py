from __future__ import annotations

from datetime import date

import pytest

from extractors.days import Days, day_of
from extractors.event_mentions import date_event
from extractors.event_mentions.dating_spans import date_spans
from extractors.event_mentions.dating_story import story_days
from extractors.event_mentions.document import EventDays
from extractors.lexicons import load
from tests.extractors.event_mentions.bracketed import SPOKEN, document_of

NEWS = EventDays(begin=day_of(SPOKEN), end=day_of(SPOKEN), kind="point")
AROUND = EventDays(begin=Days(None, SPOKEN), end=Days(SPOKEN, None), kind="span")


def _event(text: str, words: str) -> EventDays:
    start = text.index(words)
    return date_event(document_of(text, day_of(SPOKEN)), start, start + len(words))


def _event_among(text: str, words: list[str]) -> list[EventDays]:
    spans = [(text.index(word), text.index(word) + len(word)) for word in words]
    return date_spans(document_of(text, day_of(SPOKEN)), spans)


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


def _shape_of(text: str) -> str:
    words = text[text.index("[") + 1 : text.index("]")]
    found = _event(text.replace("[", "").replace("]", ""), words)
    return {AROUND: "around", NEWS: "news"}.get(found, str(found))


_EXAMPLES = [example for entries in load("dating_spans").values() for entry in entries for example in entry["examples"]]


@pytest.mark.parametrize("example", _EXAMPLES, ids=[e["text"] for e in _EXAMPLES])
def test_every_entry_lies_around_the_news_as_its_example_says(example: dict[str, str]) -> None:
    """What lasts is around the day of speaking, what begins or goes on is the news."""
    assert _shape_of(example["text"]) == example["shape"]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("The envoy declined to [discuss] the plan.", "news"),
        ("Prices continue to [fall].", "around"),
        ("The mayor does not [know] the answer.", "news"),
        ("Officials are [warning] hikers of snow.", "news"),
        ("The band played as the minister [arrived].", "news"),
    ],
)
def test_undated_words_lie_around_the_news_by_their_clause(text: str, shape: str) -> None:
    """Complements that are told as facts share the place of the verb above them; what is simultaneous is news."""
    assert _shape_of(text) == shape


def test_what_is_going_to_be_lies_ahead() -> None:
    """An infinitive after "going to" does not share the present of "going"."""
    ahead = Days(SPOKEN, None)
    assert _event("The firm is going to close the plant.", "close").begin == ahead


def test_an_act_keeps_the_one_day_that_another_sentence_gives_it() -> None:
    """A noun or a past verb of the same stem is the same event, unless it is told as another one."""
    text = "Troops invaded the island on 3 May. The invasion surprised the town. Another invasion failed."
    invasion = day_of(date(2024, 5, 3))
    assert _event_among(text, ["invaded", "invasion"])[1].begin == invasion
    start = text.index("Another invasion") + len("Another ")
    document = document_of(text, day_of(SPOKEN))
    spans = [(text.index("invaded"), text.index(" the island")), (start, start + len("invasion"))]
    assert date_spans(document, spans)[1].begin == day_of(SPOKEN)


def test_an_act_with_two_days_is_not_called_up() -> None:
    """Where the article tells two such acts, a third word for one of them names neither day."""
    text = "He was robbed on 3 May and robbed again on 7 May. The robbery shocked him."
    second = text.index("robbed again")
    first = text.index("robbed")
    third = text.index("robbery")
    spans = [(first, first + 6), (second, second + 6), (third, third + 7)]
    found = date_spans(document_of(text, day_of(SPOKEN)), spans)
    assert found[0].begin != found[1].begin
    assert found[2].begin == day_of(SPOKEN)


def test_a_place_without_words_is_refused() -> None:
    """No token, no event."""
    with pytest.raises(ValueError, match="no words"):
        date_event(document_of("A.", day_of(SPOKEN)), 500, 501)


def test_a_main_clause_that_has_told_is_the_news() -> None:
    """The perfect of telling is the news; the perfect of other acts is some day before."""
    assert _shape_of("The minister has [promised] to resign.") == "news"
    assert _event("The firm has built two ships.", "built").end == Days(None, SPOKEN)


def test_what_may_have_been_is_before_the_news() -> None:
    """A modal perfect is of the past, whenever that was."""
    assert _event("The driver must have missed the sign.", "missed").begin == Days(None, SPOKEN)
