"""The publication day: every candidate judged, with a reason; when nothing survives there is none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from extractors.articles.article import DayConflict, Publication
from extractors.claims import ReferenceClue
from extractors.days import day_of
from extractors.readers.article import DateCandidate
from schemas import ArticleDate
from schemas.enumerations import DateKind, DateRole, DateVerdict, MastheadVerdict, PublishedMethod

_TRUST = (DateKind.GIVEN, DateKind.METADATA, DateKind.FEED, DateKind.DATELINE, DateKind.URL, DateKind.MASTHEAD)


def judge(article_id: str, candidates: Sequence[DateCandidate], clues: Sequence[ReferenceClue]) -> Publication:
    """The publication day that the candidates give and ``clues`` of the text allow; see Publication."""
    crawled = min((c.local_day for c in candidates if c.role is DateRole.SEEN and c.local_day), default=None)
    verdicts = [_verdict(candidate, clues, crawled) for candidate in candidates]
    swapped = _swapped(candidates)
    for number in swapped:
        verdicts[number] = (DateVerdict.REJECTED, "day and month are swapped: the page prints the other reading")
    able = [n for n, (verdict, _) in enumerate(verdicts) if verdict is DateVerdict.ACCEPTED]
    best = min(able, key=lambda n: (_TRUST.index(candidates[n].kind), n), default=None)
    day = None if best is None else candidates[best].local_day
    rows = []
    for number, candidate in enumerate(candidates):
        verdict, reason = verdicts[number]
        if verdict is DateVerdict.ACCEPTED and candidate.local_day != day:
            verdict, reason = DateVerdict.UNUSED, "a more trusted candidate gives another day"
        rows.append(_row(article_id, number, candidate, verdict, reason))
    masthead = _masthead(rows)
    return Publication(
        published_day=day,
        published_method=PublishedMethod.NONE if best is None else PublishedMethod(candidates[best].kind.value),
        masthead_day=None if masthead is None else masthead.local_day,
        masthead_verdict=_masthead_verdict(masthead, day),
        dates=tuple(rows),
        conflicts=tuple(_conflicts(rows, clues, swapped, day)),
    )


def _verdict(candidate: DateCandidate, clues: Sequence[ReferenceClue], crawled: date | None) -> tuple[DateVerdict, str]:
    day = candidate.local_day
    if day is None:
        return DateVerdict.UNUSED, "no complete day"
    if (reason := _other_role(candidate)) is not None:
        return DateVerdict.UNUSED, reason
    if crawled is not None and day > crawled and candidate.kind is not DateKind.GIVEN:
        return DateVerdict.REJECTED, f"after the day of the crawl, {crawled}"
    if candidate.kind is DateKind.MASTHEAD and (clue := _against(day, clues)):
        return DateVerdict.REJECTED, f"the text contradicts it: {clue.quote}"
    return DateVerdict.ACCEPTED, "nothing speaks against it"


def _other_role(candidate: DateCandidate) -> str | None:
    """Why the candidate does not even claim to be the day of publication; None when it does."""
    if candidate.role is DateRole.UPDATED:
        return "an update is no publication"
    if candidate.role is DateRole.SEEN:
        return "the day of the crawl"
    if candidate.role is DateRole.PAGE and candidate.kind is not DateKind.MASTHEAD:
        return "the day of the page or feed, not of the article"
    return None


def _against(day: date, clues: Sequence[ReferenceClue]) -> ReferenceClue | None:
    return next((clue for clue in clues if not clue.days.meets(day_of(day))), None)


def _swapped(candidates: Sequence[DateCandidate]) -> set[int]:
    printed = {c.local_day for c in candidates if c.kind is DateKind.MASTHEAD}
    return {
        n
        for n, c in enumerate(candidates)
        if c.kind is DateKind.METADATA and c.local_day and c.local_day not in printed and _swap(c.local_day) in printed
    }


def _swap(day: date) -> date | None:
    return day.replace(month=day.day, day=day.month) if day.day <= 12 and day.day != day.month else None


def _row(article_id: str, number: int, c: DateCandidate, verdict: DateVerdict, reason: str) -> ArticleDate:
    return ArticleDate(
        article_id=article_id,
        candidate_number=number,
        kind=c.kind,
        role=c.role,
        raw_text=c.raw_text,
        local_day=c.local_day,
        instant_at=c.instant_at,
        utc_offset_minutes=c.utc_offset_minutes,
        verdict=verdict,
        reason=reason,
    )


def _masthead(rows: Sequence[ArticleDate]) -> ArticleDate | None:
    printed = [row for row in rows if row.kind is DateKind.MASTHEAD and row.role is not DateRole.UPDATED]
    return min(printed, key=lambda row: row.verdict is not DateVerdict.ACCEPTED, default=None)


def _masthead_verdict(masthead: ArticleDate | None, day: date | None) -> MastheadVerdict:
    if masthead is None:
        return MastheadVerdict.ABSENT
    return MastheadVerdict.ACCEPTED if masthead.local_day == day else MastheadVerdict.REJECTED


def _conflicts(
    rows: Sequence[ArticleDate], clues: Sequence[ReferenceClue], swapped: set[int], day: date | None
) -> list[DayConflict]:
    printed = next((row.raw_text for row in rows if row.kind is DateKind.MASTHEAD and row.local_day == day), None)
    found = []
    for row in rows:
        if row.verdict is DateVerdict.REJECTED and row.local_day is not None:
            against = tuple(clue for clue in clues if not clue.days.meets(day_of(row.local_day)))
            other = printed if row.candidate_number in swapped else None
            if against or other:
                found.append(
                    DayConflict(
                        candidate_number=row.candidate_number,
                        raw_text=row.raw_text,
                        local_day=row.local_day,
                        clues=against,
                        contradicting_text=other,
                        reason=row.reason,
                    )
                )
    return found
