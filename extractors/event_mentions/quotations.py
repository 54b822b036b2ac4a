"""Where the direct quotations of a text stand."""

from __future__ import annotations

import bisect
import re

_PARAGRAPH = re.compile(r"\n\s*\n")
_OPENING = "“„«"
_CLOSING = "”»"
#: A quoted stretch shorter than this many words is a term, not a quotation.
_LEAST_WORDS = 4


class Quotations:
    """The quoted stretches of ``text`` in order; a quotation left open runs to the end of its paragraph."""

    def __init__(self, text: str) -> None:
        self._spans: list[tuple[int, int]] = []
        start = 0
        for end in [*(match.start() for match in _PARAGRAPH.finditer(text)), len(text)]:
            self._spans += _in_paragraph(text, start, end)
            start = end
        self._starts = [span[0] for span in self._spans]

    def holding(self, offset: int) -> tuple[int, int] | None:
        """The quotation that holds ``offset``, or None."""
        number = bisect.bisect_right(self._starts, offset) - 1
        if number >= 0 and offset < self._spans[number][1]:
            return self._spans[number]
        return None

    def before(self, span: tuple[int, int], reach: int) -> tuple[int, int] | None:
        """The quotation that ends less than ``reach`` characters before ``span`` begins, or None."""
        number = bisect.bisect_left(self._starts, span[0]) - 1
        if number >= 0 and span[0] - self._spans[number][1] < reach:
            return self._spans[number]
        return None


def _in_paragraph(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans, opened = [], None
    for i in range(start, end):
        letter = text[i]
        if opened is None and (letter in _OPENING or letter == '"'):
            opened = i
        elif opened is not None and (letter in _CLOSING or letter == '"'):
            spans.append((opened, i + 1))
            opened = None
    if opened is not None:
        spans.append((opened, end))
    return [span for span in spans if len(text[slice(*span)].split()) >= _LEAST_WORDS]
