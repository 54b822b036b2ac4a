"""The journal (runs, ingestions) and the dictionary of all columns."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from schemas.columns import Col, table
from schemas.enumerations import AttemptOutcome, IngestionOutcome, Stage, Work


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


@table("attempts", row_is="an attempt at a run, whatever came of it", key=["attempt_id"], is_journal=True)
class Attempt:
    """What a run was asked for, what came of it, and what it changed; every start of a run leaves one."""

    attempt_id: Annotated[str, Col("When it began, and eight letters by chance")]
    work: Annotated[Work, Col("What was asked for")]
    started_at: Annotated[datetime, Col("When it began", unit="UTC")]
    finished_at: Annotated[datetime | None, Col("When it ended; null when it was killed or is under way", unit="UTC")]
    outcome: Annotated[AttemptOutcome, Col("What came of it; died: it was killed, and a later run noticed")]
    run_id: Annotated[str | None, Col("The generation that it made or found unchanged")]
    problem: Annotated[str | None, Col("Why it failed, in one line")]
    input_count: Annotated[int, Col("Inputs found in the sources", unit="input")]
    skipped_count: Annotated[int, Col("Files of folders that no reader knows", unit="file")]
    new_input_count: Annotated[int, Col("Inputs that were not known before", unit="input")]
    read_count: Annotated[int, Col("Inputs read by the rules; the others were read before", unit="input")]
    new_article_count: Annotated[int, Col("Article versions that the calendar did not hold before", unit="article")]
    new_rejection_count: Annotated[int, Col("Rejected inputs that were not there before", unit="input")]
    new_event_count: Annotated[int, Col("Events that were not there before", unit="event")]
    changed_event_count: Annotated[int, Col("Events of which a column changed", unit="event")]
    gone_event_count: Annotated[int, Col("Events that are no longer there: merged, split or retracted", unit="event")]
    new_finding_count: Annotated[int, Col("Findings that were not there before", unit="finding")]
    resolved_finding_count: Annotated[int, Col("Findings that are no longer there", unit="finding")]
    open_error_count: Annotated[int, Col("Findings of severity error that nobody has acknowledged", unit="finding")]


@table("attempt_stages", row_is="a stage of an attempt", key=["attempt_id", "stage"], is_journal=True)
class AttemptStage:
    """How long a stage took and how much memory it needed."""

    attempt_id: Annotated[str, Col("The attempt", references="attempts.attempt_id")]
    stage: Annotated[Stage, Col("The stage")]
    seconds: Annotated[float, Col("How long it took", unit="second")]
    peak_memory_bytes: Annotated[
        int, Col("The most memory that the run and its workers held in it", unit="byte", is_big=True)
    ]
    item_count: Annotated[int, Col("What it worked on: inputs taken in, inputs read, articles, findings", unit="item")]
