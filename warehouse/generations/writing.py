"""Commits a generation: every table at once, by one atomic switch of ``current``."""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from schemas import TABLES, Ingestion, Run
from schemas.arrow import arrow_table
from schemas.dictionary import dictionary_rows
from schemas.enumerations import IngestionOutcome
from warehouse.files import settle, write_bytes, write_link
from warehouse.generations.database import DATABASE, database_of
from warehouse.generations.generation import (
    MANIFEST,
    Generation,
    current_or_none,
    read_generation,
    schema_digest,
)
from warehouse.generations.integrity import check_integrity
from warehouse.generations.tables import read_values, write_tables
from warehouse.inbox.inputs import INPUTS, Input, inputs_as_lines
from warehouse.inbox.journal import open_journal, prepare_entry, settle_entry


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


def commit(
    warehouse: Path,
    tables: Mapping[str, Sequence[Any]],
    *,
    inputs: Sequence[Input],
    notes: RunNotes | None = None,
) -> Generation | None:
    """Make ``tables`` (name -> rows; what is missing is empty) the current generation of ``warehouse``.

    Returns None, and changes nothing, when tables and ``inputs`` are those of the current generation. Killed at any
    moment, it leaves the old generation current and whole, or the new one. Raises IntegrityError when the tables are
    not sound.
    """
    warehouse = warehouse.resolve()
    arrow = _arrow_tables(tables)
    check_integrity(arrow, inputs)
    open_journal(warehouse)
    previous = current_or_none(warehouse)
    if previous is not None:
        settle_entry(warehouse, previous.run_id)
    draft = warehouse / "generations" / f".draft-{secrets.token_hex(4)}"
    try:
        return _commit(warehouse, draft, arrow, inputs, notes, previous)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _arrow_tables(tables: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
    unknown = tables.keys() - {name for name, table in TABLES.items() if not table.is_journal}
    if unknown:
        raise KeyError(f"not declared in schemas/: {', '.join(sorted(unknown))}")
    rows = {**tables, "data_dictionary": dictionary_rows()}
    return {name: arrow_table(table, rows.get(name, ())) for name, table in TABLES.items() if not table.is_journal}


def _commit(
    warehouse: Path,
    draft: Path,
    arrow: Mapping[str, Any],
    inputs: Sequence[Input],
    notes: RunNotes | None,
    previous: Generation | None,
) -> Generation | None:
    files = write_tables(draft, arrow, previous)
    lines = inputs_as_lines(inputs)
    write_bytes(draft / INPUTS, lines)
    manifest = _manifest(files, lines)
    if previous is not None and (previous.path / MANIFEST).read_bytes() == manifest:
        return None
    number = _next_number(warehouse)
    final = warehouse / "generations" / f"{number:04d}-{hashlib.sha256(manifest).hexdigest()[:12]}"
    draft.rename(final)
    generation = Generation(final, files, schema_digest())
    database_of(generation)
    if notes is not None:
        prepare_entry(warehouse, generation.run_id, _journal_rows(generation.run_id, arrow, notes, previous))
    write_bytes(final / MANIFEST, manifest)
    settle(final)
    settle(final.parent)
    switch(generation)
    settle_entry(warehouse, generation.run_id)
    return read_generation(final)


def _manifest(files: Mapping[str, tuple[str, ...]], input_lines: bytes) -> bytes:
    content = {
        "schema_digest": schema_digest(),
        "inputs_sha256": hashlib.sha256(input_lines).hexdigest(),
        "files": {table: list(names) for table, names in sorted(files.items())},
    }
    return json.dumps(content, indent=1).encode() + b"\n"


def _next_number(warehouse: Path) -> int:
    taken = [int(path.name.split("-")[0]) for path in (warehouse / "generations").glob("[0-9]*-*")]
    journaled = [int(path.name.split("-")[0]) for path in (warehouse / "journal" / "runs").glob("[0-9]*-*")]
    return max([*taken, *journaled], default=0) + 1


def switch(generation: Generation) -> None:
    """Make ``generation`` the one that everybody reads, in one step."""
    warehouse = generation.warehouse
    write_link(warehouse / "current", f"generations/{generation.run_id}")
    if not (warehouse / DATABASE).is_symlink():
        write_link(warehouse / DATABASE, f"current/{DATABASE}")
    settle(warehouse)


def _journal_rows(
    run_id: str, arrow: Mapping[str, Any], notes: RunNotes, previous: Generation | None
) -> dict[str, Sequence[Any]]:
    run = Run(
        run_id=run_id,
        started_at=notes.started_at,
        finished_at=notes.finished_at,
        code_version=notes.code_version,
        rules_version=notes.rules_version,
        model=notes.model,
        article_count=arrow["articles"].num_rows,
        mention_count=arrow["event_mentions"].num_rows,
        event_count=arrow["events"].num_rows,
        finding_count=arrow["findings"].num_rows,
        rejection_count=arrow["rejections"].num_rows,
    )
    return {"runs": [run], "ingestions": _ingestions(run_id, arrow, notes, previous)}


def _ingestions(run_id: str, arrow: Mapping[str, Any], notes: RunNotes, previous: Generation | None) -> list[Ingestion]:
    before = _articles_before(previous)
    article_of = _articles_by_input(arrow["articles"])
    return [
        Ingestion(
            run_id=run_id,
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


def _articles_before(previous: Generation | None) -> frozenset[str]:
    if previous is None:
        return frozenset()
    return frozenset(read_values(previous, "articles", "article_id"))


def _outcome(article: Mapping[str, Any], before: frozenset[str]) -> IngestionOutcome:
    if not article:
        return IngestionOutcome.REJECTED
    if article["article_id"] in before:
        return IngestionOutcome.UNCHANGED
    return IngestionOutcome.NEW if article["version_of"] is None else IngestionOutcome.VERSION
