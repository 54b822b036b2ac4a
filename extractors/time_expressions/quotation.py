"""Whether a place lies inside somebody's cited words."""

from __future__ import annotations

#: Cited words are looked for in the same paragraph, and at most so many characters back.
_REACH = 1000


def is_in_quotes(text: str, place: int) -> bool:
    """An opening quotation mark stands before ``place`` in its paragraph, and no closing one after it."""
    start = max(text.rfind("\n", max(place - _REACH, 0), place) + 1, place - _REACH)
    before = text[start:place]
    if before.count('"') % 2:
        return True
    return before.rfind("\u201c") > before.rfind("\u201d")
