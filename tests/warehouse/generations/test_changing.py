"""Changes to large tables: after any sequence of them the files hold exactly the rows they should, and are few."""

from __future__ import annotations

import hashlib
import random
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import duckdb
import pytest

from tests.warehouse import little
from tests.warehouse.rows import row
from warehouse.generations import Change, Generation, commit, commit_changes, current_generation, layout, read_rows
from warehouse.generations.integrity import check_integrity
from warehouse.generations.layout import Level, rank
from warehouse.generations.tables import is_named_by, read_arrow
from warehouse.inbox import read_inputs

LAYOUT = "warehouse.generations.layout"


@pytest.fixture(autouse=True)
def _tiny_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is large begins at twenty rows, so that a few hundred rows see everything that millions do."""
    monkeypatch.setattr(f"{LAYOUT}.SMALL_TABLE", 20)
    monkeypatch.setattr(f"{LAYOUT}.LEAST_ROWS", 4)
    monkeypatch.setattr(f"{LAYOUT}._LEAST_ROWS_OF", {})
    monkeypatch.setattr(f"{LAYOUT}._SMALL_TABLE_OF", {})
    # the database of views takes longer than the tables, and is not what is asked here
    monkeypatch.setattr("warehouse.generations.writing.database_of", lambda _: None)


def changes_of(tables: dict[str, list[object]]) -> dict[str, Change]:
    return {name: Change(put=rows) for name, rows in tables.items()}


def stories(numbers: range) -> dict[str, list[object]]:
    """The sound tables of the little warehouse, of these articles only."""
    return {name: rows[numbers.start :] for name, rows in little.tables(numbers.stop).items()}


def write(folder: Path, numbers: range) -> Generation:
    arrived = Change(put=little.inputs(numbers.stop)[numbers.start :])
    generation = commit_changes(folder, changes_of(stories(numbers)), inputs=arrived)
    assert generation is not None
    return generation


def test_any_changes_leave_exactly_the_rows_that_should_be_there(tmp_path: Path) -> None:
    """Rows put, replaced and removed by chance, 25 commits: each time a glob gives the rows of a plain dictionary."""
    chance = random.Random(8)  # noqa: S311 (data, not secrets)
    write(tmp_path, range(30))
    days = {event.event_id: event.sort_day for event in read_rows(current_generation(tmp_path), "events")}
    count = 30
    for _ in range(25):
        coming = range(count, count + chance.randint(0, 5))
        put = stories(coming)
        for event_id in chance.sample(sorted(days), 3):
            day = date(2025, 1, 1) + timedelta(days=chance.randint(0, 400))
            put["events"].append(row("events", event_id=event_id, label="moved", sort_day=day))
        commit_changes(tmp_path, changes_of(put), inputs=Change(put=little.inputs(coming.stop)[coming.start :]))
        count = coming.stop
        days |= {event.event_id: event.sort_day for event in put["events"]}  # type: ignore[attr-defined]
        found = duckdb.read_parquet(f"{tmp_path}/current/events/**/*.parquet").project("event_id, sort_day").fetchall()
        assert sorted(found) == sorted(days.items())
    assert_sound(tmp_path, count)


def assert_sound(folder: Path, count: int) -> None:
    """All tables are whole and sound, the levels are in order, and there are few files."""
    generation = current_generation(folder)
    assert len(read_rows(generation, "evidence")) == count
    check_integrity(read_arrow(generation), read_inputs(generation.path))
    for name, files in generation.files.items():
        assert len(files) <= 200, name
        for level in (Level.YOUNG, Level.BASE):
            stretches = [(rank(file.first), rank(file.last)) for file in files if file.level is level]
            assert stretches == sorted(stretches), name
            assert all(last < first for (_, last), (first, _) in pairwise(stretches)), name
    on_disk = sorted(generation.path.glob("*/*.parquet"))
    assert {path.name for path in on_disk} == {file.name for files in generation.files.values() for file in files}
    assert all(is_named_by(path, hashlib.sha256(path.read_bytes()).hexdigest()) for path in on_disk)


def test_a_small_change_writes_few_files(tmp_path: Path) -> None:
    """One article more: every file of a large table but the one that is new is the file of the generation before."""
    before = write(tmp_path, range(200))
    after = write(tmp_path, range(200, 201))
    for table in ("events", "event_mentions", "evidence", "article_texts", "inputs"):
        old, new = (set(each.table_files(table)) for each in (before, after))
        fresh = [path for path in new if path.name not in {other.name for other in old}]
        assert len(fresh) == 1, table
        assert len(new) == len(old) + 1, table
        assert all(path.stat().st_nlink > 1 for path in new if path not in fresh), table


def test_what_is_told_again_and_again_leaves_large_files_alone(tmp_path: Path) -> None:
    """A row that was replaced lies among the fresh ones: replaced again it touches no file of the base."""
    write(tmp_path, range(200))
    bases = []
    for label in ("told again", "and again"):
        moved = row("events", event_id="e7", label=label, sort_day=date(2025, 8, 8))
        generation = commit_changes(tmp_path, {"events": Change(put=[moved])})
        assert generation is not None
        bases.append([file.name for file in generation.files["events"] if file.level is Level.BASE])
    assert bases[0] == bases[1]


def test_rows_that_are_put_as_they_are_stay_where_they_are(tmp_path: Path) -> None:
    """Of ten rows that are put nine are there already: one file loses a row, and one row is fresh."""
    before = write(tmp_path, range(200))
    events = stories(range(200))["events"][:9]
    moved = row("events", event_id="e150", label="moved", sort_day=date(2025, 8, 8))
    after = commit_changes(tmp_path, {"events": Change(put=[*events, moved])})
    assert after is not None
    kept = {file.name for file in before.files["events"]} & {file.name for file in after.files["events"]}
    assert len(kept) == len(before.files["events"]) - 1
    assert [file.row_count for file in after.files["events"] if file.level is Level.FRESH] == [1]


def test_tables_take_turns_to_move_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a commit may move few rows, some tables do and the others wait; yet none waits for ever."""
    monkeypatch.setattr(f"{LAYOUT}.LEAST_ROWS", 20)
    monkeypatch.setattr("warehouse.generations.moving._VALUES", 500)
    before = fresh_rows(write(tmp_path, range(200)))
    moving = []
    for number in range(200, 230):
        after = fresh_rows(write(tmp_path, range(number, number + 1)))
        moving.append([name for name in after if after[name] < before[name]])
        before = after
    assert max(map(len, moving)) <= 2
    assert max(before.values()) <= 16
    assert {"events", "evidence", "event_mentions"} <= {name for names in moving for name in names}


