"""What the declarations promise is checked on every set of tables."""

from __future__ import annotations

import pyarrow as pa

from schemas.checks import violations
from tests.warehouse import little
from tests.warehouse.rows import arrow_tables, row


def _broken(**tables: list[object]) -> list[str]:
    return [str(violation) for violation in violations(arrow_tables({**little.tables(2), **tables}))]


def test_sound_tables_break_nothing() -> None:
    """The little warehouse is sound."""
    assert _broken() == []


def test_a_key_that_stands_twice_is_found() -> None:
    """Two rows with one key, wherever in the table."""
    twice = [*little.tables(2)["events"], row("events", event_id="e1", label="another")]
    assert _broken(events=twice) == ["events: 1 x not one row per event_id, for example {'event_id': 'e1'}"]


def test_a_reference_to_nothing_is_found() -> None:
    """A value that the referred table lacks; null refers to nothing and is right."""
    broken = _broken(evidence=[row("evidence", event_id="e7", mention_id="m0")])
    assert broken == ["evidence.event_id: 1 x not in events.event_id, for example 'e7'"]


def test_a_null_where_none_may_be_is_found() -> None:
    """A null in a column that is declared without one."""
    tables = arrow_tables(little.tables(1))
    labels = tables["events"].schema.get_field_index("label")
    nullable = tables["events"].schema.field(labels).with_nullable(nullable=True)
    tables["events"] = tables["events"].set_column(labels, nullable, pa.array([None], pa.string()))
    assert [str(violation) for violation in violations(tables)] == ["events.label: 1 x not null-free, for example null"]


def test_a_word_outside_the_value_set_is_found() -> None:
    """A word that its enumeration does not have."""
    tables = arrow_tables(little.tables(1))
    place = tables["events"].schema.get_field_index("status")
    field = tables["events"].schema.field(place)
    tables["events"] = tables["events"].set_column(place, field, pa.array(["perhaps"], pa.string()))
    (found,) = violations(tables)
    assert found.where == "events.status"
    assert found.example == "'perhaps'"
