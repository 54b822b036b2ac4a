"""Lengths of time tied to a day."""

from __future__ import annotations

from datetime import date

from extractors.days import Days, day_of
from extractors.time_expressions.lengths import span_of
from extractors.time_expressions.meanings import Count, Duration


def test_spans() -> None:
    """A length that ends or begins today; one that is tied to nothing has no days."""
    three = Count(3, 3)
    past = span_of(Duration(count=three, unit="month", toward=-1), day_of(date(2024, 5, 31)))
    assert past == Days(date(2024, 2, 29), date(2024, 5, 31))
    assert span_of(Duration(count=three, unit="month"), day_of(date(2024, 2, 14))) is None
