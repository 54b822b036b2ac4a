"""What the room hands on: clean articles, verdicts on their days, and copies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from extractors.claims import ReferenceClue, RepeatedBlock
from extractors.readers.article import DateCandidate
from schemas import ArticleDate
from schemas.enumerations import MastheadVerdict, PublishedMethod


@dataclass(frozen=True, kw_only=True, slots=True)
class CleanArticle:
    """An article without the page around it.

    ``body_text`` has its paragraphs separated by an empty line, never holds the title, and holds a block that the
    page prints twice once (``repeated_blocks`` says where). ``candidates`` are all days found in or about the page, in
    a fixed order, judged by nobody yet. ``language`` is ISO 639-1 or ``und``.
    """

    title: str | None
    body_text: str
    language: str
    source_name: str | None = None
    repeated_blocks: tuple[RepeatedBlock, ...] = ()
    candidates: tuple[DateCandidate, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class DayConflict:
    """A told publication day that the page itself contradicts.

    ``candidate_number`` and ``raw_text`` name the candidate set aside; against it speak ``clues`` of the text, or
    another candidate (``contradicting_text`` is what that one says), or both.
    """

    candidate_number: int
    raw_text: str
    local_day: date
    clues: tuple[ReferenceClue, ...]
    contradicting_text: str | None
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Publication:
    """The verdict on an article's days: one row for each candidate, and what follows from them.

    ``published_day`` is null when nothing survives. ``conflicts`` are the told days that text or page contradict.
    """

    published_day: date | None
    published_method: PublishedMethod
    masthead_day: date | None
    masthead_verdict: MastheadVerdict
    dates: tuple[ArticleDate, ...]
    conflicts: tuple[DayConflict, ...] = ()

    @property
    def conflict_clue(self) -> ReferenceClue | None:
        """The first clue of the text that speaks against a told publication day."""
        return next((clue for conflict in self.conflicts for clue in conflict.clues), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Copy:
    """What an article shares with others.

    ``duplicate_of`` is the earlier article of which it is a near-copy (null: none); articles of one ``source_family``
    print one wire story and count as one source.
    """

    duplicate_of: str | None
    source_family: str
