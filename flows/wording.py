"""Days and quotes as people write them."""

from __future__ import annotations

from datetime import date


def days(first: date | None, last: date | None) -> str:
    """An interval of days in words; null is unbounded on that side."""
    if first is None and last is None:
        return "no day"
    if first == last:
        return str(first)
    if first is None:
        return f"until {last}"
    return f"from {first}" if last is None else f"{first} .. {last}"


def since(first: date | None, last: date | None) -> str:
    """When something began to hold that began on one of these days; null is unbounded on that side."""
    if first is None and last is None:
        return "since a day not told"
    if first == last:
        return f"since {first}"
    if first is None:
        return f"by {last}"
    return f"since {first} or later" if last is None else f"since a day from {first} to {last}"


def distance(least: int | None, most: int | None) -> str:
    """A number of days, bounded on one side or both; "any number of days" when on neither."""
    if least is None and most is None:
        return "any number of days"
    if least is None:
        return f"at most {most} days"
    if most is None:
        return f"at least {least} days"
    return f"{least} days" if least == most else f"{least} to {most} days"


def quoted(text: str) -> str:
    """``text`` on one line in quotation marks; marks that it brings along are not doubled."""
    words = " ".join(text.split())
    return words if words[:1] in '“"' and words[-1:] in '”"' else f"“{words}”"
