"""DuckDB 1.5, which many tools bring along, reads what DuckDB 2 wrote."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.bi.conftest import python_of
from warehouse.statements import read_statements

_PROGRAM = """
import duckdb, json, sys
connection = duckdb.connect(sys.argv[1], read_only=True)
answers = {question: len(connection.execute(question).fetchall()) for question in json.load(sys.stdin)}
other = duckdb.connect()
other.execute(f"attach '{sys.argv[1]}' as news (read_only)")
answers["attached"] = len(other.execute("from news.chronology").fetchall())
other.execute("use news")
answers["macro"] = len(other.execute("from status_as_of('2024-05-01')").fetchall())
print(json.dumps([duckdb.__version__, answers]))
"""


def test_every_example_is_answered(folder: Path) -> None:
    """Each view and macro, opened directly; views attached beside another database, macros after `use`."""
    questions = [statement.example for statement in read_statements("views")]
    command = [python_of(".venv-bi"), "-c", _PROGRAM, str(folder / "dateline.duckdb")]
    done = subprocess.run(command, input=json.dumps(questions), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    version, answers = json.loads(done.stdout)
    assert version.startswith("1.5.")
    assert set(questions) <= answers.keys()
    assert (answers["attached"], answers["macro"]) == (1, 1)
