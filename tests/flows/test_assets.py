"""The tables as Prefect knows them."""

from __future__ import annotations

from pathlib import Path

from schemas import TABLES


def test_every_table_that_a_run_makes_is_in_one_layer() -> None:
    """But the dictionary, which says the same after every run."""
    from flows.assets import LAYERS  # noqa: PLC0415 (after Prefect's settings are made)

    listed = [table for tables in LAYERS.values() for table in tables]
    made = {name for name, table in TABLES.items() if not table.is_journal} - {"data_dictionary"}
    assert sorted(listed) == sorted(made)


def test_an_asset_may_lie_anywhere(tmp_path: Path) -> None:
    """Whatever letters are in the names of folders."""
    from flows.assets import table_asset  # noqa: PLC0415

    asset = table_asset(tmp_path / "news, 50 % of [all] #1", "events")
    assert asset.key.startswith("file:///")
    assert asset.key.endswith("/current/events")
