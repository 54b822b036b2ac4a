"""A day in an hour: ninety-six batches, a quarter of an hour apart by the clock that the runs are given."""

from __future__ import annotations

import gzip
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import pytest

import warehouse as warehouses
from flows.conducting import Outcome
from flows.progress import Progress
from flows.request import Request
from flows.running import run_request
from schemas.enumerations import AttemptOutcome, Work
from tests.conftest import REPOSITORY, SEEDS
from tests.flows.resident import resident_bytes

Result = TypeVar("Result")

SCRAPES = Path(os.environ.get("DATELINE_SHARED", REPOSITORY / "../shared")) / "yardsticks/dev/scrapes.jsonl.gz"
BATCHES = 96
QUARTER = timedelta(minutes=15)
#: Resolving hourly, as the deployments do.
RESOLVES_EVERY = 4
#: An article for the process that comes last: it needs the language model, as those that came before did.
LAST = "Harbour reopens\n\nThe harbour of Larkmoor was opened again on 3 November 2025, the port authority said.\n"
#: Rounds at the end in which nothing arrives.
IDLE = 30
#: A process that lived through the day may hold so much more than one that comes to the same warehouse at its end.
MOST_OF_A_LIFE = 1.35
#: What an article on the calendar may cost a run that resolves, in bytes of memory.
MOST_OF_AN_ARTICLE = 400_000


def scrapes() -> list[tuple[str, str]]:
    """Real pages in the order of their publication, as a crawler hands them on: name and content of a file."""
    with gzip.open(SCRAPES, "rt", encoding="utf-8") as file:
        pages = sorted(map(json.loads, file), key=lambda page: (page["published_day"] or "", page["doc"]))
    return [(f"{page['doc']}.json", json.dumps(page)) for page in pages]


def retold_seeds() -> list[tuple[str, str]]:
    """The seeds again and again, each time as told by another paper with a day of its own."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SEEDS.iterdir())}
    return [
        (f"{number:03d}-{name}.txt", f"{text}\n\nThis was number {number} of the Fjord Post in the year 2025.\n")
        for number in range(40)
        for name, text in texts.items()
    ]


def resident_after_a_quarter(folder: Path, now: datetime) -> int:
    """The memory that this process holds when it has taken in what is new and put everything on the calendar."""
    day = Day(folder, now)
    day.quarter(RESOLVES_EVERY - 1)
    return day.resident[-1]


def run_once(warehouse: Path, work: Work, sources: tuple[str, ...], now: datetime) -> Outcome:
    """One run of this process at the instant ``now``."""
    request = Request(warehouse=warehouse, work=work, sources=sources, workers=1, clock=lambda: now)
    return run_request(request, Progress(is_quiet=True), is_direct=True)


def afresh(doing: Callable[[], Result]) -> Result:
    """What ``doing`` gives in a new process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(doing).result()


def most_bytes(outcome: Outcome) -> int:
    """The most memory that a run held."""
    return max(stage.peak_memory_bytes for stage in outcome.stages)


@dataclass
class Day:
    """A warehouse, an inbox, and a clock that is moved by hand."""

    folder: Path
    now: datetime = datetime(2025, 11, 9, tzinfo=UTC)
    is_apart: bool = False
    ingesting: list[int] = field(default_factory=list)
    resolving: list[int] = field(default_factory=list)
    resident: list[int] = field(default_factory=list)

    @property
    def inbox(self) -> Path:
        """Where articles arrive."""
        return self.folder / "inbox"

    @property
    def warehouse(self) -> Path:
        """Where they go."""
        return self.folder / "warehouse"

    def quarter(self, number: int) -> None:
        """A quarter of an hour: what is in the inbox is taken in; once an hour it is put on the calendar."""
        self.now += QUARTER
        self.ingesting.append(most_bytes(self.do(Work.INGEST, (str(self.inbox),))))
        if number % RESOLVES_EVERY == RESOLVES_EVERY - 1:
            self.resolving.append(most_bytes(self.do(Work.RESOLVE, ())))
        self.resident.append(resident_bytes())

    def do(self, work: Work, sources: tuple[str, ...]) -> Outcome:
        """One run, at the instant of the clock; when runs are apart, in a process of its own."""
        doing = partial(run_once, self.warehouse, work, sources, self.now)
        outcome = afresh(doing) if self.is_apart else doing()
        # pruning asks the file system when a generation was made: let it say what the clock says
        for manifest in (self.warehouse / "generations").glob("*/manifest.json"):
            if manifest.stat().st_mtime > self.now.timestamp():
                os.utime(manifest, (self.now.timestamp(), self.now.timestamp()))
        return outcome

    def resident_afresh(self) -> int:
        """The memory that a new process holds after a quarter with one more article: what the corpus asks for."""
        (self.inbox / "the-last.txt").write_text(LAST, encoding="utf-8")
        return afresh(partial(resident_after_a_quarter, self.folder, self.now))

    def file_counts(self) -> Counter[str]:
        """How many files lie in each room of the warehouse."""
        return Counter(
            path.relative_to(self.warehouse).parts[0] for path in self.warehouse.rglob("*") if path.is_file()
        )


