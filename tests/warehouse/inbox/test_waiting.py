"""Deliveries that wait: nothing is lost, nothing comes twice, whatever is killed between two steps."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from warehouse.inbox import Arrival, Input, count_waiting, keep_waiting, known_inputs, settle_waiting

NOON = datetime(2025, 11, 9, 12, tzinfo=UTC)


def arrival(source_uri: str, content: str = "0", refusal: str | None = None) -> Arrival:
    item = Input(
        source_uri=source_uri,
        content_sha256=content * 64 if refusal is None else "",
        published_day=date(2025, 11, 9),
        refusal=refusal,
    )
    return Arrival(item, NOON)


def deliver(warehouse: Path, *arrivals: Arrival, held: tuple[Input, ...] = ()) -> list[str]:
    """The addresses that had to wait."""
    return [each.input.source_uri for each in keep_waiting(warehouse, arrivals, known_inputs(warehouse, held, 1))]


def test_what_was_delivered_waits_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    """Inputs come back as they were, in order of delivery, each with the number of its delivery."""
    deliver(tmp_path, arrival("a"))
    deliver(tmp_path, arrival("b", "1"))
    known = known_inputs(tmp_path, (), 1)
    assert [each.input for each in known.waiting] == [arrival("a").input, arrival("b", "1").input]
    assert [(item.source_uri, item.arrival) for item in known.inputs] == [("a", 2), ("b", 3)]
    assert (known.next_number, count_waiting(tmp_path)) == (4, 2)


def test_what_is_known_does_not_wait_again(tmp_path: Path) -> None:
    """The same bytes under the same address are no news; other bytes are a newer version."""
    assert deliver(tmp_path, arrival("a")) == ["a"]
    assert deliver(tmp_path, arrival("a")) == []
    assert deliver(tmp_path, arrival("a", "1")) == ["a"]
    assert [item.content_sha256[0] for item in known_inputs(tmp_path, (), 1).inputs] == ["0", "1"]


def test_a_delivery_that_a_generation_holds_is_not_put_in_twice(tmp_path: Path) -> None:
    """Killed between the commit and the settling: the older version does not come back as the newest."""
    deliver(tmp_path, arrival("a"))
    deliver(tmp_path, arrival("a", "1"))
    held = known_inputs(tmp_path, (), 1).inputs
    known = known_inputs(tmp_path, held, 2)
    assert known.inputs == held
    assert known.waiting == ()
    settle_waiting(tmp_path)
    assert count_waiting(tmp_path) == 0


def test_a_feed_that_answers_again_is_no_longer_refused(tmp_path: Path) -> None:
    """What it gives are items under addresses of their own; they end the refusal of the feed."""
    deliver(tmp_path, arrival("feed#1"))
    deliver(tmp_path, arrival("feed", refusal="could not be fetched"))
    assert [item.refusal for item in known_inputs(tmp_path, (), 1).inputs] == [None, "could not be fetched"]
    assert deliver(tmp_path, arrival("feed#1")) == ["feed#1"]
    assert [item.refusal for item in known_inputs(tmp_path, (), 1).inputs] == [None]
