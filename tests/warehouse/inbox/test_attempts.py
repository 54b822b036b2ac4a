"""The journal of attempts: every start of a run, what came of it, in few files."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from schemas import AttemptStage
from schemas.enumerations import AttemptOutcome, Stage
from tests.flows.tables import attempt
from warehouse.inbox import Input, begin_attempt, end_attempt, note_forgotten, read_attempts, read_forgotten
from warehouse.inbox.attempts import forget_problems
from warehouse.inbox.forgetting import hidden_address

FIRST = attempt(attempt_id="first")


def test_an_attempt_is_there_from_its_beginning(tmp_path: Path) -> None:
    """First under way, then with what came of it; one row."""
    begin_attempt(tmp_path, FIRST)
    assert read_attempts(tmp_path) == [FIRST]
    done = replace(FIRST, outcome=AttemptOutcome.COMMITTED, run_id="0001-abc")
    stage = AttemptStage(
        attempt_id="first", stage=Stage.RESOLVE, seconds=1.5, peak_memory_bytes=5_000_000_000, item_count=3
    )
    end_attempt(tmp_path, done, [stage])
    assert read_attempts(tmp_path) == [done]


def test_what_was_under_way_when_another_begins_has_died(tmp_path: Path) -> None:
    """Only one run holds the warehouse; what was finished stays as it was."""
    begin_attempt(tmp_path, FIRST)
    second = replace(FIRST, attempt_id="second", started_at=FIRST.started_at + timedelta(days=40))
    begin_attempt(tmp_path, second)
    assert [each.outcome for each in read_attempts(tmp_path)] == [AttemptOutcome.DIED, AttemptOutcome.UNDER_WAY]


def test_a_month_is_one_file(tmp_path: Path) -> None:
    """However many runs there are."""
    start = datetime(2025, 11, 1, tzinfo=UTC)
    for number in range(50):
        row = replace(FIRST, attempt_id=f"{number:02d}", started_at=start + timedelta(days=number))
        begin_attempt(tmp_path, row)
        end_attempt(tmp_path, replace(row, outcome=AttemptOutcome.UNCHANGED), [])
    assert len(read_attempts(tmp_path)) == 50
    assert sorted(path.name for path in (tmp_path / "journal" / "attempts").iterdir()) == [
        "2025-11.parquet",
        "2025-12.parquet",
    ]


def test_a_problem_does_not_tell_a_forgotten_address(tmp_path: Path) -> None:
    """Of every month; what else went wrong stays told."""
    note_forgotten(
        tmp_path,
        [Input(source_uri="a-scandal.txt", content_sha256="1")],
        who="Ida",
        day=date(2025, 9, 1),
        why="asked to",
    )
    later = FIRST.started_at + timedelta(days=40)
    end_attempt(tmp_path, replace(FIRST, problem="a-scandal.txt: cannot be read"), [])
    end_attempt(tmp_path, replace(FIRST, attempt_id="b", started_at=later, problem="a-strike.txt: cannot be read"), [])
    forget_problems(tmp_path, read_forgotten(tmp_path))
    problems = [each.problem for each in read_attempts(tmp_path)]
    assert problems == [f"{hidden_address('a-scandal.txt')}: cannot be read", "a-strike.txt: cannot be read"]
