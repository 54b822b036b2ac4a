"""The command line: quick to answer, one clear line for a mistake."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import pytest

from flows.commands import chronology
from flows.commands.main import commands
from flows.commands.main import main as dateline
from flows.errors import CommandError
from tests.conftest import REPOSITORY

#: What only runs and questions may load.
HEAVY = {"prefect", "spacy", "dateparser", "trafilatura", "sklearn"}


def loaded_by(*words: str) -> set[str]:
    """The top-level modules that a fresh process has loaded after the command ``words``."""
    code = "import sys; from flows.commands.main import main\ntry: main(sys.argv[1:])\nexcept SystemExit: pass\n"
    code += "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code, *words], cwd=REPOSITORY, check=True, capture_output=True, text=True
    )
    return set(done.stderr.splitlines()[-1].split())


def test_help_loads_nothing_heavy() -> None:
    """Not even DuckDB or Arrow."""
    assert not loaded_by("--help") & (HEAVY | {"duckdb", "pyarrow", "numpy", "pydantic"})


def test_reading_commands_load_neither_prefect_nor_spacy(seed_warehouse: Path) -> None:
    """chronology, check and sql only read tables."""
    for words in (["chronology"], ["check"], ["sql", "select 1"]):
        assert not loaded_by(*words, "--warehouse", str(seed_warehouse)) & HEAVY


def test_the_commands_of_the_design_are_there() -> None:
    """Found by themselves, each with its help."""
    found = {command.NAME: command.HELP for command in commands()}
    assert {"run", "chronology", "explain", "check", "sql", "rebuild", "forget", "serve", "diff"} <= found.keys()
    assert all(found.values())


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["nonsense"],
        ["run"],
        ["run", "x", "--nonsense"],
        ["run", "x", "--published", "3/4"],
        ["run", "x", "--workers", "0"],
    ],
)
def test_a_wrong_command_line_is_one_line(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    """Exit code 2, and the way to more help."""
    with pytest.raises(SystemExit) as end:
        dateline(words)
    assert end.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("dateline")
    assert "--help" in line


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (CommandError("no such\nevent"), 1, "dateline: no such event"),
        (PermissionError(13, "Permission denied", "w/raw"), 1, "dateline: w/raw: Permission denied"),
        (OSError(28, "No space left on device"), 1, "dateline: No space left on device"),
        (KeyboardInterrupt(), 130, "dateline: interrupted"),
    ],
)
def test_what_the_user_can_mend_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, line: str
) -> None:
    """Whatever part of a command complains."""

    def fail(_: argparse.Namespace) -> int:
        raise error

    monkeypatch.setattr(chronology, "run", fail)
    assert dateline(["chronology"]) == code
    assert capsys.readouterr().err == f"{line}\n"


def test_a_reader_that_leaves_is_no_error(seed_warehouse: Path) -> None:
    """``dateline chronology | head -1`` ends quietly."""
    command = f"{sys.executable} -m flows.commands.main chronology --json --warehouse {seed_warehouse} | head -1"
    done = subprocess.run(["sh", "-c", command], cwd=REPOSITORY, check=True, capture_output=True, text=True)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1
