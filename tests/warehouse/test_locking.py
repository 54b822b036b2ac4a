"""One writer at a time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from warehouse.errors import BusyError
from warehouse.locking import writing


def test_a_second_writer_is_turned_away(tmp_path: Path) -> None:
    """While one process writes another one is told so at once; afterwards it may."""
    program = (
        "import sys; from pathlib import Path; from warehouse.locking import writing\n"
        "with writing(Path(sys.argv[1])): print('in', flush=True); sys.stdin.read()"
    )
    repository = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", program, tmp_path], cwd=repository, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"in\n"
        with pytest.raises(BusyError, match="another run"), writing(tmp_path):
            pass
        other.kill()
    with writing(tmp_path):
        pass
