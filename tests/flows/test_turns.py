"""Runs wait for each other."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from flows import turns
from flows.progress import Progress
from flows.turns import writing_in_turn
from warehouse.errors import BusyError
from warehouse.locking import writing

QUIET = Progress(is_quiet=True)


def test_without_patience_a_busy_warehouse_is_told_at_once(tmp_path: Path) -> None:
    """BusyError while another run has the lock."""
    with writing(tmp_path), pytest.raises(BusyError), writing_in_turn(tmp_path, 0.0, QUIET):
        pass


def test_with_patience_the_next_run_comes_when_the_other_has_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It holds the lock then."""
    monkeypatch.setattr(turns, "INTERVAL", 0.01)
    is_waiting = threading.Event()
    monkeypatch.setattr("flows.turns.time.sleep", lambda _: is_waiting.set())
    other = writing(tmp_path)
    other.__enter__()
    threading.Thread(target=lambda: (is_waiting.wait(), other.__exit__(None, None, None))).start()
    with writing_in_turn(tmp_path, 60.0, QUIET), pytest.raises(BusyError), writing_in_turn(tmp_path, 0.0, QUIET):
        pass
