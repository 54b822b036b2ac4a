"""A server, a worker and schedules as users have them, and what happens when one of them is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
import yaml

import warehouse as warehouses
from flows.temporary_server import HOST, Server, free_port
from schemas.enumerations import AttemptOutcome, Work
from tests.conftest import REPOSITORY
from tests.flows.site import Site, served
from tests.flows.tables import MEETING, STRIKE, run_direct, table_bytes
from warehouse.inbox import read_attempts

#: What of a generation says in which steps its articles arrived.
STEPS = ("inputs", "manifest.json")
#: Of other happenings than the first two articles: an event that several articles tell keeps the id that it got from
#: the first of them to arrive, so that its id tells in which steps they came.
FLOOD = "\n\n".join(
    [
        "River rises over its banks near Plovdiv",
        "The Maritsa flooded two villages near Plovdiv on 17 March 2025 after three days of rain, and soldiers brought "
        "forty families to a school on higher ground while farmers drove their cattle into the hills.",
        "The mayor of one of the villages said on 18 March that the dam had held, and that the water would be gone by "
        "the weekend. Engineers from Sofia are to inspect the dam on 24 March 2025 and will tell the council what they "
        "find.",
        "A bridge on the road to the south was closed on 17 March. Lorries have to take the long way through the "
        "mountains, and the drivers who were stopped at the barrier spent the night in their cabs.",
    ]
)


def descendants(process_id: int) -> list[int]:
    """All processes that ``process_id`` started, and theirs."""
    children = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = status.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            # it ended while we looked
            continue
        if int(words[1]) == process_id:
            children.append(int(status.parent.name))
    return [*children, *(each for child in children for each in descendants(child))]


def kill_all(process: subprocess.Popen[bytes]) -> None:
    """Kill ``process`` and all that it started, as a power cut would."""
    for each in [process.pid, *descendants(process.pid)]:
        try:
            os.kill(each, signal.SIGKILL)
        except ProcessLookupError:
            # it ended by itself
            continue
    process.wait()


def wait_until(holds: Callable[[], bool], what: str, seconds: float = 700.0) -> None:
    """Wait until something ``holds``: a killed run holds its place on the server for five minutes."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"waited in vain: {what}"
        time.sleep(0.2)
    sys.stderr.write(f"{time.strftime('%X')} {what}\n")


def write_schedules(file: Path, source: str, warehouse: Path, seconds: int) -> None:
    """The schedules of the repository that take in and resolve, on ``source``, with the clock running fast."""
    written = yaml.safe_load((REPOSITORY / "prefect.yaml").read_text(encoding="utf-8"))
    written["deployments"] = [each for each in written["deployments"] if each["name"] in {"quarter-hourly", "hourly"}]
    for each in written["deployments"]:
        each["parameters"]["warehouse"] = str(warehouse)
        if "sources" in each["parameters"]:
            each["parameters"]["sources"] = [source]
        each["schedules"] = [{"interval": seconds}]
    file.write_text(yaml.safe_dump(written), encoding="utf-8")


def article_count(warehouse: Path) -> int:
    """How many articles the calendar holds."""
    if not (warehouse / "current").exists():
        return 0
    with warehouses.connect(warehouse) as connection:
        (count,) = connection.execute("select count(*) from articles").fetchone() or (0,)
    return int(count)


def is_at_work(warehouse: Path, work: Work) -> bool:
    """A run of this kind has the warehouse."""
    return any(each.work is work and each.outcome is AttemptOutcome.UNDER_WAY for each in read_attempts(warehouse))


