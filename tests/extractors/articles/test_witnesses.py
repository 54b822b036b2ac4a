"""What a page's dates say about each other."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from extractors.articles.witnesses import Witnesses
from extractors.readers.article import DateCandidate
from schemas.enumerations import DateKind, DateRole


def told(kind: DateKind, day: date | None, raw: str = "", instant: datetime | None = None) -> DateCandidate:
    """A candidate that claims to be the day of publication; one with an instant is told in UTC."""
    offset = None if instant is None else 0
    return DateCandidate(
        kind=kind,
        role=DateRole.PUBLISHED,
        raw_text=raw,
        local_day=day,
        instant_at=instant,
        utc_offset_minutes=offset,
    )


@pytest.mark.parametrize(
    ("address", "is_moved"), [(date(2019, 5, 2), True), (date(2024, 1, 2), False), (date(2025, 1, 2), False)]
)
def test_a_stored_day_long_after_the_address_is_that_of_a_move(address: date, is_moved: bool) -> None:
    """Unless the page prints it."""
    stored, url = told(DateKind.METADATA, date(2024, 3, 4)), told(DateKind.URL, address)
    assert (Witnesses([stored, url], ()).address_before(stored) is url) is is_moved
    printed = told(DateKind.MASTHEAD, date(2024, 3, 4))
    assert Witnesses([stored, url, printed], ()).address_before(stored) is None


@pytest.mark.parametrize(("printed", "is_twin"), [(5, True), (4, False), (6, False)])
def test_a_day_in_utc_gives_way_to_the_publishers_own(printed: int, is_twin: bool) -> None:
    """A day that some clock of the world showed at that instant; not when the page prints the day in UTC, too."""
    stored = told(DateKind.METADATA, date(2024, 3, 4), instant=datetime(2024, 3, 4, 23, tzinfo=UTC))
    shown = told(DateKind.MASTHEAD, date(2024, 3, printed))
    assert (Witnesses([stored, shown], ()).local_twin(stored) is shown) is is_twin


def test_a_day_that_cannot_be_swapped_has_no_printed_swap() -> None:
    """There is no 13th month, and 4 April is its own swap."""
    for day, printed, is_swap in (((3, 5), (5, 3), True), ((13, 5), (5, 3), False), ((4, 4), (4, 4), False)):
        stored = told(DateKind.METADATA, date(2024, day[1], day[0]))
        shown = told(DateKind.MASTHEAD, date(2024, printed[1], printed[0]))
        assert (Witnesses([stored, shown], ()).printed_swap(stored) is shown) is is_swap
