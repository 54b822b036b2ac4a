"""Words that bound the day an article speaks from, whatever its masthead says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.claims import ReferenceClue
from schemas import TimeExpression


def find_clues(
    title: str | None, body_text: str, time_expressions: Sequence[TimeExpression]
) -> tuple[ReferenceClue, ...]:
    """The clues in one article, by offset; ``time_expressions`` are resolved without any reference day."""
    del title
    return tuple(_clues(body_text, time_expressions))


def _clues(body_text: str, time_expressions: Iterable[TimeExpression]) -> Iterable[ReferenceClue]:
    del body_text, time_expressions
    return ()
