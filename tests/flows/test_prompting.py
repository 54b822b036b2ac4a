"""The prompt of ``dateline sql``, in a real terminal and by its parts."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

import warehouse
from flows.prompting import NameCompleter, Prompt
from tests.conftest import REPOSITORY
from tests.warehouse import story
from warehouse.questions import vocabulary

#: What moves the cursor and colours the words; a terminal may jump over a space instead of writing it.
_UNSEEN = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[>=]|\s")


class Terminal:
    """A pseudo-terminal in which ``dateline sql`` runs: what is typed, and what is seen."""

    def __init__(self, warehouse_folder: Path, state: Path) -> None:
        self._ours, theirs = pty.openpty()
        self._shown, self._seen = "", 0
        environment = {**os.environ, "XDG_STATE_HOME": str(state), "TERM": "xterm", "COLUMNS": "100", "LINES": "40"}
        command = [sys.executable, "-m", "flows.commands.main", "sql", "--warehouse", str(warehouse_folder)]
        self.process = subprocess.Popen(
            command, cwd=REPOSITORY, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
        )
        os.close(theirs)

    def type(self, keys: str) -> None:
        """Press ``keys``."""
        os.write(self._ours, keys.encode())

    def see(self, words: str) -> str:
        """What is shown from the last words seen on until ``words`` are; fails when they do not come."""
        wanted = _UNSEEN.sub("", words)
        while (found := _UNSEEN.sub("", self._shown).find(wanted, self._seen)) < 0:
            ready, _, _ = select.select([self._ours], [], [], 30)
            assert ready, f"{words!r} did not come in {self._shown!r}"
            piece = os.read(self._ours, 65536).decode(errors="replace")
            if "\x1b[6n" in piece:
                # the prompt asks where the cursor is, and a terminal says so
                self.type("\x1b[1;1R")
            self._shown += piece
        shown = _UNSEEN.sub("", self._shown)[self._seen : found]
        self._seen = found + len(wanted)
        return shown

    def close(self) -> None:
        """End the program, however it stands."""
        self.process.kill()
        self.process.wait()
        os.close(self._ours)


@contextmanager
def terminal(folder: Path, state: Path) -> Iterator[Terminal]:
    opened = Terminal(folder, state)
    try:
        yield opened
    finally:
        opened.close()


def test_a_conversation_in_a_terminal(tmp_path: Path) -> None:
    """A question over two lines, a mistake, completion, a description, an export; Ctrl-D ends; all is remembered."""
    story.write(tmp_path / "w")
    with terminal(tmp_path / "w", tmp_path / "state") as seen:
        seen.see("dateline> ")
        seen.type("select label\r")
        seen.see("... ")
        seen.type("from events;\r")
        seen.see("1 row\n")
        seen.see("dateline> ")
        seen.type("from evnts;\r")
        assert "Traceback" not in seen.see("evnts does not exist")
        seen.see("dateline> ")
        seen.type(".desc\t")
        # only what completes the word is drawn
        seen.see("ribe")
        seen.type(" chronology\r")
        seen.see("Every event in the order of its days")
        seen.see("dateline> ")
        seen.type(f".export {tmp_path}/answer.csv\r")
        seen.see("wrote 1 rows")
        seen.see("dateline> ")
        seen.type("\x04")
        assert seen.process.wait(timeout=60) == 0
    assert (tmp_path / "answer.csv").read_text() == "label\nHalasz-Bortan debate\n"
    with terminal(tmp_path / "w", tmp_path / "state") as again:
        again.see("dateline> ")
        again.type("\x1b[A\x1b[A\x1b[A\x1b[A")
        again.see("from events;")


def test_ctrl_c_drops_what_is_typed(tmp_path: Path) -> None:
    """And the prompt goes on."""
    story.write(tmp_path / "w")
    with terminal(tmp_path / "w", tmp_path / "state") as seen:
        seen.see("dateline> ")
        seen.type("select nonsense\r")
        seen.see("... ")
        seen.type("\x03")
        seen.see("dateline> ")
        seen.type("select 6 * 7;\r")
        seen.see("42")


@pytest.fixture
def prompt(tmp_path: Path) -> Iterator[Prompt]:
    """A prompt on the story."""
    story.write(tmp_path)
    with warehouse.connect(tmp_path) as connection:
        yield Prompt(connection)


def test_it_lists_what_can_be_asked(prompt: Prompt, capsys: pytest.CaptureFixture[str]) -> None:
    """Each view, macro and table in one line."""
    assert prompt.answer(".tables")
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("macro  status_as_of(day)") for line in lines)
    assert any(re.match(r"view +chronology +Every event in the order of its days", line) for line in lines)


def test_it_describes_tables_and_macros(prompt: Prompt, capsys: pytest.CaptureFixture[str]) -> None:
    """With an example; a table with the meaning of its columns."""
    prompt.answer(".describe status_as_of")
    assert "Example: `from status_as_of" in capsys.readouterr().out
    prompt.answer(".describe events")
    assert "What a chronicler would write" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("select label from evnts;", "evnts does not exist"),
        ("drop table events;", "nothing can be written"),
        (".unknown", ".unknown is not known"),
        (".describe nothing", "nothing is called 'nothing'"),
        (".export x.csv", "nothing has been asked yet"),
    ],
)
def test_a_mistake_is_told_and_harms_nothing(
    prompt: Prompt, capsys: pytest.CaptureFixture[str], typed: str, told: str
) -> None:
    """In DuckDB's words or ours, on stderr, and the prompt goes on."""
    assert prompt.answer(typed)
    out, err = capsys.readouterr()
    assert told in err
    assert out == ""


@pytest.mark.parametrize("typed", [".quit", "quit;", "exit"])
def test_it_can_be_left(prompt: Prompt, typed: str) -> None:
    """In the words that people try."""
    assert not prompt.answer(typed)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("from chron", "chronology"),
        ("select e.lab", "e.label"),
        ("from status", "status_as_of"),
        (".de", ".describe"),
        ("sel", "select"),
        ("from chronology where sour", "sources"),
    ],
)
def test_words_are_completed(tmp_path: Path, typed: str, expected: str) -> None:
    """Tables, views, macros, columns, SQL words and commands."""
    story.write(tmp_path)
    with warehouse.connect(tmp_path) as connection:
        completer = NameCompleter(vocabulary(connection))
    offered = [each.text for each in completer.get_completions(Document(typed), CompleteEvent())]
    assert expected in offered[:3] if typed != "from chron" else expected in offered