def fresh_rows(generation: Generation) -> dict[str, int]:
    """How many rows of each table lie apart."""
    return {
        name: sum(file.row_count for file in files if file.level is Level.FRESH)
        for name, files in generation.files.items()
    }


def test_whoever_lists_a_large_table_sees_its_base_first(tmp_path: Path) -> None:
    """DuckDB guesses the size of a table by the first file; that of the last commit would be a hundredth of it."""
    write(tmp_path, range(200))
    for number in range(200, 206):
        generation = write(tmp_path, range(number, number + 1))
    for table in ("events", "evidence"):
        level = {file.name: file.level for file in generation.files[table]}
        listed = [level[Path(name).name] for name in sorted(map(str, generation.table_files(table)))]
        assert listed == sorted(listed, key=[Level.BASE, Level.FRESH, Level.YOUNG].index)
        assert len(set(listed)) > 1


def test_rows_of_a_place_lie_together_within_a_day(tmp_path: Path) -> None:
    """What is asked by place is read in few stretches; those without a place come last."""
    places = [None, "p2", "p1", None, "p1", "p2"]
    rows = [
        row("events", event_id=f"e{n}", sort_day=date(2025, 8, 8), place_id=place) for n, place in enumerate(places)
    ]
    named = [row("places", place_id=place, name=place) for place in ("p1", "p2")]
    tables = little.tables(6)
    commit(tmp_path, {**tables, "events": rows, "places": named}, inputs=little.inputs(6))
    written = duckdb.read_parquet(f"{tmp_path}/current/events/**/*.parquet").project("place_id").fetchall()
    assert [place for (place,) in written] == ["p1", "p1", "p2", "p2", None, None]


