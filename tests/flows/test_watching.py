"""What a run leaves about itself in the journal."""

from __future__ import annotations

from pathlib import Path

import pytest

import warehouse as warehouses
from flows.commands.main import main as dateline
from flows.watching import Watch, watched
from schemas.enumerations import AttemptOutcome, Stage, Work
from tests.flows.tables import MEETING, STRIKE, attempt, run_direct, write_articles
from warehouse.inbox import read_attempts


def test_taking_in_and_resolving_leave_a_row_each(tmp_path: Path) -> None:
    """What came in, what it changed, seconds and memory of each stage; together they do what one run does."""
    articles, warehouse = write_articles(tmp_path / "in", meeting=MEETING, blank=" \n"), tmp_path / "w"
    options = ["--warehouse", str(warehouse), "--direct", "--quiet"]
    assert dateline(["ingest", str(articles), *options]) == 0
    assert not (warehouse / "current").exists()
    assert dateline(["ingest", str(articles), *options]) == 0
    assert dateline(["resolve", *options]) == 0
    first, second, third = read_attempts(warehouse)
    assert [each.outcome for each in (first, second, third)] == ["taken_in", "taken_in", "committed"]
    assert [each.new_input_count for each in (first, second)] == [first.input_count, 0]
    assert (third.new_article_count, third.new_rejection_count) == (1, first.input_count - 1)
    assert third.new_event_count > 0
    with warehouses.connect(warehouse) as connection:
        stages = connection.execute("select stage, seconds, peak_memory_bytes from attempt_stages").fetchall()
        assert connection.execute("select count(*) from ingestions").fetchone() == (first.input_count,)
    assert {stage for stage, _, _ in stages} == {"ingest", "extract", "resolve", "check"}
    assert all(seconds >= 0 and memory > 10_000_000 for _, seconds, memory in stages)


def test_what_a_run_changed_is_counted(tmp_path: Path) -> None:
    """New events of a new article, nothing when nothing came."""
    run_direct(tmp_path / "w", write_articles(tmp_path / "in", meeting=MEETING))
    run_direct(tmp_path / "w", write_articles(tmp_path / "in", strike=STRIKE))
    run_direct(tmp_path / "w", tmp_path / "in")
    _, second, third = read_attempts(tmp_path / "w")
    assert (second.new_article_count, second.gone_event_count, second.new_event_count > 0) == (1, 0, True)
    assert third.outcome is AttemptOutcome.UNCHANGED
    assert (third.new_event_count, third.changed_event_count, third.new_finding_count) == (0, 0, 0)


def test_a_failure_stands_in_the_journal_in_one_line(tmp_path: Path) -> None:
    """And is raised all the same."""
    clock = attempt().started_at
    with pytest.raises(ValueError, match="Tuesday"), watched(tmp_path, Work.RUN, lambda: clock) as watch:
        fail_in_a_stage(watch)
    (row,) = read_attempts(tmp_path)
    assert (row.outcome, row.problem) == (AttemptOutcome.FAILED, "ValueError: a rule that divides by Tuesday")
    assert [stage.stage for stage in watch.stages] == [Stage.EXTRACT]


def fail_in_a_stage(watch: Watch) -> None:
    with watch.stage(Stage.EXTRACT):
        raise ValueError("a rule that\ndivides by Tuesday")
