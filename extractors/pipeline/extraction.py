"""One article through the stages: raw bytes to the claims that this article alone makes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from extractors import articles, calendar, event_mentions, readers, time_expressions
from extractors.claims import ArticleClaims, RawInput, Reference, ReferenceClue
from extractors.claims_json import Outcomes
from extractors.event_mentions.document import Document
from extractors.readers.article import DateCandidate, ReadArticle, UnreadableInputError
from schemas import Article, ArticleText, Rejection
from schemas.enumerations import DateKind, DateRole, ReferenceMethod, RejectionStage

#: The languages whose time expressions and events are understood; others keep body and dates only.
UNDERSTOOD_LANGUAGES = frozenset({"en"})


def extract(raw: RawInput) -> Outcomes:
    """Every article in ``raw`` with its claims, or a rejection where it cannot be used.

    One input gives at least one outcome; a feed gives one for each of its items.
    """
    try:
        read_articles = readers.read(raw)
    except UnreadableInputError as error:
        return (_rejection(raw.source_uri, raw, RejectionStage.READ, error),)
    return tuple(_outcome(raw, read_article) for read_article in read_articles)


def _outcome(raw: RawInput, read_article: ReadArticle) -> ArticleClaims | Rejection:
    try:
        cleaned = articles.clean(read_article)
    except UnreadableInputError as error:
        return _rejection(read_article.source_uri, raw, RejectionStage.CLEAN, error)
    return _claims(raw, read_article, cleaned)


def _rejection(source_uri: str, raw: RawInput, stage: RejectionStage, error: UnreadableInputError) -> Rejection:
    return Rejection(
        source_uri=source_uri,
        content_sha256=raw.content_sha256,
        stage=stage,
        reason=error.reason,
        detail=error.detail,
    )


def article_id_of(source_uri: str, content_sha256: str) -> str:
    """The id of the version of ``source_uri`` that has this content: 16 hexadecimal digits."""
    return hashlib.sha256(f"{source_uri}\n{content_sha256}".encode()).hexdigest()[:16]


def _claims(raw: RawInput, read_article: ReadArticle, cleaned: articles.CleanArticle) -> ArticleClaims:
    article_id = article_id_of(read_article.source_uri, raw.content_sha256)
    is_understood = cleaned.language in UNDERSTOOD_LANGUAGES
    clues = _clues(cleaned) if is_understood else ()
    publication = articles.judge(article_id, (*_given(raw), *cleaned.candidates), clues)
    reference = calendar.reference_of(publication.published_day, clues)
    expressions = (
        tuple(time_expressions.find(cleaned.body_text, reference.days, article_id=article_id)) if is_understood else ()
    )
    document = Document(
        article_id=article_id,
        title=cleaned.title,
        body_text=cleaned.body_text,
        reference=reference,
        time_expressions=expressions,
    )
    mentions = event_mentions.extract_mentions(document) if is_understood else event_mentions.NO_MENTIONS
    return ArticleClaims(
        article=_article(article_id, raw, read_article, cleaned, publication, reference),
        text=ArticleText(article_id=article_id, body_text=cleaned.body_text),
        dates=publication.dates,
        time_expressions=expressions,
        mentions=tuple(mentions.mentions),
        participants=tuple(mentions.participants),
        actors=tuple(mentions.actors),
        aliases=tuple(mentions.aliases),
        places=tuple(mentions.places),
        clues=clues,
        relations=tuple(mentions.relations),
        datings=tuple(mentions.datings),
        repeated_blocks=tuple(cleaned.repeated_blocks),
    )


def _clues(cleaned: articles.CleanArticle) -> tuple[ReferenceClue, ...]:
    unanchored = time_expressions.find(cleaned.body_text, None)
    return calendar.find_clues(cleaned.title, cleaned.body_text, unanchored)


def _given(raw: RawInput) -> Iterable[DateCandidate]:
    day = raw.given.published_day
    if day is not None:
        yield DateCandidate(kind=DateKind.GIVEN, role=DateRole.PUBLISHED, raw_text=day.isoformat(), local_day=day)


def _article(
    article_id: str,
    raw: RawInput,
    read_article: ReadArticle,
    cleaned: articles.CleanArticle,
    publication: articles.Publication,
    reference: Reference,
) -> Article:
    return Article(
        article_id=article_id,
        source_uri=read_article.source_uri,
        source_name=raw.given.source_name or read_article.source_name,
        reader=read_article.reader,
        title=cleaned.title,
        language=cleaned.language,
        content_sha256=raw.content_sha256,
        version_of=None,
        is_latest=True,
        masthead_day=publication.masthead_day,
        masthead_verdict=publication.masthead_verdict,
        published_day=publication.published_day,
        published_method=publication.published_method,
        reference_first_day=reference.days.first,
        reference_last_day=reference.days.last,
        reference_method=ReferenceMethod.CONTENT if publication.published_day is None else ReferenceMethod.PUBLISHED,
        reference_explanation=reference.explanation,
        duplicate_of=None,
        source_family=article_id,
        character_count=len(cleaned.body_text),
    )