def test_a_table_in_the_order_of_an_older_version_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files sorted without the place, and more of them than are made now: nothing is lost, and they become few."""
    with monkeypatch.context() as older:
        older.setattr(f"{LAYOUT}._ORDER", {**layout._ORDER, "events": ("sort_day",)})
        older.setattr(f"{LAYOUT}._PARTS", 60)
        before = write(tmp_path, range(200))
    assert len(before.files["events"]) > 40
    for start in range(200, 260, 5):
        after = write(tmp_path, range(start, start + 5))
    assert_sound(tmp_path, 260)
    assert len(after.files["events"]) < 40


def test_a_whole_set_of_rows_is_committed_as_what_changed(tmp_path: Path) -> None:
    """``commit`` of all rows finds out what is new, different and gone; the same again commits nothing."""
    commit(tmp_path, little.tables(200), inputs=little.inputs(200))
    before = current_generation(tmp_path)
    tables = little.tables(201)
    tables["events"][7] = row("events", event_id="e7", label="renamed", sort_day=date(2025, 8, 8))
    after = commit(tmp_path, tables, inputs=little.inputs(201))
    assert after is not None
    kept = {file.name for file in before.files["events"]} & {file.name for file in after.files["events"]}
    assert len(kept) == len(before.files["events"]) - 1
    assert {event.event_id: event.label for event in read_rows(after, "events")}["e7"] == "renamed"
    assert commit(tmp_path, tables, inputs=little.inputs(201)) is None
    fewer = commit(tmp_path, little.tables(150), inputs=little.inputs(150))
    assert fewer is not None
    assert_sound(tmp_path, 150)


def test_what_is_removed_is_gone(tmp_path: Path) -> None:
    """Keys that are removed leave no row behind; a key that is not there is no mistake."""
    write(tmp_path, range(100))
    gone = range(90, 101)
    keys: dict[str, list[tuple[str, ...]]] = {
        "articles": [(f"a{n}",) for n in gone],
        "article_texts": [(f"a{n}",) for n in gone],
        "event_mentions": [(f"m{n}",) for n in gone],
        "events": [(f"e{n}",) for n in gone],
        "event_ids": [(f"e{n}",) for n in gone],
        "evidence": [(f"e{n}", f"m{n}") for n in gone],
        "event_status": [(f"e{n}", f"m{n}") for n in gone],
    }
    arrived = Change(remove=[(f"{n}.txt", str(n)) for n in gone])
    commit_changes(tmp_path, {name: Change(remove=listed) for name, listed in keys.items()}, inputs=arrived)
    assert_sound(tmp_path, 90)


def test_no_change_is_no_commit(tmp_path: Path) -> None:
    """Rows that are there as they are make no new generation."""
    write(tmp_path, range(100))
    again = commit_changes(tmp_path, changes_of(stories(range(5, 6))))
    assert again is None


def test_a_first_commit_and_a_small_one_depend_on_the_rows_alone(tmp_path: Path) -> None:
    """Whatever the steps, a table that ends small is the same file; written at once, a large one, too."""
    write(tmp_path / "steps", range(10))
    write(tmp_path / "steps", range(10, 19))
    once = write(tmp_path / "once", range(19))
    assert current_generation(tmp_path / "steps").files["events"] == once.files["events"]
    large = write(tmp_path / "large", range(100))
    again = commit(tmp_path / "again", little.tables(100), inputs=little.inputs(100))
    assert again is not None
    assert large.files == again.files
