"""What a run says at its end."""

from __future__ import annotations

from flows.conducting import Outcome
from flows.stages import Resolution, Verdict
from flows.summary import summary_lines
from tests.flows.tables import attempt

COUNTS = {"articles": 5, "rejections": 1, "event_mentions": 60, "events": 50, "findings": 3}


def outcome(*, is_new: bool, skipped_count: int = 0) -> Outcome:
    return Outcome(
        attempt=attempt(input_count=6, skipped_count=skipped_count, read_count=6),
        resolution=Resolution(run_id="0002-abc", is_new=is_new, row_counts=COUNTS),
        verdict=Verdict(open_counts={"error": 1}),
    )


def test_a_run_tells_what_came_in_and_what_the_calendar_holds() -> None:
    """Two lines when all is well."""
    assert list(summary_lines(outcome(is_new=True))) == [
        "6 inputs taken in, 6 read",
        "run 0002-abc: 5 articles, 1 rejected input, 60 claims, 50 events, 3 findings",
    ]


def test_what_went_otherwise_is_told() -> None:
    """Skipped files, and that nothing is new."""
    lines = "\n".join(summary_lines(outcome(is_new=False, skipped_count=2)))
    assert "2 files of no known format skipped" in lines
    assert "nothing new, run 0002-abc" in lines
