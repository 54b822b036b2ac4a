"""Commits a generation: every table at once, by one atomic switch of ``current``."""

from __future__ import annotations

import hashlib
import secrets
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from schemas import TABLES
from schemas.arrow import arrow_table
from schemas.columns import Table
from schemas.dictionary import dictionary_rows
from warehouse.files import settle, write_bytes, write_link
from warehouse.generations.changes import Change, TableChange, apply_whole, compare, table_change
from warehouse.generations.changing import change_files, write_whole
from warehouse.generations.database import DATABASE, database_of
from warehouse.generations.finding import keys_found
from warehouse.generations.generation import (
    MANIFEST,
    Generation,
    current_or_none,
    manifest_of,
    read_generation,
)
from warehouse.generations.integrity import check_changes, check_integrity
from warehouse.generations.journaling import RunNotes, journal_rows
from warehouse.generations.layout import DataFile, is_small
from warehouse.generations.moving import Effort, urgency
from warehouse.generations.pruning import clear_leftovers
from warehouse.generations.tables import Shelf, read_table
from warehouse.inbox.inputs import INPUT_TABLE, INPUTS, Input, read_inputs
from warehouse.inbox.journal import highest_number, open_journal, prepare_entry, settle_entry

#: The tables of a generation, and the inputs, which are written like one.
_WRITTEN: dict[str, Table] = {name: table for name, table in TABLES.items() if not table.is_journal}
_WRITTEN[INPUTS] = INPUT_TABLE


def commit(
    warehouse: Path,
    tables: Mapping[str, Sequence[Any]],
    *,
    inputs: Sequence[Input],
    notes: RunNotes | None = None,
) -> Generation | None:
    """Make ``tables`` (name -> all rows, what is missing is empty) the current generation of ``warehouse``.

    Returns None, and changes nothing, when tables and ``inputs`` are those of the current generation. Killed at any
    moment, it leaves the old generation current and whole, or the new one. Raises IntegrityError when the tables are
    not sound. Of large tables only what changed is checked and written.
    """
    warehouse = warehouse.resolve()
    _require_declared(tables)
    rows = {**tables, "data_dictionary": dictionary_rows(), INPUTS: inputs}
    whole = {name: arrow_table(table, rows.get(name, ())) for name, table in _WRITTEN.items()}
    previous = _previous(warehouse)
    small = {name: data for name, data in whole.items() if is_small(_WRITTEN[name], data.num_rows)}
    if previous is None or not previous.is_continued or len(small) == len(whole):
        _check_whole(whole)
        return _commit(warehouse, previous, whole, {}, notes)
    changes = {name: compare(previous, table, whole[name]) for name, table in _WRITTEN.items()}
    check_changes(previous, changes)
    return _commit(warehouse, previous, small, changes, notes)


def commit_changes(
    warehouse: Path,
    changes: Mapping[str, Change],
    *,
    inputs: Change | None = None,
    notes: RunNotes | None = None,
) -> Generation | None:
    """Make the current generation of ``warehouse`` with ``changes`` (name -> change) the current one.

    ``inputs`` are the inputs that are put, and the keys (address, content hash) of those removed. Returns None when
    nothing changes; kills and unsound changes as with :func:`commit`. What is checked and written depends on the
    changes, not on the size of the tables.
    """
    warehouse = warehouse.resolve()
    _require_declared(changes)
    given = {**changes, INPUTS: inputs or Change(), "data_dictionary": Change(put=dictionary_rows())}
    in_arrow = {name: table_change(table, given.get(name, Change())) for name, table in _WRITTEN.items()}
    previous = _previous(warehouse)
    if previous is None or not previous.is_continued:
        whole = {name: apply_whole(each, _rows_before(previous, each.table)) for name, each in in_arrow.items()}
        _check_whole(whole)
        return _commit(warehouse, previous, whole, {}, notes)
    check_changes(previous, in_arrow)
    return _commit(warehouse, previous, {}, in_arrow, notes)


