"""Derived findings: quotes from the text, ids that stay, acknowledgement."""

from __future__ import annotations

from datetime import date

from schemas import Correction, CorrectionKind, Finding
from tests.warehouse import story
from warehouse.findings import complete_tables, derive_findings


def test_a_finding_quotes_both_sides() -> None:
    """Each quote is the sentence around the claim, with offsets that give it."""
    tables = story.tables()
    (finding,), quotes = derive_findings(tables)
    assert finding.check_name == "status_conflict"
    assert [quote.quote for quote in quotes] == [story.HELD, story.CANCELED]
    bodies = {text.article_id: text.body_text for text in tables["article_texts"]}
    for quote in quotes:
        assert quote.start_offset is not None
        assert bodies[quote.article_id][quote.start_offset : quote.end_offset] == quote.quote


def test_ids_do_not_depend_on_order_or_on_other_findings() -> None:
    """The same contradiction has the same id in any order of rows and whatever the event is called."""
    tables = story.tables()
    first, _ = derive_findings(tables)
    second, _ = derive_findings({name: rows[::-1] for name, rows in tables.items()})
    assert [finding.finding_id for finding in first] == [finding.finding_id for finding in second]


def test_without_rows_nothing_is_found() -> None:
    """No tables, no findings."""
    assert derive_findings({}) == ([], [])


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
