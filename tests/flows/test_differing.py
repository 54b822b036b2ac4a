"""What counts as a change, and which words are named for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from flows.differing import Change, changes
from flows.reading import open_warehouse
from tests.warehouse import little
from tests.warehouse.rows import row
from warehouse.generations import commit


def _changes(folder: Path, before: dict[str, list[Any]], after: dict[str, list[Any]]) -> list[Change]:
    for tables in (before, after):
        commit(folder, tables, inputs=little.inputs(len(tables["articles"])))
    with open_warehouse(folder, "1") as old, open_warehouse(folder, "2") as new:
        return list(changes(old, new))


def test_a_new_article_adds_its_event_and_claim(tmp_path: Path) -> None:
    """What came in is named with its sentence."""
    event, mention = _changes(tmp_path, little.tables(1), little.tables(2))
    assert (event.kind, event.change, event.id) == ("event", "added", "e1")
    assert event.sentences == ((" ", "1.txt", "They met."),)
    assert (mention.kind, mention.change, mention.id) == ("mention", "added", "m1")


def test_an_event_that_was_merged_says_where_it_went(tmp_path: Path) -> None:
    """A removed event with a redirect names the event that stands and why."""
    after = little.tables(2)
    after["events"].pop()
    after["event_ids"].pop()
    after["evidence"][1] = replace(after["evidence"][1], event_id="e0")
    after["event_status"][1] = replace(after["event_status"][1], event_id="e0")
    after["event_redirects"] = [row("event_redirects", old_event_id="e1", event_id="e0", reason="merged")]
    found = _changes(tmp_path, little.tables(2), after)
    (removed,) = (change for change in found if change.change == "removed")
    assert removed.differences == (("now", "e1", "e0: merged"),)
    (moved,) = (change for change in found if change.kind == "mention")
    assert moved.differences == (("event_id", "e1", "e0"),)


def test_days_that_other_articles_moved_name_the_bound(tmp_path: Path) -> None:
    """When no claim about the event itself changed, the bounds that are new are named."""
    after = little.tables(1)
    day = date(2025, 8, 3)
    after["events"][0] = replace(after["events"][0], first_day=day, last_day=day)
    bound = {"left_id": "origin", "right_id": "e0.first", "min_days": 20303, "max_days": 20303}
    after["day_bounds"] = [row("day_bounds", bound_id="b1", reason="two days after the vote", article_id="a0", **bound)]
    (change,) = _changes(tmp_path, little.tables(1), after)
    assert change.differences == (("days", "2025-08-01", "2025-08-03"),)
    assert change.sentences == (("+", "0.txt", "two days after the vote"),)


@pytest.mark.parametrize(("column", "value", "words"), [("status", "canceled", "canceled"), ("place", "Rome", "Rome")])
def test_a_claim_that_is_read_otherwise_is_marked(tmp_path: Path, column: str, value: str, words: str) -> None:
    """New rules that read an old sentence otherwise change event and mention, by that sentence."""
    after = little.tables(1)
    after["events"][0] = replace(after["events"][0], **{column: value})
    after["event_mentions"][0] = replace(after["event_mentions"][0], **{column: value})
    event, mention = _changes(tmp_path, little.tables(1), after)
    assert event.sentences == (("~", "0.txt", "They met."),)
    assert event.differences[0][::2] == mention.differences[0][::2] == (column, words)
