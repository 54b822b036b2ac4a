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
    """How far one day lies from another one, whose name follows: "1 to 6 days after", "not before", ..."""
    if (least, most) in _PLAIN:
        return _PLAIN[least, most]
    if most is not None and most < 0:
        return _between(-most, None if least is None else -least) + " before"
    if least is not None and least > 0:
        return _between(least, most) + " after"
    if least is None:
        return f"at most {_days(most or 0)} after"
    return f"at most {_days(-least)} before" + ("" if most is None else f" and at most {_days(most)} after")


_PLAIN = {(None, None): "any day from", (0, None): "not before", (None, 0): "not after", (0, 0): "the same day as"}


def _between(least: int, most: int | None) -> str:
    if most is None:
        return f"at least {_days(least)}"
    return _days(least) if least == most else f"{least} to {_days(most)}"


def _days(count: int) -> str:
    return f"{count} day" + ("" if count == 1 else "s")


def quoted(text: str) -> str:
    """``text`` on one line in quotation marks; marks that it brings along are not doubled."""
    words = " ".join(text.split())
    return words if words[:1] in '“"' and words[-1:] in '”"' else f"“{words}”"
