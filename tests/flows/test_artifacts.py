"""What Prefect shows of a run."""

from __future__ import annotations

from flows.conducting import Outcome
from flows.stages import Resolution, Verdict
from schemas import AttemptStage
from schemas.enumerations import AttemptOutcome, Stage
from tests.flows.tables import attempt


def test_the_summary_tells_what_a_run_came_to() -> None:
    """Articles, rejections, events and findings, seconds and memory of each stage."""
    from flows.artifacts import summary_of  # noqa: PLC0415 (after Prefect's settings are made)

    row = attempt(
        outcome=AttemptOutcome.COMMITTED,
        run_id="0002-abc",
        input_count=7,
        new_input_count=3,
        read_count=3,
        new_article_count=2,
        new_rejection_count=1,
        new_event_count=1200,
        changed_event_count=4,
        new_finding_count=5,
        resolved_finding_count=6,
        open_error_count=1,
    )
    stage = AttemptStage(
        attempt_id=row.attempt_id, stage=Stage.RESOLVE, seconds=1.26, peak_memory_bytes=350_000_000, item_count=7
    )
    resolution = Resolution(run_id="0002-abc", is_new=True, row_counts={})
    text = "\n".join(
        summary_of(Outcome(attempt=row, stages=[stage], resolution=resolution, verdict=Verdict(open_counts={})))
    )
    for told in (
        "run: committed",
        "7 inputs in the sources, 3 new, 3 read",
        "2 new articles, 1 new rejection",
        "events: 1,200 new, 4 changed, 0 gone",
        "findings: 5 new, 6 resolved",
        "1 open error in run 0002-abc",
        "| resolve | 1.3 | 350 | 7 |",
    ):
        assert told in text