def shares(items: list[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """``items`` in so many shares as there are batches, as even as can be."""
    waiting = iter(items)
    for number in range(BATCHES):
        yield list(islice(waiting, len(items) * (number + 1) // BATCHES - len(items) * number // BATCHES))


def report(day: Day, number: int) -> None:
    """Tell whoever waits how far the day is."""
    files = ", ".join(f"{room} {count}" for room, count in sorted(day.file_counts().items()))
    peaks = f"ingest {day.ingesting[-1] >> 20}, resolve {day.resolving[-1] >> 20}"
    held = f"{day.resident[-1] >> 20} MB (peaks: {peaks})"
    sys.stderr.write(f"\r\x1b[K{number + 1} of {BATCHES} batches, {held}, files: {files}\n")


@pytest.mark.soak
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
@pytest.mark.parametrize("corpus", ["scrapes", "seeds"])
def test_a_day_of_batches(tmp_path: Path, corpus: str) -> None:
    """Every article ends once, memory does not grow with the hours, and files stay bounded.

    The runs on scrapes are processes of their own, as those of schedules are: what one that ingests holds does not
    depend on what lies in the warehouse, what one that resolves holds depends on that alone. The runs on seeds share a
    process: it holds no more when nothing arrives, and little more than one that comes to the same warehouse at the
    end. A further resolve of all that is kept finds the very bytes that the steps led to.
    """
    if corpus == "scrapes" and not SCRAPES.exists():
        pytest.skip("the scrapes are not here")
    items = scrapes() if corpus == "scrapes" else retold_seeds()
    day = Day(tmp_path, is_apart=corpus == "scrapes")
    day.inbox.mkdir()
    for number, share in enumerate(shares(items)):
        for name, text in share:
            (day.inbox / name).write_text(text, encoding="utf-8")
        day.quarter(number)
        if number == 3 or number % 8 == 7:
            report(day, number)
    ends = every_end(day.warehouse)
    assert ends == {name: 1 for name, _ in items}
    assert ingested_once(day.warehouse) == len(items)

    busy = day.file_counts()
    assert busy["claims"] == len(items)
    assert busy["raw"] <= len(items)
    assert busy["waiting"] == 0
    for number in range(IDLE):
        day.quarter(number)
    assert day.do(Work.RESOLVE, ()).attempt.outcome is AttemptOutcome.UNCHANGED

    day.now += timedelta(days=2)
    day.do(Work.RESOLVE, ())
    assert len(list((day.warehouse / "generations").iterdir())) == 3
    quiet = day.file_counts()
    assert {room: quiet[room] for room in ("raw", "claims")} == {room: busy[room] for room in ("raw", "claims")}
    assert quiet["journal"] <= busy["journal"]
    sys.stderr.write(f"{dict(quiet)}\n")
    if day.is_apart:
        assert_runs_are_bounded(day, len(items))
    else:
        assert_a_life_is_bounded(day)


def assert_runs_are_bounded(day: Day, article_count: int) -> None:
    """Each run is a process of its own."""
    morning, evening = max(day.ingesting[8:32]), max(day.ingesting[BATCHES - 24 : BATCHES])
    first, *_, last = day.resolving
    told = (morning, evening, first, last)
    sys.stderr.write("ingest {} MB, later {} MB; resolve {} MB, later {} MB\n".format(*(each >> 20 for each in told)))
    assert evening < 1.15 * morning
    assert last < first + MOST_OF_AN_ARTICLE * article_count


def assert_a_life_is_bounded(day: Day) -> None:
    """All runs were in this process."""
    before, after = max(day.resident[BATCHES - 8 : BATCHES]), max(day.resident[-8:])
    new = day.resident_afresh()
    then = ", ".join(f"{day.resident[number - 1] >> 20} MB after {number}" for number in (1, 4, 32, 64, BATCHES))
    told = "{} MB before idling, {} MB after, {} MB in a new process".format(
        *(each >> 20 for each in (before, after, new))
    )
    sys.stderr.write(f"{then}; at rest: {told}\n")
    assert after < 1.05 * before + (20 << 20)
    assert after < MOST_OF_A_LIFE * new


def every_end(warehouse: Path) -> dict[str, int]:
    """How often each address stands in articles or rejections."""
    query = """
        select source_uri, count(*) from (
            select source_uri from articles union all select source_uri from rejections
        ) group by 1
    """
    with warehouses.connect(warehouse) as connection:
        return dict(connection.execute(query).fetchall())


def ingested_once(warehouse: Path) -> int:
    """How many inputs the journal says were taken in, each by one run."""
    with warehouses.connect(warehouse) as connection:
        rows = connection.execute("select source_uri, count(*) from ingestions group by 1").fetchall()
    assert {count for _, count in rows} == {1}
    return len(rows)
