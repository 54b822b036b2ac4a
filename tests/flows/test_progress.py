"""Progress: told to who waits, kept from who does not."""

from __future__ import annotations

import io

import pytest

from flows import progress
from flows.progress import Progress


class Terminal(io.StringIO):
    """A stream on which a line can be written over."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(progress, "INTERVAL", 0.0)


def test_a_log_gets_lines() -> None:
    """Where no line can be written over, each step is a line of its own, without control characters."""
    log = io.StringIO()
    telling = Progress(log)
    telling.begin("reading", 2)
    telling.step(1)
    telling.end()
    telling.say("done")
    assert log.getvalue() == "reading: 1 of 2\ndone\n"


def test_a_terminal_gets_one_line_that_is_written_over() -> None:
    """At its end the line is wiped, so that what follows stands alone."""
    terminal = Terminal()
    telling = Progress(terminal)
    telling.begin("reading", 2)
    telling.step(1)
    telling.end()
    assert terminal.getvalue() == "\rreading: 1 of 2\x1b[K\r\x1b[K"


def test_quick_stages_are_not_spoken_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is said of a stage that ends before patience does."""
    monkeypatch.setattr(progress, "PATIENCE", 60.0)
    log = io.StringIO()
    telling = Progress(log)
    telling.begin("reading", 2)
    telling.step(2)
    telling.end()
    assert log.getvalue() == ""


def test_quiet_is_quiet() -> None:
    """Not a character."""
    terminal = Terminal()
    telling = Progress(terminal, is_quiet=True)
    telling.begin("putting all articles on one calendar")
    telling.begin("reading", 2)
    telling.step(1)
    telling.end()
    telling.say("done")
    assert terminal.getvalue() == ""
