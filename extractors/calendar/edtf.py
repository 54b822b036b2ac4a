"""Days in EDTF (ISO 8601-2), the library world's notation for uncertain dates."""

from __future__ import annotations

from extractors.days import Days, precision_of
from schemas.enumerations import Precision

#: EDTF's codes for the seasons, by the first month of the season.
_SEASONS = {3: 21, 6: 22, 9: 23, 12: 24}


def edtf_of(days: Days) -> str:
    """``days`` as an EDTF level 1 unit or interval: ``2025-08``, ``2022-23``, ``../2025-08-15``; ``..`` = any day."""
    if days.first is None and days.last is None:
        return ".."
    if days.first is None or days.last is None:
        first = ".." if days.first is None else days.first.isoformat()
        last = ".." if days.last is None else days.last.isoformat()
        return f"{first}/{last}"
    unit = _unit(precision_of(days), days)
    return unit or f"{days.first.isoformat()}/{days.last.isoformat()}"


def _unit(precision: Precision, days: Days) -> str | None:
    first = days.first
    assert first is not None  # noqa: S101 - open intervals were told apart by the caller
    match precision:
        case Precision.DAY:
            return first.isoformat()
        case Precision.MONTH:
            return f"{first.year:04d}-{first.month:02d}"
        case Precision.SEASON:
            return f"{first.year:04d}-{_SEASONS[first.month]}"
        case Precision.YEAR:
            return f"{first.year:04d}"
        case Precision.DECADE:
            return f"{first.year // 10:03d}X"
        case _:
            return None
