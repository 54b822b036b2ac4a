"""What a run shows in Prefect beside its logs: what it came to, the tables, and how far it is."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from prefect.artifacts import (
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)

from flows.conducting import Outcome
from flows.printing import words
from flows.progress import Progress
from flows.reading import open_warehouse
from flows.summary import counted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: Rows that an artifact shows; the warehouse has them all.
SHOWN = 500

#: Each artifact's table or view.
TABLES = ("chronology", "findings", "rejections")

#: Seconds between two updates of a progress artifact: each is a request to the server.
INTERVAL = 2.0


def show_tables(warehouse: Path) -> None:
    """Show the chronology, the findings, and what could not be used and why."""
    with open_warehouse(warehouse) as connection:
        for name in TABLES:
            _show(connection, name)


def _show(connection: DuckDBPyConnection, name: str) -> None:
    relation = connection.table(name)
    rows = relation.limit(SHOWN + 1).fetchall()
    create_table_artifact(
        key=name,
        table=[dict(zip(relation.columns, map(words, row), strict=True)) for row in rows[:SHOWN]],
        description=f"{name}: the first {SHOWN} rows" if len(rows) > SHOWN else f"{name}: {counted(len(rows), 'row')}",
    )


def show_summary(outcome: Outcome) -> None:
    """Show in a few lines what a run came to."""
    create_markdown_artifact(
        key="summary", markdown="\n".join(summary_of(outcome)), description=outcome.attempt.attempt_id
    )


def summary_of(outcome: Outcome) -> Iterator[str]:
    """The lines of the summary: what came in, what it changed, and each stage's seconds and memory, in Markdown."""
    row = outcome.attempt
    yield f"# {row.work}: {row.outcome.replace('_', ' ')}"
    yield ""
    yield f"- {counted(row.input_count, 'input')} in the sources, {row.new_input_count:,} new, {row.read_count:,} read"
    if row.skipped_count:
        yield f"- {counted(row.skipped_count, 'file')} of no known format skipped"
    if outcome.resolution is not None:
        yield f"- {counted(row.new_article_count, 'new article')}, {counted(row.new_rejection_count, 'new rejection')}"
        events = f"{row.new_event_count:,} new, {row.changed_event_count:,} changed, {row.gone_event_count:,} gone"
        yield f"- events: {events}"
        yield f"- findings: {row.new_finding_count:,} new, {row.resolved_finding_count:,} resolved"
    if outcome.verdict is not None:
        yield f"- {counted(row.open_error_count, 'open error')} in run {row.run_id}"
    yield from ("", "| stage | seconds | memory, MB | items |", "|---|--:|--:|--:|")
    for stage in outcome.stages:
        yield f"| {stage.stage} | {stage.seconds:.1f} | {stage.peak_memory_bytes / 1e6:,.0f} | {stage.item_count:,} |"


class ArtifactProgress(Progress):
    """Shows how far a stage is as a progress artifact; tells ``other`` as well."""

    def __init__(self, other: Progress) -> None:
        super().__init__(is_quiet=True)
        self._other = other
        self._stage, self._count = "", 0
        self._artifact_id: UUID | None = None
        self._due = 0.0

    def begin(self, doing: str, total: int | None = None) -> None:
        """A stage begins; it becomes an artifact when it takes longer than the interval."""
        self._other.begin(doing, total)
        self._finish()
        self._stage, self._count, self._due = doing, total or 0, time.monotonic() + INTERVAL

    def step(self, done: int) -> None:
        """``done`` of the stage's things are done."""
        self._other.step(done)
        if self._count and time.monotonic() >= self._due:
            self._tell(100.0 * done / self._count)

    def end(self) -> None:
        """The stage is over."""
        self._other.end()
        self._finish()

    def say(self, message: str) -> None:
        """Pass ``message`` on."""
        self._other.say(message)

    def _finish(self) -> None:
        if self._artifact_id is not None:
            self._tell(100.0)
            self._artifact_id = None

    def _tell(self, percent: float) -> None:
        self._due = time.monotonic() + INTERVAL
        if self._artifact_id is None:
            self._artifact_id = _id_of(create_progress_artifact(progress=percent, description=self._stage))
        else:
            update_progress_artifact(artifact_id=self._artifact_id, progress=percent)


def _id_of(created: object) -> UUID:
    if not isinstance(created, UUID):
        raise TypeError("outside of an event loop Prefect gives the id itself")
    return created
