"""The journal (runs, ingestions) and the dictionary of all columns."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from schemas.columns import Col, table
from schemas.enumerations import IngestionOutcome


@table("data_dictionary", row_is="a column of a table", key=["table_name", "column_name"])
class DictionaryEntry:
    """The documentation of one column, as data."""

    table_name: Annotated[str, Col("The table")]
    column_name: Annotated[str, Col("The column")]
    column_type: Annotated[str, Col("The type, as DuckDB names it")]
    unit: Annotated[str | None, Col("What a number counts")]
    meaning: Annotated[str, Col("What the column says")]


@table("runs", row_is="a run that committed", key=["run_id"], is_journal=True)
class Run:
    """When a generation was made, by which rules, and how much it holds."""

    run_id: Annotated[str, Col("Number and hash of the generation")]
    started_at: Annotated[datetime, Col("When the run began", unit="UTC")]
    finished_at: Annotated[datetime, Col("When the run committed", unit="UTC")]
    code_version: Annotated[str, Col("Version of the program")]
    rules_version: Annotated[str, Col("Hash of rules and lexicons")]
    model: Annotated[str, Col("Name and version of the language model")]
    article_count: Annotated[int, Col("Articles", unit="article")]
    mention_count: Annotated[int, Col("Claims", unit="mention")]
    event_count: Annotated[int, Col("Events", unit="event")]
    finding_count: Annotated[int, Col("Findings", unit="finding")]
    rejection_count: Annotated[int, Col("Rejected inputs", unit="input")]


@table(
    "ingestions", row_is="an input taken in by a run", key=["run_id", "source_uri", "content_sha256"], is_journal=True
)
class Ingestion:
    """When an input was received and what became of it."""

    run_id: Annotated[str, Col("The run", references="runs.run_id")]
    source_uri: Annotated[str, Col("Address or path of the input")]
    content_sha256: Annotated[str, Col("SHA-256 of the bytes as received")]
    ingested_at: Annotated[datetime, Col("When the bytes were received", unit="UTC")]
    article_id: Annotated[str | None, Col("The article it became")]
    outcome: Annotated[IngestionOutcome, Col("What became of it")]
