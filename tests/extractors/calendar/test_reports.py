"""Claims as the calendar weighs them."""

from __future__ import annotations

import pytest

from extractors.calendar.reports import Source, reports_of
from schemas.enumerations import DayRole, Precision, Status
from tests.extractors.calendar.corpus import article, mention

PAST = "“Nov. 20”, in a clause about the past, is 2025-11-20"


@pytest.mark.parametrize(
    ("trigger", "first", "last", "explanation", "expected"),
    [
        # a noun presupposes what is still to come
        ("midterms", "2026-01-01", "2026-12-31", "a year", Status.PLANNED),
        ("trial", "2025-11-20", None, "a day", Status.PLANNED),
        # a day that the tense puts into the past: the words and the day of the page contradict each other
        ("report", "2025-11-20", None, PAST, Status.OCCURRED),
        ("resigned", "2026-01-01", "2026-01-31", "a month", Status.OCCURRED),
        # the days are over
        ("midterms", "2024-01-01", "2024-12-31", "a year", Status.OCCURRED),
    ],
)
def test_what_a_noun_presupposes_for_later_days_is_planned(
    trigger: str, first: str, last: str | None, explanation: str, expected: Status
) -> None:
    """Whatever the tense around it."""
    precision = Precision.DAY if last is None else Precision.RANGE
    claim = mention("a:1", first, last, trigger=trigger, explanation=explanation, precision=precision)
    corpus = article("a", [claim], published="2025-11-10")
    told = reports_of(corpus, Source("a", 5))["a:1"].mention
    assert told.status is expected
    assert told.day_role is (DayRole.PLAN if expected is Status.PLANNED else DayRole.EVENT)
