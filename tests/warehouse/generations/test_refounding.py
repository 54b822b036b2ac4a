"""Ids of events outlive the article that founded them."""

from __future__ import annotations

from pathlib import Path

from schemas import EventId
from tests.warehouse import little
from tests.warehouse.rows import row
from warehouse.generations import commit, current_generation, read_rows, refound_events


def founded(folder: Path) -> dict[str, str]:
    ledger: list[EventId] = read_rows(current_generation(folder), "event_ids")
    return {entry.event_id: entry.founding_mention_id for entry in ledger}


def test_an_event_rests_on_the_first_of_its_other_claims(tmp_path: Path) -> None:
    """Those of the article that goes do not count; an event that nobody else tells of stays as it is."""
    tables = little.tables(4)
    # e1 is told by the articles 1, 2 and 3; the event e0 by article 0 alone
    tables["events"] = tables["events"][:2]
    tables["event_ids"] = tables["event_ids"][:2]
    tables["event_status"] = tables["event_status"][:2]
    tables["evidence"] = [
        row("evidence", event_id="e0", mention_id="m0"),
        *(row("evidence", event_id="e1", mention_id=f"m{n}") for n in (3, 1, 2)),
    ]
    commit(tmp_path, tables, inputs=little.inputs(4))
    assert founded(tmp_path) == {"e0": "m0", "e1": "m1"}
    refound_events(tmp_path, little.inputs(4)[:2])
    assert founded(tmp_path) == {"e0": "m0", "e1": "m2"}


def test_nothing_is_committed_when_no_event_moves(tmp_path: Path) -> None:
    """Nor where nothing was ever committed."""
    refound_events(tmp_path / "none", little.inputs(1))
    assert not (tmp_path / "none").exists()
    run_id = little.write(tmp_path, 3)
    refound_events(tmp_path, little.inputs(3)[1:])
    assert current_generation(tmp_path).run_id == run_id
