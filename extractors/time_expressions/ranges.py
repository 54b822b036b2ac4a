"""Two expressions that tell the ends of one stretch: "from 19 to 21 February", "Monday to Wednesday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from schemas import TimeExpression

#: Words between the ends that make a range by themselves.
_JOINING = re.compile(r"\s*(?:-|–|—|to|through|till|until|thru|up to|and until)(?:\s+the)?\s*", re.IGNORECASE)
#: Words between the ends that make a range after "between".
_AND = re.compile(r"\s*(?:and|&)(?:\s+the)?\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween(?:\s+the)?\s*\Z", re.IGNORECASE)
_LONGEST_JOIN = 16
#: How far before the first end "between" is looked for.
_LOOK_BACK = 16


def find_ranges(text: str, expressions: Sequence[TimeExpression]) -> list[tuple[TimeExpression, TimeExpression]]:
    """Pairs of neighbouring expressions of ``text`` that are the first and the last part of one stretch.

    ``expressions`` are those that ``find`` gave for ``text``, in order. The stretch runs from the first day of the
    first to the last day of the second; a pair whose days run backwards is no range.
    """
    return [(first, last) for first, last in pairwise(expressions) if _is_range(text, first, last)]


def _is_range(text: str, first: TimeExpression, last: TimeExpression) -> bool:
    if first.sentence_number != last.sentence_number or last.start_offset - first.end_offset > _LONGEST_JOIN:
        return False
    if first.first_day is None or last.last_day is None or last.last_day < first.first_day:
        return False
    between = text[first.end_offset : last.start_offset]
    if _JOINING.fullmatch(between):
        return True
    before = text[max(first.start_offset - _LOOK_BACK, 0) : first.start_offset]
    return _AND.fullmatch(between) is not None and _BETWEEN.search(before) is not None
