"""What the journal says of a run that committed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pyarrow as pa

from schemas import TABLES, Ingestion, Run
from schemas.enumerations import IngestionOutcome
from warehouse.generations.finding import rows_with
from warehouse.generations.generation import Generation
from warehouse.generations.tables import read_values


@dataclass(frozen=True, kw_only=True)
class RunNotes:
    """What the journal keeps of a run that the tables do not say.

    ``arrivals`` are the inputs the run took in: address, content hash, instant.
    """

    started_at: datetime
    finished_at: datetime
    code_version: str
    rules_version: str
    model: str
    arrivals: Sequence[tuple[str, str, datetime]] = ()


def journal_rows(generation: Generation, notes: RunNotes, previous: Generation | None) -> dict[str, Sequence[Any]]:
    """The rows of the journal's tables for the run that made ``generation`` out of ``previous``."""
    run = Run(
        run_id=generation.run_id,
        started_at=notes.started_at,
        finished_at=notes.finished_at,
        code_version=notes.code_version,
        rules_version=notes.rules_version,
        model=notes.model,
        article_count=generation.row_count("articles"),
        mention_count=generation.row_count("event_mentions"),
        event_count=generation.row_count("events"),
        finding_count=generation.row_count("findings"),
        rejection_count=generation.row_count("rejections"),
    )
    return {"runs": [run], "ingestions": _ingestions(generation, notes, previous)}


def _ingestions(generation: Generation, notes: RunNotes, previous: Generation | None) -> list[Ingestion]:
    contents = pa.array([content_sha256 for _, content_sha256, _ in notes.arrivals], pa.string())
    article_of = _articles_by_input(rows_with(generation, TABLES["articles"], "content_sha256", contents))
    before = _articles_before(previous, [article["article_id"] for article in article_of.values()])
    return [
        Ingestion(
            run_id=generation.run_id,
            source_uri=source_uri,
            content_sha256=content_sha256,
            ingested_at=ingested_at,
            article_id=(article := article_of.get((source_uri, content_sha256), {})).get("article_id"),
            outcome=_outcome(article, before),
        )
        for source_uri, content_sha256, ingested_at in notes.arrivals
    ]


def _articles_by_input(articles: Any) -> dict[tuple[str, str], dict[str, Any]]:
    """The article of each input, by address and content; of an input with several items, its first."""
    rows = articles.select(["source_uri", "content_sha256", "article_id", "version_of"]).sort_by("source_uri")
    by_input: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows.to_pylist():
        parts = row["source_uri"].split("#")
        for length in range(1, len(parts) + 1):
            by_input.setdefault(("#".join(parts[:length]), row["content_sha256"]), row)
    return by_input


def _articles_before(previous: Generation | None, article_ids: Sequence[str]) -> frozenset[str]:
    if previous is None or not article_ids:
        return frozenset()
    if not previous.is_continued:
        return frozenset(read_values(previous, "articles", "article_id"))
    found = rows_with(previous, TABLES["articles"], "article_id", pa.array(article_ids, pa.string()))
    return frozenset(found.column("article_id").to_pylist())


def _outcome(article: Mapping[str, Any], before: frozenset[str]) -> IngestionOutcome:
    if not article:
        return IngestionOutcome.REJECTED
    if article["article_id"] in before:
        return IngestionOutcome.UNCHANGED
    return IngestionOutcome.NEW if article["version_of"] is None else IngestionOutcome.VERSION
