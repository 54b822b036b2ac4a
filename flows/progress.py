"""Tells a waiting person on stderr how far a slow stage is; says nothing when there is nothing to wait for."""

from __future__ import annotations

import sys
import time
from typing import TextIO

#: Seconds before a stage is called slow, and between two lines where no line can be written over.
PATIENCE = 2.0
INTERVAL = 10.0


class Progress:
    """Lines on ``stream`` for whoever waits; ``is_quiet`` keeps them away.

    On a terminal the line of a stage is written over; elsewhere (a log) a line appears every ten seconds at most.
    """

    def __init__(self, stream: TextIO | None = None, *, is_quiet: bool = False) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._is_quiet = is_quiet
        self._is_open = False
        self._doing = ""
        self._total: int | None = None
        self._next = 0.0

    def say(self, message: str) -> None:
        """Write ``message`` as a line of its own."""
        if not self._is_quiet:
            self.end()
            self._write(f"{message}\n")

    def begin(self, doing: str, total: int | None = None) -> None:
        """A stage begins that has ``total`` things to do; without a total only its name can be told, at once."""
        self._doing, self._total = doing, total
        self._next = time.monotonic() + (PATIENCE if total is not None else 0.0)
        if total is None and self._stream.isatty():
            self._show(doing)

    def step(self, done: int) -> None:
        """``done`` of the stage's things are done."""
        if time.monotonic() >= self._next:
            self._show(f"{self._doing}: {done} of {self._total}")

    def end(self) -> None:
        """The stage is over: leave its line clean."""
        if self._is_open:
            self._write("\r\x1b[K")
            self._is_open = False

    def _show(self, line: str) -> None:
        if self._is_quiet:
            return
        is_terminal = self._stream.isatty()
        self._next = time.monotonic() + (0.2 if is_terminal else INTERVAL)
        self._write(f"\r{line}\x1b[K" if is_terminal else f"{line}\n")
        self._is_open = is_terminal

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
