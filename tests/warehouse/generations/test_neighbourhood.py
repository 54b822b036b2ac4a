"""The check of a change finds whatever the check of all rows would: a large warehouse cannot be made unsound."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse import little
from tests.warehouse.rows import row
from warehouse.errors import IntegrityError
from warehouse.generations import Change, commit, commit_changes, current_generation

WHOLE = 40


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("SMALL_TABLE", 20), ("LEAST_ROWS", 8), ("_LEAST_ROWS_OF", {}), ("_SMALL_TABLE_OF", {})):
            patch.setattr(f"warehouse.generations.layout.{name}", value)
        patch.setattr("warehouse.generations.writing.database_of", lambda _: None)
        folder = tmp_path_factory.mktemp("large")
        commit(folder, little.tables(WHOLE), inputs=little.inputs(WHOLE))
        yield folder


MENTION = {"article_id": "a3", "sentence": "They met.", "trigger": "met", "start_offset": 5, "end_offset": 8}
BREAKS: Mapping[str, tuple[dict[str, Change], str]] = {
    "a claim of an article that is not there": (
        {"event_mentions": Change(put=[row("event_mentions", mention_id="m3", **{**MENTION, "article_id": "a99"})])},
        r"event_mentions\.article_id",
    ),
    "an article that goes while its claims stay": (
        {"articles": Change(remove=[("a3",)])},
        r"article_texts\.article_id|event_mentions\.article_id",
    ),
    "a wrong offset": (
        {"event_mentions": Change(put=[row("event_mentions", mention_id="m3", **{**MENTION, "start_offset": 4})])},
        "offsets_give_words",
    ),
    "a text that changes under a claim": (
        {"article_texts": Change(put=[row("article_texts", article_id="a3", body_text="We met.")])},
        "offsets_give_words",
    ),
    "an event without a claim": (
        {
            "events": Change(put=[row("events", event_id="e99")]),
            "event_ids": Change(put=[row("event_ids", event_id="e99", founding_mention_id="m3")]),
        },
        "events_have_evidence",
    ),
    "a claim that goes from under an event": ({"evidence": Change(remove=[("e3", "m3")])}, "events_have_evidence"),
    "a claim of two events": (
        {"evidence": Change(put=[row("evidence", event_id="e4", mention_id="m3")])},
        "events_have_evidence",
    ),
    "an event that is not in the ledger": ({"event_ids": Change(remove=[("e3",)])}, "events_are_in_the_ledger"),
    "days that end before they begin": (
        {
            "events": Change(
                put=[
                    row(
                        "events",
                        event_id="e3",
                        first_day=little.NOON.date(),
                        last_day=little.NOON.replace(year=2000).date(),
                    )
                ]
            )
        },
        "days_are_ordered",
    ),
    "a finding without a quote": (
        {"findings": Change(put=[row("findings", finding_id="f1", event_id="e3")])},
        "findings_have_evidence",
    ),
    "a rejection of what is an article": (
        {"rejections": Change(put=[row("rejections", source_uri="3.txt", content_sha256="3")])},
        "one_end_per_input",
    ),
}


@pytest.mark.parametrize("what", BREAKS)
def test_a_change_that_breaks_a_promise_is_not_committed(large: Path, what: str) -> None:
    """Each names the promise, and leaves the generation that was current."""
    changes, promise = BREAKS[what]
    before = current_generation(large).run_id
    with pytest.raises(IntegrityError, match=promise):
        commit_changes(large, changes)
    assert current_generation(large).run_id == before


@pytest.mark.parametrize(
    "inputs",
    [Change(remove=[("3.txt", "3")]), Change(put=little.inputs(WHOLE + 1)[WHOLE:])],
    ids=["an article without an input", "an input without an end"],
)
def test_inputs_and_their_ends_are_compared(large: Path, inputs: Change) -> None:
    """Every input ends in exactly one of articles and rejections, old ones too."""
    with pytest.raises(IntegrityError, match="one_end_per_input"):
        commit_changes(large, {}, inputs=inputs)
