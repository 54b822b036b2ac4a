"""What the words right before and after an expression add to its meaning."""

from __future__ import annotations

from dataclasses import replace

from extractors.time_expressions.found import Found
from extractors.time_expressions.meanings import Calendar, Relative, Shift

_ARTICLES = frozenset({("the",), ("its",), ("his",), ("her",), ("their",), ("a",)})
_NO_NOUNS = frozenset(
    {"and", "or", "to", "of", "in", "at", "on", "by", "for", "from", "with", "through", "until", "as"}
)


def as_placed(found: Found, meaning: Calendar | Relative | Shift) -> Calendar | Relative | Shift:
    """What the words right before and after add to the meaning."""
    if not isinstance(meaning, Calendar):
        return meaning
    if meaning.daypart == "NI" and found.before[-1:] == ("by",):
        meaning = replace(meaning, part="late")  # done by a night is done on its day
    return replace(meaning, is_modifier=True) if meaning.month is not None and _is_modifier(found) else meaning


def _is_modifier(found: Found) -> bool:
    """It stands between an article and a noun: "the November vote"."""
    after = found.after[0] if found.after else ""
    return found.before[-1:] in _ARTICLES and after.isalpha() and after not in _NO_NOUNS
