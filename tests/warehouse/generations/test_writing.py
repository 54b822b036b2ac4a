"""Commits: complete, atomic, the same bytes for the same rows, and nothing at all when nothing is new."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import warehouse
from tests.warehouse import little
from tests.warehouse.rows import row
from warehouse.errors import IntegrityError
from warehouse.generations import commit, current_generation, kept_generations, read_rows

REPOSITORY = Path(__file__).parents[3]


def _commit(folder: Path, count: int) -> str:
    generation = commit(folder, little.tables(count), inputs=little.inputs(count), notes=little.notes(count))
    assert generation is not None
    return generation.run_id


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.parquet")}


def test_the_same_rows_commit_nothing(tmp_path: Path) -> None:
    """Rows that are those of the current generation, in whatever order, make no new one."""
    first = _commit(tmp_path, 5)
    reversed_rows = {name: rows[::-1] for name, rows in little.tables(5).items()}
    again = commit(tmp_path, reversed_rows, inputs=little.inputs(5)[::-1], notes=little.notes(5))
    assert again is None
    assert [generation.run_id for generation in kept_generations(tmp_path)] == [first]
    with warehouse.connect(tmp_path) as connection:
        assert connection.execute("select count(*) from runs").fetchone() == (1,)


def test_every_table_is_there_even_when_empty(tmp_path: Path) -> None:
    """A warehouse of nothing has every table, view and macro, and all can be asked."""
    commit(tmp_path, {}, inputs=[])
    with warehouse.connect(tmp_path) as connection:
        names = [name for (name,) in connection.execute("select name from contents where kind = 'view'").fetchall()]
        assert len(names) > 25
        for name in names:
            if name not in ("contents", "data_dictionary"):
                assert connection.table(name).fetchall() == []
        assert connection.execute("from status_as_of('2025-01-01')").fetchall() == []


def test_unchanged_files_are_hard_links(tmp_path: Path) -> None:
    """A table that did not change is the same file on disk in both generations."""
    _commit(tmp_path, 2)
    before = current_generation(tmp_path)
    _commit(tmp_path, 3)
    after = current_generation(tmp_path)
    (old,), (new,) = before.table_files("places"), after.table_files("places")
    assert old.samefile(new)
    (old,), (new,) = before.table_files("events"), after.table_files("events")
    assert old.name != new.name


def test_links_become_copies_where_links_do_not_exist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk without hard links the next generation is complete all the same."""
    _commit(tmp_path, 2)

    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    _commit(tmp_path, 3)
    with warehouse.connect(tmp_path) as connection:
        assert connection.execute("select count(*) from data_dictionary").fetchone() != (0,)


def test_large_tables_are_several_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table with more rows than a file holds is several files, and reads as one, sorted by key."""
    monkeypatch.setattr("warehouse.generations.tables.ROWS_PER_FILE", 2)
    _commit(tmp_path, 5)
    generation = current_generation(tmp_path)
    assert len(generation.table_files("events")) == 3
    assert [event.event_id for event in read_rows(generation, "events")] == ["e0", "e1", "e2", "e3", "e4"]
    with warehouse.connect(tmp_path) as connection:
        assert connection.execute("select count(*) from events").fetchone() == (5,)


def test_unsound_tables_are_not_committed(tmp_path: Path) -> None:
    """One wrong offset stops the commit, says which, and leaves the old generation current."""
    first = _commit(tmp_path, 2)
    tables = little.tables(3)
    tables["article_texts"][2] = row("article_texts", article_id="a2", body_text="We met.")
    with pytest.raises(IntegrityError, match=r"offsets_give_words.*m2"):
        commit(tmp_path, tables, inputs=little.inputs(3))
    assert current_generation(tmp_path).run_id == first
    assert len(kept_generations(tmp_path)) == 1
    assert not list((tmp_path / "generations").glob(".*"))


def test_all_rows_of_other_tables_must_be_known(tmp_path: Path) -> None:
    """A claim of an article that is not there stops the commit."""
    tables = little.tables(2)
    del tables["articles"][1]
    with pytest.raises(IntegrityError, match=r"event_mentions\.article_id"):
        commit(tmp_path, tables, inputs=little.inputs(2))


def test_a_table_nobody_declared_is_refused(tmp_path: Path) -> None:
    """Only declared tables can be committed."""
    with pytest.raises(KeyError, match="rumors"):
        commit(tmp_path, {"rumors": []}, inputs=[])


WORLDS = [
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
]


def test_bytes_do_not_depend_on_the_world(tmp_path: Path) -> None:
    """Another hash seed, time zone and locale give the same files under the same names."""
    program = (
        "import sys; from pathlib import Path;"
        "from tests.warehouse import little; from warehouse.generations import commit;"
        "commit(Path(sys.argv[1]), little.tables(7), inputs=little.inputs(7))"
    )
    written = []
    for number, world in enumerate(WORLDS):
        folder = tmp_path / str(number)
        subprocess.run([sys.executable, "-c", program, folder], check=True, cwd=REPOSITORY, env={**os.environ, **world})
        written.append(_files(folder / "current"))
    assert written[0] == written[1]
    assert written[0]


def test_what_arrived_is_journaled(tmp_path: Path) -> None:
    """The journal names each run's inputs and what became of them; it outlives the generations."""
    _commit(tmp_path, 2)
    _commit(tmp_path, 3)
    question = "select run_id[:4], source_uri, outcome, article_id from ingestions order by all"
    with warehouse.connect(tmp_path) as connection:
        assert connection.execute(question).fetchall() == [
            ("0001", "0.txt", "new", "a0"),
            ("0001", "1.txt", "new", "a1"),
            ("0002", "0.txt", "unchanged", "a0"),
            ("0002", "1.txt", "unchanged", "a1"),
            ("0002", "2.txt", "new", "a2"),
        ]
        assert connection.execute("select article_count from runs order by run_id").fetchall() == [(2,), (3,)]
