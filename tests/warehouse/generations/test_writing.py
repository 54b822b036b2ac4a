"""Commits: complete, atomic, the same bytes for the same rows, and nothing at all when nothing is new."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import warehouse
from tests.warehouse import little
from warehouse.generations import commit, kept_generations

REPOSITORY = Path(__file__).parents[3]


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.parquet")}


def test_the_same_rows_commit_nothing(tmp_path: Path) -> None:
    """Rows that are those of the current generation, in whatever order, make no new one."""
    first = little.write(tmp_path, 5)
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
        names = [
            name
            for (name,) in connection.execute("select name from contents where kind in ('table', 'view')").fetchall()
        ]
        assert len(names) > 25
        for name in names:
            if name not in ("contents", "data_dictionary"):
                assert connection.table(name).fetchall() == []
        assert connection.execute("from status_as_of('2025-01-01')").fetchall() == []


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
