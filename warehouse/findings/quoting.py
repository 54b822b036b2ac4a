"""Cuts the quote that shows a span of a body: the sentence around it, short enough to be read."""

from __future__ import annotations

import re

#: A longer sentence is cut to a window around the span.
MOST_CHARACTERS = 400
LEAST_WORDS = 3

_END = re.compile(r"[.!?][\"'”’)]*\s|\n\s*\n")


def quote_around(body_text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of the sentence of ``body_text`` that holds the span, at most 400 characters of it.

    A sentence of less than three words takes the next one with it.
    """
    first, last = _begin(body_text, start), _finish(body_text, end)
    if len(body_text[first:last].split()) < LEAST_WORDS:
        last = _finish(body_text, min(last + 2, len(body_text)))
    if last - first > MOST_CHARACTERS:
        first, last = _window(body_text, first, last, (start + end) // 2)
    return _trimmed(body_text, first, last)


def _begin(body_text: str, start: int) -> int:
    """Where the sentence begins: after the last end of a sentence before ``start``."""
    ends = [match.end() for match in _END.finditer(body_text, max(0, start - 2000), start)]
    return ends[-1] if ends else max(0, start - 2000)


def _finish(body_text: str, end: int) -> int:
    match = _END.search(body_text, max(end - 1, 0))
    return len(body_text) if match is None else match.end()


def _window(body_text: str, first: int, last: int, middle: int) -> tuple[int, int]:
    left = max(first, min(middle - MOST_CHARACTERS // 2, last - MOST_CHARACTERS))
    right = min(last, left + MOST_CHARACTERS)
    if left > first:
        left = body_text.find(" ", left, middle) + 1 or left
    if right < last:
        right = max(body_text.rfind(" ", middle, right), middle)
    return left, right


def _trimmed(body_text: str, first: int, last: int) -> tuple[int, int]:
    quote = body_text[first:last]
    return first + len(quote) - len(quote.lstrip()), last - len(quote) + len(quote.rstrip())
