"""The tables as Prefect assets: what was made from what, in the events of every run that committed.

A table's key is the address of its folder in ``current``, where every reader finds it. One commit makes all tables; the
layers say which of them rest on which.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from prefect.assets import Asset, AssetProperties, add_asset_metadata, materialize
from prefect.cache_policies import NO_CACHE

from flows.stages import Resolution
from schemas import TABLES

#: What is kept of the sources, which no table is made without.
RAW = "raw"

#: Each layer rests on the ones before it.
LAYERS: dict[str, tuple[str, ...]] = {
    "articles": ("articles", "article_texts", "article_dates", "rejections"),
    "claims": (
        "time_expressions",
        "event_mentions",
        "participants",
        "actors",
        "actor_aliases",
        "places",
    ),
    "events": (
        "events",
        "event_participants",
        "evidence",
        "event_ids",
        "event_redirects",
        "event_status",
        "count_claims",
        "day_bounds",
    ),
    "findings": ("findings", "finding_evidence"),
}


def publish(warehouse: Path, resolution: Resolution) -> None:
    """Tell Prefect that the tables were made, layer by layer, with their numbers of rows."""
    upstream = [raw_asset(warehouse)]
    for layer, tables in LAYERS.items():
        upstream += _publish_layer(warehouse, resolution, layer, tables, upstream)


def _publish_layer(
    warehouse: Path, resolution: Resolution, layer: str, tables: Sequence[str], upstream: Sequence[Asset]
) -> list[Asset]:
    assets = [table_asset(warehouse, table) for table in tables]

    @materialize(
        *assets,
        by="dateline",
        name=f"publish {layer}",
        task_run_name=f"publish {layer}",
        asset_deps=list(upstream),
        cache_policy=NO_CACHE,
    )
    def describe() -> None:
        """Tell of each table from which run it is and how long."""
        for table, asset in zip(tables, assets, strict=True):
            add_asset_metadata(asset, {"run_id": resolution.run_id, "row_count": resolution.row_counts.get(table, 0)})

    describe()
    return assets


def table_asset(warehouse: Path, table: str) -> Asset:
    """The asset of ``table`` in ``warehouse``."""
    properties = AssetProperties(name=table, description=f"One row is {TABLES[table].row_is}")
    return Asset(key=_address(warehouse, f"current/{table}"), properties=properties)


def raw_asset(warehouse: Path) -> Asset:
    """The asset of everything that was ever taken in."""
    return Asset(key=_address(warehouse, RAW), properties=AssetProperties(name=RAW, description="Bytes as received"))


def warehouse_address(warehouse: Path) -> str:
    """The warehouse as a resource that events name."""
    return _address(warehouse, "").rstrip("/")


def _address(warehouse: Path, place: str) -> str:
    # Prefect takes no % in a key; the link `current` stays in it: where it leads to is another folder tomorrow
    folder = warehouse.resolve().as_uri().replace("%", "_")
    return f"{folder}/{place}"
