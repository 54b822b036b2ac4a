"""Derives findings from resolved tables by the checks in this folder, one .sql file per kind.

Each file gives one row per quote: ``finding`` (what belongs together), ``severity``, ``event_id``, ``article_id``,
``summary``, ``position_number``, and the span quoted: ``evidence_article_id``, ``mention_id``, ``start_offset``,
``end_offset``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

import duckdb

from schemas import TABLES, Finding, FindingEvidence
from schemas.arrow import arrow_table
from schemas.enumerations import CheckName, Severity
from warehouse.findings.quoting import quote_around
from warehouse.statements import Statement, read_statements

#: The tables that the checks read.
_READ = ("articles", "article_dates", "time_expressions", "event_mentions", "participants", "events", "evidence")


@dataclass(frozen=True, kw_only=True)
class _Quote:
    """A sentence of an article, and the words in it that a check is about."""

    article_id: str
    mention_id: str | None
    quote: str
    start_offset: int
    end_offset: int
    span: str


def derive_findings(tables: Mapping[str, Sequence[Any]]) -> tuple[list[Finding], list[FindingEvidence]]:
    """The findings of all checks over ``tables`` (name -> rows) with their quotes.

    Their ids depend on the check and the words only, so that the same contradiction keeps its id from run to run.
    """
    bodies = {text.article_id: text.body_text for text in tables.get("article_texts", ())}
    sentences = {mention.mention_id: mention.sentence for mention in tables.get("event_mentions", ())}
    findings: dict[str, Finding] = {}
    evidence: list[FindingEvidence] = []
    with duckdb.connect() as connection:
        for name in _READ:
            connection.register(name, arrow_table(TABLES[name], tables.get(name, ())))
        for statement in read_statements("findings"):
            for rows in _by_finding(connection, statement):
                quotes = list(_quotes(rows, bodies, sentences))
                finding = _finding(CheckName(statement.name), rows[0], quotes)
                if finding.finding_id not in findings:
                    findings[finding.finding_id] = finding
                    evidence += _evidence(finding.finding_id, quotes)
    return list(findings.values()), evidence


def _by_finding(connection: duckdb.DuckDBPyConnection, statement: Statement) -> Iterator[list[dict[str, Any]]]:
    answer = connection.execute(statement.select)
    names = [column[0] for column in answer.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
    rows.sort(key=itemgetter("finding", "position_number"))
    for _, group in groupby(rows, key=itemgetter("finding")):
        yield list(group)


def _quotes(
    rows: Iterable[Mapping[str, Any]], bodies: Mapping[str, str], sentences: Mapping[str | None, str]
) -> Iterator[_Quote]:
    for row in rows:
        body_text = bodies[row["evidence_article_id"]]
        start, end = quote_around(body_text, row["start_offset"], row["end_offset"], sentences.get(row["mention_id"]))
        yield _Quote(
            article_id=row["evidence_article_id"],
            mention_id=row["mention_id"],
            quote=body_text[start:end],
            start_offset=start,
            end_offset=end,
            span=body_text[row["start_offset"] : row["end_offset"]],
        )


def _finding(check_name: CheckName, row: Mapping[str, Any], quotes: Sequence[_Quote]) -> Finding:
    words = sorted(f"{quote.article_id}\n{quote.mention_id}\n{quote.quote}\n{quote.span}" for quote in quotes)
    return Finding(
        finding_id=hashlib.sha256("\n".join([check_name, *words]).encode()).hexdigest()[:16],
        check_name=check_name,
        severity=Severity(row["severity"]),
        event_id=row["event_id"],
        article_id=row["article_id"],
        summary=row["summary"],
        is_acknowledged=False,
    )


def _evidence(finding_id: str, quotes: Iterable[_Quote]) -> Iterator[FindingEvidence]:
    for position, quote in enumerate(quotes):
        yield FindingEvidence(
            finding_id=finding_id,
            position_number=position,
            article_id=quote.article_id,
            mention_id=quote.mention_id,
            quote=quote.quote,
            start_offset=quote.start_offset,
            end_offset=quote.end_offset,
        )
