"""Days in EDTF."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.calendar.edtf import edtf_of
from extractors.days import ANY_DAY, Days, day_of, month, months, year


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (day_of(date(2025, 8, 15)), "2025-08-15"),
        (month(2025, 8), "2025-08"),
        (months(2022, 9, 3), "2022-23"),
        (months(2023, 12, 3), "2023-24"),
        (year(1990), "1990"),
        (Days(date(1990, 1, 1), date(1999, 12, 31)), "199X"),
        (Days(date(2025, 8, 18), date(2025, 8, 24)), "2025-08-18/2025-08-24"),
        (Days(None, date(2025, 8, 15)), "../2025-08-15"),
        (Days(date(2025, 8, 15), None), "2025-08-15/.."),
        (ANY_DAY, ".."),
    ],
)
def test_each_precision_has_its_notation(days: Days, expected: str) -> None:
    """Units where EDTF has one, else intervals; an open side is two dots."""
    assert edtf_of(days) == expected
