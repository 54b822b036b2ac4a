"""Which events options choose, beside the same worked out by hand from the table."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import warehouse as warehouses
from flows.choosing import add_choice, chosen_events
from flows.reading import records

FIRST, LAST = date(2025, 8, 1), date(2025, 8, 15)
Row = Mapping[str, Any]


def overlaps(row: Row) -> bool:
    """The event can lie between FIRST and LAST, by days of its own of which something is known."""
    if row["day_role"] == "status" or row["first_day"] is row["last_day"] is None:
        return False
    return (row["first_day"] or date.min) <= LAST and (row["last_day"] or date.max) >= FIRST


def lies_within(row: Row) -> bool:
    """The event cannot lie outside of FIRST and LAST."""
    return overlaps(row) and (row["first_day"] or date.min) >= FIRST and (row["last_day"] or date.max) <= LAST


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        (f"--from {FIRST} --to {LAST}", overlaps),
        (f"--from {FIRST} --to {LAST} --sure", lies_within),
        ("--status occurred", lambda row: row["status"] == "occurred"),
        ("--type consult --status occurred", lambda row: (row["event_type"], row["status"]) == ("CONSULT", "occurred")),
        ("--place HUN", lambda row: row["country_code"] == "HUN"),
    ],
)
def test_the_chosen_are_those_that_fit(seed_warehouse: Path, words: str, fits: Callable[[Row], bool]) -> None:
    """All of them and no others."""
    parser = argparse.ArgumentParser()
    add_choice(parser)
    with warehouses.connect(seed_warehouse) as connection:
        chosen = chosen_events(connection, parser.parse_args(words.split()))
        events = records(connection, "from events")
    wanted = {row["event_id"] for row in events if fits(row)}
    assert 0 < len(wanted) < len(events)
    assert set(chosen or ()) == wanted


def test_no_option_chooses_all(seed_warehouse: Path) -> None:
    """Which is said by None, not by a list of everything."""
    parser = argparse.ArgumentParser()
    add_choice(parser)
    with warehouses.connect(seed_warehouse) as connection:
        assert chosen_events(connection, parser.parse_args([])) is None
