"""How many days lie between an event and words such as "two days after" or "the day before"."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.time_expressions.chart import Chart
from extractors.time_expressions.lengths import vague_bounds
from extractors.time_expressions.meanings import Base, Duration, Meaning, Relative, Shift
from extractors.time_expressions.slack import counts_of
from extractors.time_expressions.tokens import Tokens, tokenize

#: Least and most days of one unit.
_UNIT_LENGTHS: dict[str, tuple[float, float]] = {
    "second": (0, 0),
    "minute": (0, 0),
    "hour": (0, 1 / 24),
    "day": (1, 1),
    "weekend": (7, 7),
    "week": (7, 7),
    "fortnight": (14, 14),
    "month": (28, 31),
    "quarter": (90, 92),
    "year": (365, 366),
    "decade": (3652, 3653),
    "century": (36524, 36525),
}
_SIGNS = {
    "after": 1,
    "later": 1,
    "from": 1,
    "following": 1,
    "since": 1,
    "afterwards": 1,
    "before": -1,
    "earlier": -1,
    "ahead": -1,
    "prior": -1,
    "previously": -1,
    "ago": -1,
}


#: Words before a length that make it a stretch.
_LASTING = frozenset({"for", "within", "during", "than", "the", "through", "of", "in"})


def offset_of(expression_text: str) -> tuple[int, int] | None:
    """The least and most days from the anchor to the time that ``expression_text`` names.

    The text is a quote with the words that follow it, up to the anchor or beyond: "two days after the vote" gives
    ``(2, 2)``, "the eve of the summit" ``(-1, -1)``, "just days later" ``(1, 6)``. None when it tells no distance, or
    one without a bound ("years later").
    """
    tokens = tokenize(expression_text)
    for match in Chart(tokens).matches():
        for part in match.parts:
            offset = _offset(part.meaning, tokens, part.end)
            if offset is not None:
                return offset
    return None


def distance_told(before: Sequence[str], length: Duration, after: Sequence[str]) -> Shift | None:
    """The time that a length and the words after it name: "eight days after the fall of the fort".

    None where they do not: without an event after them, in a vague number, or when it goes on that long ("for a year
    after the war", "within a week after the vote").
    """
    if len(after) < 2 or after[0] not in {"after", "before"} or not after[1].isalpha() or length.count.is_vague:
        return None
    if length.toward or not _LASTING.isdisjoint(before[-2:]):
        return None
    return Shift(count=length.count, unit=length.unit, sign=_SIGNS[after[0]], base=Base.EVENT, slack=length.slack)


def _offset(meaning: Meaning, tokens: Tokens, end: int) -> tuple[int, int] | None:
    if isinstance(meaning, Shift):
        return _signed(meaning, meaning.sign)
    if isinstance(meaning, Duration):
        sign = _SIGNS.get(tokens.word(end))
        return None if sign is None else _signed(meaning, sign)
    if isinstance(meaning, Relative) and meaning.unit == "day":
        return (meaning.steps, meaning.steps)
    return None


def _signed(told: Shift | Duration, sign: int) -> tuple[int, int] | None:
    if told.count.is_vague:
        least, most = vague_bounds(told.count, told.unit)
        if most is None:
            return None
    else:
        shortest, longest = _UNIT_LENGTHS[told.unit]
        fewest, many = counts_of(told.count.least, told.unit, told.slack)
        least, most = int(fewest * shortest), round(max(many, told.count.most) * longest)
    return (least, most) if sign > 0 else (-most, -least)
