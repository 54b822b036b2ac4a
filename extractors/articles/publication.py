"""The publication day: every candidate judged, with a reason; when nothing survives there is none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from extractors.articles.article import DayConflict, Publication
from extractors.articles.witnesses import Witnesses
from extractors.claims import ReferenceClue
from extractors.readers.article import DateCandidate
from schemas import ArticleDate
from schemas.enumerations import DateKind, DateRole, DateVerdict, MastheadVerdict, PublishedMethod

#: In the order of trust.
_TRUST = (DateKind.GIVEN, DateKind.METADATA, DateKind.FEED, DateKind.DATELINE, DateKind.URL, DateKind.MASTHEAD)
#: Kinds that a clue of the text can overthrow: what a page shows, not what its publisher stored.
_SHOWN = frozenset({DateKind.MASTHEAD, DateKind.URL, DateKind.DATELINE})

_Verdict = tuple[DateVerdict, str]


def judge(article_id: str, candidates: Sequence[DateCandidate], clues: Sequence[ReferenceClue]) -> Publication:
    """The publication day that the candidates give and ``clues`` of the text allow.

    One row comes back for each candidate. A masthead counts only when the content agrees with it: a date of the text
    near it, a year, a clue that holds it. Nothing after the crawl is believed, an update never is a publication, and
    a stored day whose day and month are swapped gives way to the printed one. When nothing survives, published_day is
    null.
    """
    witnesses = Witnesses(candidates, clues)
    verdicts = [_verdict(candidate, witnesses) for candidate in candidates]
    able = [n for n, (verdict, _) in enumerate(verdicts) if verdict is DateVerdict.ACCEPTED]
    best = min(able, key=lambda n: (_TRUST.index(candidates[n].kind), -_agreeing(candidates, able, n), n), default=None)
    day = None if best is None else candidates[best].local_day
    rows = [_row(article_id, n, candidates[n], _final(verdicts[n], candidates[n], day)) for n in range(len(candidates))]
    masthead = _masthead(rows)
    return Publication(
        published_day=day,
        published_method=PublishedMethod.NONE if best is None else PublishedMethod(candidates[best].kind.value),
        masthead_day=None if masthead is None else masthead.local_day,
        masthead_verdict=_masthead_verdict(masthead, day),
        dates=tuple(rows),
        conflicts=tuple(_conflicts(rows, witnesses)),
    )


def _verdict(candidate: DateCandidate, witnesses: Witnesses) -> _Verdict:
    day = candidate.local_day
    if day is None:
        return DateVerdict.UNUSED, "no complete day"
    if (reason := _other_role(candidate)) is not None:
        return DateVerdict.UNUSED, reason
    if candidate.kind is DateKind.GIVEN:
        return DateVerdict.ACCEPTED, "given by the user"
    if (reason := _against(candidate, day, witnesses)) is not None:
        return DateVerdict.REJECTED, reason
    return _confirmed(candidate, day, witnesses)


def _confirmed(candidate: DateCandidate, day: date, witnesses: Witnesses) -> _Verdict:
    """The verdict on a day that nothing contradicts; a day that a page only shows needs somebody who agrees."""
    if candidate.kind is not DateKind.MASTHEAD or candidate.role is not DateRole.PAGE:
        return DateVerdict.ACCEPTED, "nothing speaks against it"
    support = witnesses.support(day)
    if support is None:
        return DateVerdict.REJECTED, "nothing in the text confirms it: it may be the day the page was shown"
    return DateVerdict.ACCEPTED, support


def _other_role(candidate: DateCandidate) -> str | None:
    """Why the candidate does not even claim to be the day of publication; None when it does."""
    if candidate.role is DateRole.UPDATED:
        return "an update is no publication"
    if candidate.role is DateRole.SEEN:
        return "the day of the crawl"
    if candidate.kind is DateKind.TEXT:
        return "a day that the text speaks of"
    if candidate.role is DateRole.PAGE and candidate.kind is not DateKind.MASTHEAD:
        return "the day of the page or feed, not of the article"
    return None


def _against(candidate: DateCandidate, day: date, witnesses: Witnesses) -> str | None:
    """What speaks against the candidate, or None."""
    if witnesses.crawled is not None and day > witnesses.crawled:
        return f"after the day of the crawl, {witnesses.crawled}"
    if candidate.kind in _SHOWN and (clues := witnesses.clues_against(day)):
        return f"the text contradicts it: {clues[0].quote}"
    return _against_by_page(candidate, witnesses)


def _against_by_page(candidate: DateCandidate, witnesses: Witnesses) -> str | None:
    """Which other date of the page speaks against the candidate, or None."""
    if (printed := witnesses.printed_swap(candidate)) is not None:
        return f"day and month are swapped: the page prints {printed.raw_text}"
    if (address := witnesses.address_before(candidate)) is not None:
        return f"long after the day in the address, {address.local_day}: the page has moved since"
    if (local := witnesses.local_twin(candidate)) is not None:
        return f"the day in UTC; at the publisher's place it was {local.local_day}, as {local.raw_text} says"
    if witnesses.is_worse_reading(candidate):
        return "the other reading of day and month fits the page's other dates better"
    return None


def _agreeing(candidates: Sequence[DateCandidate], able: Sequence[int], number: int) -> int:
    """How many kinds of candidates that claim to be the day of publication give the same day."""
    same = [candidates[n] for n in able if candidates[n].local_day == candidates[number].local_day]
    return len({one.kind for one in same if one.role is DateRole.PUBLISHED})


def _final(verdict: _Verdict, candidate: DateCandidate, day: date | None) -> _Verdict:
    if verdict[0] is DateVerdict.ACCEPTED and candidate.local_day != day:
        return DateVerdict.UNUSED, "a more trusted candidate gives another day"
    return verdict


def _row(article_id: str, number: int, candidate: DateCandidate, verdict: _Verdict) -> ArticleDate:
    return ArticleDate(
        article_id=article_id,
        candidate_number=number,
        kind=candidate.kind,
        role=candidate.role,
        raw_text=candidate.raw_text,
        local_day=candidate.local_day,
        instant_at=candidate.instant_at,
        utc_offset_minutes=candidate.utc_offset_minutes,
        verdict=verdict[0],
        reason=verdict[1],
    )


def _masthead(rows: Sequence[ArticleDate]) -> ArticleDate | None:
    """The printed day to report: one that was believed, else one that claims to be the article's, else an update."""
    printed = [row for row in rows if row.kind is DateKind.MASTHEAD and row.local_day is not None]
    return min(
        printed,
        key=lambda row: (row.verdict is not DateVerdict.ACCEPTED, row.role is DateRole.UPDATED, row.candidate_number),
        default=None,
    )


def _masthead_verdict(masthead: ArticleDate | None, day: date | None) -> MastheadVerdict:
    if masthead is None:
        return MastheadVerdict.ABSENT
    return MastheadVerdict.ACCEPTED if masthead.local_day == day else MastheadVerdict.REJECTED


def _conflicts(rows: Sequence[ArticleDate], witnesses: Witnesses) -> list[DayConflict]:
    """The rejected days that clues or a printed day contradict; being only unconfirmed is no contradiction."""
    found: list[DayConflict] = []
    for row in rows:
        if row.verdict is not DateVerdict.REJECTED or row.local_day is None:
            continue
        clues = witnesses.clues_against(row.local_day)
        printed = witnesses.printed_swap_of(row.kind, row.local_day)
        # a page that prints its wrong day twice is one conflict
        if (clues or printed) and row.local_day not in {one.local_day for one in found}:
            found.append(
                DayConflict(
                    candidate_number=row.candidate_number,
                    raw_text=row.raw_text,
                    local_day=row.local_day,
                    clues=clues,
                    contradicting_text=None if printed is None else printed.raw_text,
                    reason=row.reason,
                )
            )
    return found