def _check_whole(whole: Mapping[str, Any]) -> None:
    check_integrity({name: data for name, data in whole.items() if name != INPUTS}, whole[INPUTS])


def _require_declared(names: Mapping[str, object]) -> None:
    unknown = names.keys() - _WRITTEN.keys() | names.keys() & {INPUTS}
    if unknown:
        raise KeyError(f"not declared in schemas/: {', '.join(sorted(unknown))}")


def _previous(warehouse: Path) -> Generation | None:
    open_journal(warehouse)
    previous = current_or_none(warehouse)
    if previous is not None:
        settle_entry(warehouse, previous.run_id)
    clear_leftovers(warehouse)
    return previous


def _rows_before(previous: Generation | None, table: Table) -> Any:
    """All rows of ``table``, of which the older generation may have been written in another way."""
    if previous is None:
        return arrow_table(table, ())
    previous.require_this_schema()
    if table is INPUT_TABLE:
        return arrow_table(table, read_inputs(previous.path))
    return read_table(previous, table)


def _commit(
    warehouse: Path,
    previous: Generation | None,
    whole: Mapping[str, Any],
    changes: Mapping[str, TableChange],
    notes: RunNotes | None,
) -> Generation | None:
    draft = warehouse / "generations" / f".draft-{secrets.token_hex(4)}"
    try:
        files = _write_all(draft, previous, whole, changes)
        manifest = manifest_of(files)
        if previous is not None and (previous.path / MANIFEST).read_bytes() == manifest:
            return None
        number = _next_number(warehouse)
        final = warehouse / "generations" / f"{number:04d}-{hashlib.sha256(manifest).hexdigest()[:12]}"
        draft.rename(final)
        return _publish(final, manifest, notes, previous)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _write_all(
    draft: Path, previous: Generation | None, whole: Mapping[str, Any], changes: Mapping[str, TableChange]
) -> dict[str, tuple[DataFile, ...]]:
    """Write every table: all rows of those in ``whole``, of the others what ``changes``."""
    effort, found = Effort(), {}
    for name, change in changes.items():
        if previous is not None and name not in whole:
            found[name] = keys_found(previous, change.table, change.keys())
            effort.spend(change.table, sum(file.row_count for file in found[name]))
    files = {}
    for name, table in _by_urgency(previous):
        shelf = Shelf(table, draft, None if previous is None else previous.path)
        if previous is None or name in whole:
            files[name] = write_whole(shelf, whole[name])
        else:
            files[name] = change_files(shelf, previous.files[name], changes[name].put, found[name], effort)
        settle(shelf.folder)
    return files


def _by_urgency(previous: Generation | None) -> list[tuple[str, Table]]:
    """The tables to write, those first whose files have waited longest to be put in order."""
    before = {} if previous is None else previous.files
    return sorted(_WRITTEN.items(), key=lambda item: (-urgency(item[1], before.get(item[0], ())), item[0]))


def _publish(final: Path, manifest: bytes, notes: RunNotes | None, previous: Generation | None) -> Generation:
    """Make the folder ``final`` a generation, the current one."""
    warehouse = final.parent.parent
    generation = read_generation(final, manifest)
    database_of(generation)
    if notes is not None:
        prepare_entry(warehouse, generation.run_id, journal_rows(generation, notes, previous))
    write_bytes(final / MANIFEST, manifest)
    settle(final)
    settle(final.parent)
    switch(generation)
    settle_entry(warehouse, generation.run_id)
    return generation


def _next_number(warehouse: Path) -> int:
    taken = [int(path.name.split("-")[0]) for path in (warehouse / "generations").glob("[0-9]*-*")]
    return max([*taken, highest_number(warehouse)], default=0) + 1


def switch(generation: Generation) -> None:
    """Make ``generation`` the one that everybody reads, in one step."""
    warehouse = generation.warehouse
    write_link(warehouse / "current", f"generations/{generation.run_id}")
    if not (warehouse / DATABASE).is_symlink():
        write_link(warehouse / DATABASE, f"current/{DATABASE}")
    settle(warehouse)
