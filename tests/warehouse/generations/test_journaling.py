"""What the journal says of a run: how much there is now, and what became of each input that came in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from schemas import Ingestion, Run
from schemas.enumerations import IngestionOutcome, RejectionStage
from tests.warehouse import little
from tests.warehouse.rows import row
from warehouse.generations import Generation, commit, current_generation
from warehouse.generations.journaling import journal_rows
from warehouse.inbox import Input


def entry(
    generation: Generation, previous: Generation | None, *arrived: tuple[str, str]
) -> tuple[Run, list[Ingestion]]:
    notes = replace(little.notes(0), arrivals=[(uri, content, little.NOON) for uri, content in arrived])
    rows = journal_rows(generation, notes, previous)
    (run,) = rows["runs"]
    return run, list(rows["ingestions"])


def test_a_run_says_how_much_there_is(tmp_path: Path) -> None:
    """The counts of the generation that it made."""
    little.write(tmp_path, 3)
    run, ingestions = entry(current_generation(tmp_path), None)
    assert (run.run_id, run.article_count, run.event_count) == (current_generation(tmp_path).run_id, 3, 3)
    assert (run.finding_count, run.rejection_count) == (0, 0)
    assert ingestions == []


def test_each_input_has_its_outcome(tmp_path: Path) -> None:
    """New, there before, a version of another, or no article at all."""
    little.write(tmp_path, 2)
    previous = current_generation(tmp_path)
    tables, inputs = little.tables(4), little.inputs(4)
    tables["articles"][3] = replace(tables["articles"][3], version_of="a2")
    tables["rejections"] = [row("rejections", source_uri="bad.bin", content_sha256="9", stage=RejectionStage.INGEST)]
    inputs.append(Input(source_uri="bad.bin", content_sha256="9", arrival=1))
    commit(tmp_path, tables, inputs=inputs)
    arrived = [("1.txt", "1"), ("2.txt", "2"), ("3.txt", "3"), ("bad.bin", "9")]
    _, ingestions = entry(current_generation(tmp_path), previous, *arrived)
    assert [(each.article_id, each.outcome) for each in ingestions] == [
        ("a1", IngestionOutcome.UNCHANGED),
        ("a2", IngestionOutcome.NEW),
        ("a3", IngestionOutcome.VERSION),
        (None, IngestionOutcome.REJECTED),
    ]


def test_a_feed_stands_for_the_first_of_its_items(tmp_path: Path) -> None:
    """An input with several articles is told of by one of them, and is new when that is."""
    tables = little.tables(2)
    for number in range(2):
        uri = f"feed.xml#{number}"
        tables["articles"][number] = replace(tables["articles"][number], source_uri=uri, content_sha256="f")
    commit(tmp_path, tables, inputs=[Input(source_uri="feed.xml", content_sha256="f", arrival=1)])
    _, (ingestion,) = entry(current_generation(tmp_path), None, ("feed.xml", "f"))
    assert (ingestion.article_id, ingestion.outcome) == ("a0", IngestionOutcome.NEW)
