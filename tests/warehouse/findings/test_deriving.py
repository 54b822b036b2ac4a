"""Derived findings: quotes from the text, ids that stay, acknowledgement."""

from __future__ import annotations

from tests.warehouse import story
from warehouse.findings import derive_findings


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
