"""Quotes behind a finding: exact pieces of the texts, short enough to read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.calendar.reports import Report
from schemas import Finding, FindingEvidence
from schemas.enumerations import CheckName, Severity

#: Characters of the longest quote.
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Piece:
    """One quote: offsets are null where the words stand outside the body (a masthead, a meta tag)."""

    article_id: str
    mention_id: str | None
    quote: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with its evidence."""

    finding: Finding
    evidence: tuple[FindingEvidence, ...]


def shown(
    check: CheckName,
    severity: Severity,
    summary: str,
    pieces: Sequence[Piece],
    *,
    event_id: str | None = None,
) -> Shown:
    """The finding that ``pieces`` give; its id depends on the check and on what is quoted, not on ids of events."""
    unique = list(dict.fromkeys(pieces))
    marks = sorted(f"{one.article_id}\t{one.start}\t{one.quote}" for one in unique)
    finding_id = hashlib.sha256("\n".join([check.value, *marks]).encode()).hexdigest()[:16]
    finding = Finding(
        finding_id=finding_id,
        check_name=check,
        severity=severity,
        event_id=event_id,
        article_id=unique[0].article_id,
        summary=summary,
        is_acknowledged=False,
    )
    rows = tuple(
        FindingEvidence(
            finding_id=finding_id,
            position_number=number,
            article_id=one.article_id,
            mention_id=one.mention_id,
            quote=one.quote,
            start_offset=one.start,
            end_offset=one.end,
        )
        for number, one in enumerate(unique)
    )
    return Shown(finding, rows)


def piece_of(report: Report, bodies: Mapping[str, str]) -> Piece:
    """The sentence of a report, or as much of it around the trigger as a quote may hold."""
    mention = report.mention
    body = bodies.get(mention.article_id, "")
    start = body.find(mention.sentence, max(0, mention.start_offset - len(mention.sentence)))
    if start < 0 or not start <= mention.start_offset < start + len(mention.sentence):
        return Piece(mention.article_id, mention.mention_id, _cut(mention.sentence, 0, len(mention.sentence))[0])
    first, last = _within(body, start, start + len(mention.sentence), mention.start_offset)
    return Piece(mention.article_id, mention.mention_id, body[first:last], first, last)


def piece_at(article_id: str, body: str, start: int, end: int) -> Piece:
    """The words ``body[start:end]``, cut at a word where they are too long."""
    quote, length = _cut(body, start, end)
    return Piece(article_id, None, quote, start, start + length)


def _within(body: str, start: int, end: int, middle: int) -> tuple[int, int]:
    if end - start <= _LONGEST:
        return start, end
    first = max(start, min(middle - _LONGEST // 2, end - _LONGEST))
    if first > start:
        first = body.index(" ", first) + 1 if " " in body[first:middle] else middle
    last = min(end, first + _LONGEST)
    if last < end and " " in body[middle:last]:
        last = body.rindex(" ", middle, last)
    return first, last


def _cut(text: str, start: int, end: int) -> tuple[str, int]:
    if end - start <= _LONGEST:
        return text[start:end], end - start
    words = re.match(r".*(?=\s)", text[start : start + _LONGEST], re.DOTALL)
    length = words.end() if words else _LONGEST
    return text[start : start + length], length
