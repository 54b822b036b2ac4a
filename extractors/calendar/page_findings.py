"""What a reader should look at on one page: wrong publication days, text printed twice, near-copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors import sentences
from extractors.calendar.evidence import Piece, Shown, piece_at, shown
from extractors.claims import ArticleClaims, ReferenceClue
from extractors.days import day_of
from schemas import ArticleDate
from schemas.enumerations import CheckName, DateKind, DateRole, DateVerdict, Severity

#: Quotes of one finding beside the claim it is about.
_MOST_PIECES = 6
_LEAST_WORDS, _MOST_WORDS = 3, 60


def publication_findings(claims: ArticleClaims) -> Iterator[Shown]:
    """Days said to be those of publication that the page itself contradicts."""
    for row in claims.dates:
        if not _claims_the_day(row) or row.local_day is None or row.local_day == claims.article.published_day:
            continue
        against = [clue for clue in _believed(claims) if not clue.days.meets(day_of(row.local_day))]
        if row.verdict is DateVerdict.UNUSED and not against:
            continue
        pieces = [*_against(claims, against), *_printed_otherwise(claims, row)]
        if pieces:
            summary = f"{row.local_day} ({row.kind.value}) cannot be the day of publication: {row.reason}"
            given = _raw(row, claims)
            yield shown(CheckName.PUBLICATION_DATE_CONFLICT, Severity.ERROR, summary, [given, *pieces])


def _claims_the_day(row: ArticleDate) -> bool:
    """Said to be the day of publication, and not believed: a printed day even where a better one was never in doubt."""
    is_unheard = row.verdict is DateVerdict.UNUSED and row.kind is DateKind.MASTHEAD
    return row.role is not DateRole.SEEN and (row.verdict is DateVerdict.REJECTED or is_unheard)


def _believed(claims: ArticleClaims) -> Iterator[ReferenceClue]:
    """The clues that do not contradict the day of publication that was believed in the end."""
    published = claims.article.published_day
    for clue in claims.clues:
        if published is None or clue.days.meets(day_of(published)):
            yield clue


def _raw(row: ArticleDate, claims: ArticleClaims) -> Piece:
    start = claims.text.body_text.find(row.raw_text)
    if start < 0:
        return Piece(row.article_id, None, row.raw_text)
    return Piece(row.article_id, None, row.raw_text, start, start + len(row.raw_text))


def _against(claims: ArticleClaims, clues: Iterable[ReferenceClue]) -> Iterator[Piece]:
    seen: set[str] = set()
    for clue in clues:
        if clue.rule not in seen and len(seen) < _LEAST_WORDS:
            seen.add(clue.rule)
            yield Piece(claims.article.article_id, clue.mention_id, clue.quote, clue.start_offset, clue.end_offset)


def _printed_otherwise(claims: ArticleClaims, row: ArticleDate) -> Iterator[Piece]:
    """The accepted day as the page prints it, where that is what speaks against a machine-readable one."""
    if row.kind is DateKind.MASTHEAD:
        return
    for other in claims.dates:
        is_printed = other.kind in {DateKind.MASTHEAD, DateKind.DATELINE}
        if is_printed and other.verdict is DateVerdict.ACCEPTED and other.local_day != row.local_day:
            yield _raw(other, claims)


def repeat_findings(claims: ArticleClaims) -> Iterator[Shown]:
    """Blocks of text that one page prints twice: one finding for a page."""
    article_id, body = claims.article.article_id, claims.text.body_text
    pieces = [piece_at(article_id, body, one.start_offset, one.end_offset) for one in claims.repeated_blocks]
    if pieces:
        words = sum(len(one.quote.split()) for one in claims.repeated_blocks)
        summary = f"the page prints {words} words twice; what they tell counts once"
        yield shown(CheckName.DUPLICATE_BLOCK, Severity.INFO, summary, pieces[:_MOST_PIECES])


def copy_findings(article_id: str, body: str, original_id: str, original: str) -> tuple[Shown, ...]:
    """A near-copy of another article, with words that both print; none where they print no sentence alike."""
    quote = _common_sentence(body, original)
    if quote is None:
        return ()
    pieces = [
        Piece(one, None, quote, start, start + len(quote))
        for one, text in ((article_id, body), (original_id, original))
        for start in [text.index(quote)]
    ]
    summary = "a near-copy of another article: both count as one source"
    return (shown(CheckName.DUPLICATE_ARTICLE, Severity.INFO, summary, pieces),)


def _common_sentence(text: str, original: str) -> str | None:
    found = (text[start:end].strip() for start, end in sentences.split(text))
    return next((one for one in found if _LEAST_WORDS < len(one.split()) <= _MOST_WORDS and one in original), None)
