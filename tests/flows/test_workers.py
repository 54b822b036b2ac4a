"""A crew of processes gives what one process gives, in the same order, and dies with its employer."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flows.workers import INPUTS_WORTH_A_PROCESS, crew_size, hired
from tests.conftest import REPOSITORY


def double(number: int) -> int:
    return 2 * number


def process_id(_: int) -> int:
    return os.getpid()


@pytest.mark.parametrize("size", [1, 2])
def test_results_come_in_the_order_of_the_work(size: int) -> None:
    """Whoever did it."""
    with hired(size, {}) as crew:
        assert list(crew.do_all(double, range(20))) == list(range(0, 40, 2))
        assert crew.do(double, 21) == 42


def test_one_process_is_this_one() -> None:
    """Nothing is started for a crew of one; a crew of two works elsewhere."""
    with hired(1, {}) as crew:
        assert crew.do(process_id, 0) == os.getpid()
    with hired(2, {}) as crew:
        assert crew.do(process_id, 0) != os.getpid()


def test_a_process_must_be_worth_its_start() -> None:
    """Few inputs are read by one process, many by as many as there are cores; the user's word stands."""
    assert crew_size(None, 0) == crew_size(None, INPUTS_WORTH_A_PROCESS) == 1
    assert crew_size(None, 10**6) == os.cpu_count()
    assert crew_size(3, 1) == 3


EMPLOYER = """
import os, time
from flows.workers import hired
from tests.flows.test_workers import process_id
if __name__ == "__main__":
    with hired(2, {}) as crew:
        print(crew.do(process_id, 0), flush=True)
        time.sleep(60)
"""


def test_a_killed_employer_leaves_no_worker(tmp_path: Path) -> None:
    """The workers of a process that is killed end, too."""
    script = tmp_path / "employer.py"
    script.write_text(EMPLOYER, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen([sys.executable, script], env=environment, stdout=subprocess.PIPE, text=True) as employer:
        assert employer.stdout is not None
        worker = int(employer.stdout.readline())
        employer.kill()
    deadline = time.monotonic() + 20
    while _is_alive(worker):
        assert time.monotonic() < deadline, "the worker outlived its employer"
        time.sleep(0.05)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    # a dead child that nobody has waited for yet
    return not status.exists() or " Z " not in status.read_text(encoding="utf-8")
