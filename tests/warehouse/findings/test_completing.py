"""Complete tables: derived findings, acknowledgements, and events in conflict."""

from __future__ import annotations

from datetime import date

from schemas import Correction, CorrectionKind, Finding
from tests.warehouse import story
from warehouse.findings import complete_tables


def _dismissal(finding: Finding) -> Correction:
    return Correction(
        who="An Editor",
        day=date(2024, 4, 23),
        kind=CorrectionKind.DISMISS,
        why="two debates",
        finding_id=finding.finding_id,
    )


def test_an_error_marks_its_event_until_somebody_dismisses_it() -> None:
    """``has_conflict`` follows the open error findings; a dismissed one stays, acknowledged."""
    open_tables = complete_tables(story.tables())
    (finding,) = open_tables["findings"]
    assert [event.has_conflict for event in open_tables["events"]] == [True]
    closed_tables = complete_tables(story.tables(), [_dismissal(finding)])
    assert [(one.finding_id, one.is_acknowledged) for one in closed_tables["findings"]] == [(finding.finding_id, True)]
    assert [event.has_conflict for event in closed_tables["events"]] == [False]
