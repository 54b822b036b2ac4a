"""Articles: what was read, when it was published, and the day its words speak from."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from schemas.columns import Col, table
from schemas.enumerations import (
    DateKind,
    DateRole,
    DateVerdict,
    MastheadVerdict,
    PublishedMethod,
    ReferenceMethod,
    RejectionStage,
)


@table("articles", row_is="an article version", key=["article_id"])
class Article:
    """One version of one article, with the days that matter to its words."""

    article_id: Annotated[str, Col("Hash of the address and the content of this version")]
    source_uri: Annotated[str, Col("Address or path of the input, relative to the source that was given")]
    source_name: Annotated[str | None, Col("Publisher, as the user or the page names it")]
    reader: Annotated[str, Col("Name of the reader that understood the format")]
    title: Annotated[str | None, Col("Headline")]
    language: Annotated[str, Col("Language of the body, ISO 639-1; `und` when it cannot be told")]
    content_sha256: Annotated[str, Col("SHA-256 of the bytes as received; names the file in raw/")]
    version_of: Annotated[
        str | None, Col("First article_id seen at the same address", references="articles.article_id")
    ]
    is_latest: Annotated[bool, Col("This is the newest version; only the newest speaks")]
    masthead_day: Annotated[date | None, Col("Day printed on the page", unit="day")]
    masthead_verdict: Annotated[MastheadVerdict, Col("Whether the printed day was believed")]
    published_day: Annotated[date | None, Col("Day of publication at the publisher's place; never a guess", unit="day")]
    published_method: Annotated[PublishedMethod, Col("Which kind of candidate gave published_day")]
    reference_first_day: Annotated[date | None, Col("First day the words can have been spoken", unit="day")]
    reference_last_day: Annotated[date | None, Col("Last day the words can have been spoken", unit="day")]
    reference_method: Annotated[ReferenceMethod, Col("What gave the reference days")]
    reference_explanation: Annotated[str, Col("Why the reference days are what they are", is_text=True)]
    duplicate_of: Annotated[
        str | None, Col("The earlier article of which this is a near-copy", references="articles.article_id")
    ]
    source_family: Annotated[str, Col("Articles of one family count as one source (copies of one wire story)")]
    character_count: Annotated[int, Col("Length of the body", unit="code point")]


@table("article_texts", row_is="the cleaned body of an article version", key=["article_id"])
class ArticleText:
    """The body into which every offset of the other tables points."""

    article_id: Annotated[str, Col("The article", references="articles.article_id")]
    body_text: Annotated[str, Col("The cleaned body; paragraphs are separated by an empty line", is_text=True)]


@table("article_dates", row_is="a candidate for an article's publication day", key=["article_id", "candidate_number"])
class ArticleDate:
    """A day found in or about a page, with the verdict on it."""

    article_id: Annotated[str, Col("The article", references="articles.article_id")]
    candidate_number: Annotated[int, Col("Number of the candidate in its article, from 0")]
    kind: Annotated[DateKind, Col("Where the candidate was found")]
    role: Annotated[DateRole, Col("What the candidate claims to be the day of")]
    raw_text: Annotated[str, Col("The characters as found")]
    local_day: Annotated[date | None, Col("The civil day as written, no time zone conversion", unit="day")]
    instant_at: Annotated[datetime | None, Col("The instant, where a time and an offset are given", unit="UTC")]
    utc_offset_minutes: Annotated[int | None, Col("Offset from UTC as written", unit="minute")]
    verdict: Annotated[DateVerdict, Col("What became of the candidate")]
    reason: Annotated[str, Col("Why")]


@table("rejections", row_is="an input that could not be used", key=["source_uri", "content_sha256", "stage"])
class Rejection:
    """Every input ends in exactly one of articles and rejections."""

    source_uri: Annotated[str, Col("Address or path of the input")]
    content_sha256: Annotated[str, Col("SHA-256 of the bytes; empty when none could be read")]
    stage: Annotated[RejectionStage, Col("The stage that gave up")]
    reason: Annotated[str, Col("Why, in words a person understands")]
    detail: Annotated[str | None, Col("What the failing part said")]
