"""Where the time expressions of a text are, and, through the rules of :mod:`resolve`, what days they mean."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Hashable
from datetime import date
from typing import Any, TypeVar

from extractors import sentences
from extractors.days import Days, day_of
from extractors.time_expressions.chart import Chart
from extractors.time_expressions.clock_days import with_told_days
from extractors.time_expressions.consensus import Consensus
from extractors.time_expressions.found import Found, Outcome
from extractors.time_expressions.known_days import KnownDays
from extractors.time_expressions.page import PageTraits, traits_of
from extractors.time_expressions.periods import with_told_ends
from extractors.time_expressions.scene import Scene
from extractors.time_expressions.tense import tense_at
from extractors.time_expressions.tokens import tokenize
from schemas import TimeExpression

#: A longer sentence is matched in pieces, so that memory stays small on text that is none.
_LONGEST_STRETCH = 20_000
Same = TypeVar("Same", bound=Hashable)


def find(text: str, reference: Days | date | None, *, article_id: str = "") -> list[TimeExpression]:
    """Every time expression of ``text``, in order, with its days counted from ``reference``.

    ``reference`` is the day the text speaks from. When it is an interval, the days of relative expressions are the
    exact interval of all possibilities; when it is None they are null. Offsets are code points; a quote leaves out
    prepositions. Takes time linear in the length of the text and uses no language model.
    """
    base = day_of(reference) if isinstance(reference, date) else reference
    once = _Once()
    found = _recognise(text, once)
    certain = [one for one in found if not any(guard.startswith("in_") for guard in one.pattern.guards)]
    traits = traits_of(text, [(one.meaning, text[one.start : one.end]) for one in certain], base)
    scene, consensus = Scene(text, base, traits), Consensus(found)
    known = KnownDays(text, found, is_history=traits.is_history)
    rows = []
    while found:  # each is let go once it is resolved: a text of nothing but dates holds many
        one = found.popleft()
        if _belongs(one, traits):
            rows.append(_row(text, article_id, one, scene.resolve(known.applied(consensus.applied(one), base)), once))
    return with_told_ends(text, with_told_days(text, rows))


class _Once:
    """Keeps equal values once, so that what a long text says again and again takes no memory again."""

    def __init__(self) -> None:
        self._kept: dict[Any, Any] = {}

    def __call__(self, value: Same) -> Same:
        """``value``, or the equal one that came first."""
        kept: Same = self._kept.setdefault(value, value)
        return kept


def _belongs(found: Found, traits: PageTraits) -> bool:
    """Some patterns hold only in histories."""
    guards = found.pattern.guards
    return ("in_history" not in guards or traits.is_history) and (
        "in_ancient_history" not in guards or traits.is_ancient
    )


def _recognise(text: str, once: _Once) -> deque[Found]:
    found: deque[Found] = deque()
    for number, (start, end) in enumerate(sentences.split(text)):
        for begin in range(start, end, _LONGEST_STRETCH):
            found += _recognise_in(text, number, (begin, min(begin + _LONGEST_STRETCH, end)), once)
    return found


def _recognise_in(text: str, number: int, bounds: tuple[int, int], once: _Once) -> list[Found]:
    tokens = tokenize(text, *bounds)
    found = []
    for match in Chart(tokens).matches():
        tense = tense_at(tokens, match.parts[0].start, match.end)
        for part in match.parts:
            before = tokens.words[max(part.start - 4, 0) : part.start]
            after = tokens.words[part.end : part.end + 4]
            found.append(
                Found(
                    start=tokens.starts[part.start],
                    end=tokens.ends[part.end - 1],
                    sentence=number,
                    pattern=match.pattern,
                    meaning=once(part.meaning),
                    tense=tense,
                    before=once(tuple(before)),
                    after=once(tuple(after)),
                )
            )
    return found


def _row(text: str, article_id: str, found: Found, outcome: Outcome, once: _Once) -> TimeExpression:
    days = outcome.days
    return TimeExpression(
        time_expression_id=expression_id(article_id, found.start, found.end),
        article_id=article_id,
        sentence_number=found.sentence,
        start_offset=found.start,
        end_offset=found.end,
        quote=once(text[found.start : found.end]),
        timex_type=outcome.timex_type,
        timex_value=once(outcome.value),
        anchor=outcome.anchor,
        first_day=None if days is None else days.first,
        last_day=None if days is None else days.last,
        precision=outcome.precision,
        date_rule=found.pattern.name,
        explanation=once(outcome.explanation),
    )


def expression_id(article_id: str, start: int, end: int) -> str:
    """The id of the expression at ``start .. end`` of an article: a hash of the three."""
    return hashlib.sha256(f"{article_id}\n{start}\n{end}".encode()).hexdigest()[:16]
