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
        self._next = 0.0

    def say(self, message: str) -> None:
        """Write ``message`` as a line of its own."""
        if not self._is_quiet:
            self._close()
            self._write(f"{message}\n")

    def begin(self) -> None:
        """A stage begins: be patient for a while before speaking of it."""
        self._next = time.monotonic() + PATIENCE

    def step(self, doing: str, done: int, total: int) -> None:
        """``done`` of ``total`` things of the stage are done."""
        now = time.monotonic()
        if self._is_quiet or now < self._next:
            return
        is_terminal = self._stream.isatty()
        self._next = now + (0.2 if is_terminal else INTERVAL)
        self._write(f"\r{doing}: {done} of {total}" if is_terminal else f"{doing}: {done} of {total}\n")
        self._is_open = is_terminal

    def end(self) -> None:
        """The stage is over: leave its line clean."""
        self._close()

    def _close(self) -> None:
        if self._is_open:
            self._write("\r\x1b[K")
            self._is_open = False

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
