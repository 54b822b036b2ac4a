"""What became of an event by all reports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.calendar.reports import Report, Source
from extractors.calendar.standing import latest_agreed, standing_of
from extractors.calendar.telling import happening
from extractors.days import Days
from schemas.enumerations import IntervalKind, Status
from tests.extractors.calendar.corpus import article, day, mention


def report(number: int, status: Status, first: str = "2024-05-01", last: str | None = None) -> Report:
    row = mention(f"a{number}:1", first, last, status=status)
    published = article(f"a{number}", [], published=f"2024-03-{number:02d}").article
    return Report(row, published, Source(published.article_id, 5), is_timed=True, is_relative=False, is_related=False)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([Status.PLANNED, Status.OCCURRED], Status.OCCURRED),
        ([Status.OCCURRED, Status.PLANNED], Status.OCCURRED),
        ([Status.OCCURRED, Status.CANCELED], Status.CANCELED),
        ([Status.CANCELED, Status.PLANNED], Status.PLANNED),
        ([Status.CANCELED, Status.PROPOSED], Status.CANCELED),
        ([Status.PLANNED, Status.RUMORED], Status.PLANNED),
        ([Status.OCCURRED, Status.ONGOING], Status.ONGOING),
        ([Status.OCCURRED, Status.DENIED], Status.OCCURRED),
        ([Status.RUMORED, Status.DENIED], Status.DENIED),
    ],
)
def test_latest_word_counts_unless_it_is_too_weak(told: list[Status], expected: Status) -> None:
    """One article after the other; the last strong word stands."""
    assert standing_of([report(number, status) for number, status in enumerate(told, 1)]).status is expected


def test_newer_day_in_one_article_beats_the_one_called_off() -> None:
    """An article that calls off one day and names a later one tells of a plan."""
    both = [report(1, Status.CANCELED, "2024-05-01"), report(1, Status.PLANNED, "2024-06-01")]
    assert standing_of(both).status is Status.PLANNED


def test_newest_plan_is_sharpened_only_by_what_agrees() -> None:
    """A plan for May, sharpened by an older plan for a day in May, not by one for April."""
    plans = [
        report(1, Status.PLANNED, "2024-04-02"),
        report(2, Status.PLANNED, "2024-05-09"),
        report(3, Status.PLANNED, "2024-05-01", "2024-05-31"),
    ]
    assert latest_agreed(plans) == Days(day("2024-05-09"), day("2024-05-09"))


def test_one_odd_word_does_not_undo_what_many_tell() -> None:
    """Three sources and more for each that says otherwise; fewer are undone by a later word."""
    many = [report(number, Status.OCCURRED) for number in range(1, 5)]
    assert standing_of([*many[:3], report(9, Status.NEGATED)]).status is Status.OCCURRED
    assert standing_of([*many[:2], report(9, Status.NEGATED)]).status is Status.NEGATED
    assert standing_of([*many, report(8, Status.CANCELED), report(9, Status.CANCELED)]).status is Status.CANCELED


def test_a_stretch_needs_a_good_part_of_the_sources() -> None:
    """One of nine who tells of a truce as of days that it filled does not make it one without an end."""
    several = [report(number, Status.OCCURRED) for number in range(1, 9)]
    stretch = replace(several[0], mention=replace(several[0].mention, interval_kind=IntervalKind.THROUGHOUT))
    reports = [stretch, *several[1:]]
    assert not happening("truce", reports, standing_of(reports)).is_stretch
    assert happening("truce", reports[:3], standing_of(reports[:3])).is_stretch
