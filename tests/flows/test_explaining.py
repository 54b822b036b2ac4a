"""Every event of a real calendar can be explained, and from what the tables say."""

from __future__ import annotations

from pathlib import Path

import warehouse as warehouses
from flows.explaining import explanation
from flows.reading import records
from flows.wording import quoted


def test_every_event_is_explained_by_every_claim_about_it(seed_warehouse: Path) -> None:
    """Each with its sentence, its status and where it stands; an event with a finding names that finding."""
    with warehouses.connect(seed_warehouse) as connection:
        events = records(connection, "from events")
        assert events
        for event in events:
            told = "\n".join(explanation(connection, seed_warehouse, event))
            assert told.startswith(f"{event['label']} ({event['event_id']})\n")
            claims = records(connection, "from mentions_of_event where event_id = ?", event["event_id"])
            assert len(claims) == event["mention_count"]
            for claim in claims:
                assert quoted(claim["sentence"]) in told
                assert f"{quoted(claim['trigger'])}: {claim['status']}" in told
            found = records(connection, "from findings where event_id = ?", event["event_id"])
            assert {each["finding_id"] for each in found if each["finding_id"] not in told} == set()


def test_what_was_set_aside_is_told_as_such(seed_warehouse: Path) -> None:
    """A bound that contradicts the others stands under its own heading, never under that of the bounds that count."""
    with warehouses.connect(seed_warehouse) as connection:
        for event in records(connection, "from events"):
            told = "\n".join(explanation(connection, seed_warehouse, event))
            bounds = records(connection, "from bounds_of_event where event_id = ?", event["event_id"])
            assert ("Set aside, because" in told) == any(each["is_set_aside"] for each in bounds)
            assert ("\nBounds on its days" in told) == any(not each["is_set_aside"] for each in bounds)