@dataclass
class House:
    """A folder with prefect.yaml, a server of its own and a worker; each may be killed and started again."""

    folder: Path
    stack: ExitStack
    port: int = field(default_factory=free_port)
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where the API of the server is."""
        return f"http://{HOST}:{self.port}/api"

    @property
    def warehouse(self) -> Path:
        """Where the articles go."""
        return self.folder / "warehouse"

    @property
    def environment(self) -> dict[str, str]:
        """The settings of server, worker and commands: what docs/running.md advises."""
        return {
            **os.environ,
            "PREFECT_HOME": str(self.folder / "prefect"),
            "PREFECT_API_URL": self.address,
            "PREFECT_SERVER_CONCURRENCY_LEASE_STORAGE": "prefect.server.concurrency.lease_storage.filesystem",
        }

    def prefect(self, *words: str) -> None:
        """One command of Prefect, in the folder of the repository."""
        command = [sys.executable, "-m", "prefect", "--no-prompt", *words]
        done = subprocess.run(
            command, cwd=REPOSITORY, env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def start(self, what: str, *words: str) -> None:
        """Start ``what`` (server or worker) and let it run."""
        command = [sys.executable, "-m", "prefect", *words]
        log = self.stack.enter_context((self.folder / f"{what}.log").open("ab"))
        self.running[what] = subprocess.Popen(command, cwd=REPOSITORY, env=self.environment, stdout=log, stderr=log)

    def start_server(self) -> None:
        """Start the server and wait until it answers."""
        self.start("server", "server", "start", "--port", str(self.port), "--no-ui")
        Server(self.address, self.running["server"]).wait()

    def start_worker(self) -> None:
        """Start a process worker on the pool of prefect.yaml."""
        self.start("worker", "worker", "start", "--pool", "dateline", "--type", "process")

    def deploy(self, source: str) -> None:
        """All deployments of prefect.yaml, on the feed at ``source`` and with the clock running fast."""
        write_schedules(self.folder / "prefect.yaml", source, self.warehouse, 20)
        self.prefect("work-pool", "create", "dateline", "--type", "process")
        self.prefect("deploy", "--all", "--prefect-file", str(self.folder / "prefect.yaml"))
        self.prefect("automation", "create", "--from-file", "docs/deploy/dead-runs.yaml")

    def crashed_runs(self) -> list[str]:
        """What the server says of each run that did not come to an end of its own."""
        question = {"flow_runs": {"state": {"type": {"any_": ["CRASHED"]}}}}
        found = httpx.post(f"{self.address}/flow_runs/filter", json=question, timeout=30).json()
        return [each["state"]["message"] for each in found]


@contextmanager
def house(folder: Path) -> Iterator[House]:
    """A house with a server; whatever runs at the end is killed."""
    with ExitStack() as stack:
        built = House(folder, stack)
        try:
            built.start_server()
            yield built
        finally:
            for process in built.running.values():
                kill_all(process)


def tables(warehouse: Path) -> dict[str, str]:
    """The tables' bytes, whatever steps led to them."""
    return {name: digest for name, digest in table_bytes(warehouse).items() if not name.startswith(STEPS)}


def let_it_come(site: Site, text: str) -> None:
    """The feed gets a new item, on top."""
    site.items.append(text)


@pytest.mark.soak
def test_kills_and_restarts_change_nothing(tmp_path: Path) -> None:
    """A feed grows twice, worker and server are killed in runs: the tables are those of one clean run."""
    with served() as site, house(tmp_path) as home:
        home.deploy(f"{site.address}/feed.xml")
        let_it_come(site, MEETING)
        home.start_worker()
        wait_until(lambda: article_count(home.warehouse) == 1, "the first article is on the calendar")

        let_it_come(site, STRIKE)
        wait_until(lambda: is_at_work(home.warehouse, Work.INGEST), "a run takes in; the worker is killed")
        kill_all(home.running["worker"])
        home.start_worker()
        wait_until(lambda: bool(home.crashed_runs()), "the server notices that the run is dead")
        assert home.crashed_runs() == ["no sign of life for ninety seconds"]
        wait_until(lambda: article_count(home.warehouse) == 2, "the second article is on the calendar")

        let_it_come(site, FLOOD)
        wait_until(lambda: is_at_work(home.warehouse, Work.INGEST), "a run takes in; the server is killed")
        kill_all(home.running["server"])
        time.sleep(5)
        home.start_server()
        wait_until(lambda: article_count(home.warehouse) == 3, "the third article is on the calendar")
        outcomes = [each.outcome for each in read_attempts(home.warehouse)]
        assert AttemptOutcome.DIED in outcomes

        assert run_direct(tmp_path / "clean", f"{site.address}/feed.xml", options=("--quiet",)) == 0
        assert tables(home.warehouse) == tables(tmp_path / "clean")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are found in /proc")
def test_a_killed_run_of_a_schedule_changes_nothing(prefect_server: str, tmp_path: Path) -> None:
    """The same, shortened: a feed grows under ``dateline serve``, a run is killed: the tables of one clean run."""
    warehouse, schedules = tmp_path / "w", tmp_path / "prefect.yaml"
    with served() as site:
        let_it_come(site, MEETING)
        write_schedules(schedules, f"{site.address}/feed.xml", warehouse, 5)
        command = [sys.executable, "-m", "flows.commands.main", "serve", "--file", str(schedules)]
        environment = {**os.environ, "PREFECT_API_URL": prefect_server}
        with subprocess.Popen(command, cwd=REPOSITORY, env=environment, stderr=subprocess.DEVNULL) as serving:
            try:
                wait_until(lambda: article_count(warehouse) == 1, "the first article is on the calendar", 120)
                let_it_come(site, STRIKE)
                wait_until(lambda: is_at_work(warehouse, Work.INGEST), "a run takes in and is killed", 120)
                for process_id in descendants(serving.pid):
                    os.kill(process_id, signal.SIGKILL)
                wait_until(lambda: article_count(warehouse) == 2, "the second article is on the calendar", 120)
            finally:
                kill_all(serving)
        assert run_direct(tmp_path / "clean", f"{site.address}/feed.xml", options=("--quiet",)) == 0
    assert tables(warehouse) == tables(tmp_path / "clean")
