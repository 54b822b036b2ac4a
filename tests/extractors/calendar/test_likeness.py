"""Which disagreements are worth a reader's time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from extractors.calendar.likeness import is_worth_telling, telling_words
from extractors.calendar.reports import Report, Source
from schemas.enumerations import EventType, Precision
from tests.extractors.calendar.corpus import article, mention


def report(first: str, last: str | None = None, *, is_relative: bool = False, **changes: object) -> Report:
    row = mention("a:1", first, last, **changes)
    told = article("a", []).article
    return Report(row, told, Source("a", 5), is_timed=True, is_relative=is_relative, is_related=False)


def _of(article_id: str, told: Report) -> Report:
    return replace(told, article=article(article_id, []).article)


def test_times_and_first_words_tell_nothing() -> None:
    """Names and large numbers do; days, months, years and the word that opens the sentence do not."""
    assert telling_words("Police held Ada's man, 34, at Marlow on Friday 3 May 2024.") == {"ada", "34", "marlow"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (report("2024-05-03"), report("2024-05-04"), True),
        # a weekday that one article read a week off
        (report("2024-05-03", is_relative=True), report("2024-05-10"), False),
        # loosely told years
        (
            report("2020-01-01", "2020-12-31", precision=Precision.YEAR),
            report("2021-01-01", "2021-12-31", precision=Precision.YEAR),
            False,
        ),
        # nothing in common
        (report("2024-05-03"), report("2024-05-04", sentence="Some talks were held."), False),
        # one name in common is too little for what happens every day
        (
            report("2024-05-03", event_type=EventType.DEATH, trigger="died", sentence="Two died in Quellin."),
            report("2024-05-04", event_type=EventType.DEATH, trigger="died", sentence="A man died in Quellin."),
            False,
        ),
    ],
)
def test_only_likely_contradictions_are_told(one: Report, other: Report, *, expected: bool) -> None:
    """A finding is made where both claims surely mean one happening."""
    assert is_worth_telling(one, other, {}) is expected


_FIRST = "A blast tore through the Marlow mill in Quellin. Ada Finch of the Weavers said so."
_SECOND = "The works of the Marlow mill in Quellin are shut since the explosion, Ada Finch said."


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        (("", ""), False),
        ((_FIRST, _SECOND), True),
        ((_FIRST, _SECOND * 60), False),
        ((_FIRST, "A blast was heard in Torvan, said Lena Moor of the Lissa Courier."), False),
    ],
    ids=["nothing known", "one story", "too long to be sure", "another story"],
)
def test_short_articles_of_one_story_mean_one_happening(bodies: tuple[str, str], *, expected: bool) -> None:
    """Sentences without a name in common are of one thing where the articles share most of their names."""
    what: dict[str, Any] = {"event_type": EventType.ACCIDENT, "event_mode": "crash"}
    one = report("2024-05-03", trigger="blast", sentence="The blast killed two.", **what)
    other = _of("b", report("2024-05-04", trigger="explosion", sentence="It was an explosion.", **what))
    assert is_worth_telling(one, other, dict(zip("ab", bodies, strict=True))) is expected
