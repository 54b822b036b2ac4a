"""Cuts the quote that shows a span of a body: the sentence around it, short enough to be read."""

from __future__ import annotations

import re

#: A longer sentence is cut to a window around the span.
MOST_CHARACTERS = 400
LEAST_WORDS = 3

#: So far back the begin of a sentence is looked for.
_FAR = 2000

# "Nov. 4" goes on, and so does what a small letter follows
_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[^\sa-z0-9])|\n\s*\n")


def quote_around(body_text: str, start: int, end: int, sentence: str | None = None) -> tuple[int, int]:
    """Start and end of the sentence of ``body_text`` that holds the span, at most 400 characters of it.

    ``sentence`` is its wording where that is known. A sentence of less than three words takes the next one with it.
    """
    place = body_text.rfind(sentence, 0, start + len(sentence)) if sentence else -1
    if sentence and place >= 0 and end <= place + len(sentence):
        first, last = place, place + len(sentence)
    else:
        first, last = _begin(body_text, start), _finish(body_text, end)
    if len(body_text[first:last].split()) < LEAST_WORDS:
        last = _finish(body_text, min(last + 2, len(body_text)))
    if last - first > MOST_CHARACTERS:
        first, last = _window(body_text, first, last, (start + end) // 2)
    return _trimmed(body_text, first, last)


def _begin(body_text: str, start: int) -> int:
    """Where the sentence begins: after the last end of a sentence before ``start``."""
    # one letter more, for an end is known by what follows it
    found = (match.end() for match in _END.finditer(body_text, max(0, start - _FAR), start + 1))
    return max((end for end in found if end <= start), default=max(0, start - _FAR))


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
