"""From an article as read to an article without the page around it."""

from __future__ import annotations

import re

from extractors.articles.article import CleanArticle
from extractors.articles.furniture import furniture_in
from extractors.articles.language import language_of
from extractors.articles.pages import read_page
from extractors.articles.paragraphs import join_broken, unwrap
from extractors.articles.printed_days import dateline_candidate, is_date_line, text_candidates, url_candidate
from extractors.articles.repeats import without_repeats
from extractors.articles.scrapes import marked_title, read_scrape
from extractors.readers.article import DateCandidate, ReadArticle, UnreadableInputError
from schemas.enumerations import DateKind

#: Books and whole archives in one text; the language model refuses a million characters.
_MOST_CHARACTERS = 900_000


def clean(read: ReadArticle) -> CleanArticle:
    """The article alone: title, body, language, repeated blocks, and every candidate for its day.

    Raises UnreadableInputError when nothing is left that could be a body.
    """
    if read.html is not None:
        page = read_page(read.html, read.url)
        return _cleaned(read, page.title, page.paragraphs, page.candidates, page.source_name, page.url)
    if read.is_body:
        paragraphs = _body_paragraphs(read)
        title = marked_title(paragraphs[0]) if paragraphs[1:] else None
        return _cleaned(read, read.title or title, paragraphs[1:] if title else paragraphs, [], None, None)
    scrape = read_scrape(read.text or "", read.title)
    return _cleaned(read, scrape.title, scrape.paragraphs, scrape.candidates, None, None)


def _cleaned(
    read: ReadArticle,
    title: str | None,
    paragraphs: list[str],
    found: list[DateCandidate],
    source_name: str | None,
    url: str | None,
) -> CleanArticle:
    body = without_repeats(paragraphs)
    if not body.text.strip():
        raise UnreadableInputError("no article text was found")
    if len(body.text) > _MOST_CHARACTERS:
        raise UnreadableInputError(
            "the text is far longer than an article: give its articles one by one", f"{len(body.text)} characters"
        )
    others = (dateline_candidate(body.text), url_candidate(read.url or url))
    spoken = text_candidates(body.text) if any(one.kind is DateKind.MASTHEAD for one in found) else []
    candidates = (*read.dates, *found, *(one for one in others if one is not None), *spoken)
    return CleanArticle(
        title=read.title or title,
        body_text=body.text,
        language=language_of(body.text),
        source_name=read.source_name or source_name,
        repeated_blocks=body.repeated,
        candidates=candidates,
    )


def _body_paragraphs(read: ReadArticle) -> list[str]:
    """The paragraphs of a text that is a body already; furniture may still stand at its ends."""
    lines = [line.strip() for line in unwrap(read.text or "").split("\n")]
    lines = [line for line in lines if line and line != read.title and not is_date_line(line)]
    kept = [line for line in lines if furniture_in(line) is None and not _is_about(line, read.source_name)]
    return join_broken(kept)


def _is_about(line: str, source_name: str | None) -> bool:
    """Whether the line tells what the publisher is ("Example Report has covered ... since 1998")."""
    if not source_name:
        return False
    about = (
        rf"^{re.escape(source_name)}( (has|is|was|covers|publishes|reports on)\b.{{0,120}}\b(since|founded|based)\b)"
    )
    return re.search(about, line) is not None
