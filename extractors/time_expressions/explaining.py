"""Why an expression means its days, in words a reader can check."""

from __future__ import annotations

from extractors.days import Days
from extractors.time_expressions.found import Found
from extractors.time_expressions.resolve import Settled
from schemas.enumerations import Anchor


def quoted(text: str, found: Found) -> str:
    """The words of ``found`` between quotation marks, on one line."""
    return "\u201c" + " ".join(text[found.start : found.end].split()) + "\u201d"


def told(days: Days | None) -> str:
    """Days in words: one day, from a day to a day, or one side only."""
    if days is None:
        return "unknown"
    if days.first == days.last:
        return str(days.first)
    if days.first is None:
        return f"up to {days.last}"
    return f"from {days.first} on" if days.last is None else f"from {days.first} to {days.last}"


_TENSES = {-1: "in a clause about the past", 0: "in a clause without a clear tense", 1: "in a clause about the future"}


def explain(text: str, reference: Days | None, found: Found, settled: Settled, anchor: Anchor) -> str:
    """Why ``found`` means these days, in words a reader can check."""
    head = quoted(text, found)
    if settled.value.startswith("BC"):
        return f"{head} lies before our era, for which there are no civil days here"
    if settled.days is None:
        missing = {Anchor.EVENT: "the event it names", Anchor.EXPRESSION: "an earlier date of the text"}
        return f"{head} counts from {missing.get(anchor, 'a day of speaking that is not known')}"
    if anchor is Anchor.NONE:
        return f"{head} names {told(settled.days)}"
    if anchor is Anchor.EXPRESSION:
        return f"{head}, counted from the date told before it, is {told(settled.days)}"
    tense = _TENSES[max(min(found.tense, 1), -1)]
    return f"{head}, {tense}, spoken {told(reference)}, is {told(settled.days)}. {found.pattern.meaning}"
