"""Machine-written stamps."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.readers.stamps import read_stamp


@pytest.mark.parametrize(
    ("raw", "day", "offset"),
    [
        ("2022-09-05T23:12:00-04:00", date(2022, 9, 5), -240),
        ("2020-12-05T23:15:0Z", date(2020, 12, 5), 0),
        ("2022-11-09 14:20:00", date(2022, 11, 9), None),
        ("20221109", date(2022, 11, 9), None),
        ("Tue, 13 Sep 2022 06:45:00 +0000", date(2022, 9, 13), 0),
        ("Mon, 12 Dec 2022 23:30:00 MSK", date(2022, 12, 12), 180),
        ("Mon, 12 Dec 2022 23:30:00 QQT", date(2022, 12, 12), None),
        ("December 12, 2022 11:30 PM EST", date(2022, 12, 12), -300),
        ("3. März 2024", date(2024, 3, 3), None),
    ],
)
def test_the_day_is_the_one_written(raw: str, day: date, offset: int | None) -> None:
    """Whatever the offset, the civil day is not moved; an unknown zone gives no offset."""
    stamp = read_stamp(raw)
    assert stamp is not None
    assert (stamp.local_day, stamp.utc_offset_minutes) == (day, offset)
    assert (stamp.instant_at is None) == (offset is None)


@pytest.mark.parametrize("raw", ["", "soon", "0001-01-01T00:00:00Z", "2022-13-45", "31 June 2022", "March 2022"])
def test_what_is_no_complete_day_is_none(raw: str) -> None:
    """Nothing is filled in, and databases' way of saying "never" is understood."""
    assert read_stamp(raw) is None


@given(st.text(max_size=60))
def test_any_text_is_survived(raw: str) -> None:
    """Feeds hold anything."""
    read_stamp(raw)


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(-14 * 60, 14 * 60))
def test_offsets_never_move_the_day(day: date, minutes: int) -> None:
    """For every day and every offset."""
    sign, rest = ("-", -minutes) if minutes < 0 else ("+", minutes)
    stamp = read_stamp(f"{day.isoformat()}T23:59:00{sign}{rest // 60:02}:{rest % 60:02}")
    assert stamp is not None
    assert (stamp.local_day, stamp.utc_offset_minutes) == (day, minutes)
