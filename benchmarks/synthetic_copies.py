"""Writes a warehouse that holds another one several times over, under other ids: millions of events in minutes.

usage: python -m benchmarks.synthetic_copies WAREHOUSE FOLDER [--times N]

Actors, places, days and words stay, so that questions have N times as many answers. The files are cut and sorted as a
first commit of all rows would; nothing is checked, and no table is ever whole in memory.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from schemas import TABLES
from schemas.arrow import arrow_schema
from schemas.columns import Table
from warehouse.files import settle, write_bytes
from warehouse.generations import Generation, current_generation
from warehouse.generations.database import database_of
from warehouse.generations.generation import MANIFEST, manifest_of, read_generation
from warehouse.generations.layout import DataFile, Level, is_small, order_of, rows_per_file
from warehouse.generations.tables import Shelf
from warehouse.generations.writing import switch
from warehouse.inbox.inputs import INPUT_TABLE, INPUTS

_RUN = "0001-copies"
#: Tables that are there once.
_SHARED = frozenset({"actors", "actor_aliases", "places", "data_dictionary"})
#: Ids that mean the same in every copy; all other columns that end so are given other letters.
_KEPT_IDS = frozenset({"actor_id", "place_id", "wikidata_id", "left_id"})
_ALSO_IDS = frozenset({"content_sha256", "source_uri"})
#: Ids begin with a hexadecimal digit, those of the copies with one of these.
_LETTERS = "ghijklmnopqrstuvwxyz"


def copy_often(source: Generation, folder: Path, times: int) -> Generation:
    """Write ``times`` copies of the rows of ``source`` as the first generation of a warehouse in ``folder``."""
    place = folder.resolve() / "generations" / _RUN
    tables = {name: table for name, table in TABLES.items() if not table.is_journal} | {INPUTS: INPUT_TABLE}
    files = {}
    for name, table in tables.items():
        files[name] = _written(source, Shelf(table, place, None), 1 if name in _SHARED else times)
        sys.stderr.write(f"{name}: {sum(file.row_count for file in files[name])} rows in {len(files[name])} files\n")
        settle(place / name)
    manifest = manifest_of(files)
    database_of(read_generation(place, manifest))
    write_bytes(place / MANIFEST, manifest)
    written = read_generation(place)
    switch(written)
    return written


def _written(source: Generation, shelf: Shelf, times: int) -> tuple[DataFile, ...]:
    table = shelf.table
    row_count = times * source.row_count(table.name)
    most = rows_per_file(table, row_count)
    file_count = max(-(-row_count // most), 1)
    size = max(-(-row_count // file_count), 1)
    is_indexed = not is_small(table, row_count)
    with duckdb.connect() as connection:
        connection.execute("set memory_limit = '3GB'; set threads = 1; set preserve_insertion_order = false")
        paths = [str(path) for path in source.table_files(table.name)]
        stream = connection.sql(_question(table, times), params=[paths]).to_arrow_reader(size)
        return tuple(shelf.write(rows, Level.BASE, is_indexed=is_indexed) for rows in _cut(table, stream, size))


def _question(table: Table, times: int) -> str:
    columns = ", ".join(_relabelled(column.name) for column in table.columns)
    order = ", ".join(f"{name} nulls last" for name in order_of(table))
    return f"select {columns} from read_parquet($1), range({times}) as copy(number) order by {order}"  # noqa: S608


def _relabelled(name: str) -> str:
    if name in _KEPT_IDS or not (name.endswith("_id") or name in _ALSO_IDS):
        return name
    letters = f"substr('{_LETTERS}', number::integer, 1)"
    return f"if(number = 0, {name}, {letters} || substr({name}, 2)) as {name}"


def _cut(table: Table, stream: Any, size: int) -> Iterator[Any]:
    """The rows of ``stream`` in tables of ``size`` rows; one, if there are none."""
    schema, waiting, is_any = arrow_schema(table), [], False
    for batch in stream:
        waiting.append(batch)
        while sum(each.num_rows for each in waiting) >= size:
            whole = pa.Table.from_batches(waiting)
            yield whole.slice(0, size).cast(schema)
            is_any = True
            waiting = whole.slice(size).to_batches()
    if any(each.num_rows for each in waiting) or not is_any:
        yield pa.Table.from_batches(waiting, schema=stream.schema).cast(schema)


def _main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("warehouse", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=10, choices=range(1, len(_LETTERS) + 2))
    parsed = parser.parse_args(arguments)
    written = copy_often(current_generation(parsed.warehouse), parsed.folder, parsed.times)
    sys.stdout.write(f"{written.row_count('events')} events\n")


if __name__ == "__main__":
    _main()
