"""Two processes beside one: the throughput of reading, and what batches cost beside the work itself.

``python -m benchmarks.speed_workers [--articles 1000] [--rounds 3]``. Each round reads the same articles plainly (no
batch, no process), in batches by one process and in batches by two, so that whatever else runs on the machine disturbs
all of them alike; who begins turns from round to round, because what comes later in a round comes out slower. CPU
seconds are those of all processes. A ratio of wall times says something only when two cores are free: how many cores
the reading got is printed beside it.
"""

from __future__ import annotations

import argparse
import gzip
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors import claims_json, lexicons, pipeline
from extractors.claims import RawInput
from flows.conducting import BATCH, batched
from flows.stages import Batch, by_key, extract
from flows.workers import hired
from warehouse.inbox import Input, keep_claims, keep_raw, read_raw

REPOSITORY = Path(__file__).parents[1]
SCRAPES = Path(os.environ.get("DATELINE_SHARED", REPOSITORY / "../shared")) / "yardsticks/dev/scrapes.jsonl.gz"


@dataclass(frozen=True)
class Spent:
    """Wall and CPU seconds."""

    wall: float
    cpu: float

    @property
    def share(self) -> float:
        """How many cores were busy with it."""
        return self.cpu / self.wall


def articles(count: int) -> list[bytes]:
    """So many articles: scrapes where they are, else the seeds told again and again."""
    if SCRAPES.exists():
        with gzip.open(SCRAPES, "rt", encoding="utf-8") as file:
            return [line.encode() for _, line in zip(range(count), file, strict=False)]
    seeds = [path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "seeds" / "articles").iterdir())]
    return [f"{seeds[number % len(seeds)]}\n\nNumber {number}.\n".encode() for number in range(count)]


def kept(warehouse: Path, contents: Sequence[bytes]) -> dict[str, Input]:
    """The articles as inputs of ``warehouse``, by the keys of their claims."""
    name = "{:05d}.json" if SCRAPES.exists() else "{:05d}.txt"
    return by_key(
        Input(source_uri=name.format(number), content_sha256=keep_raw(warehouse, content))
        for number, content in enumerate(contents)
    )


def plainly(warehouse: Path, inputs: dict[str, Input]) -> None:
    """The work itself: read, extract, keep, one after the other."""
    for key, item in inputs.items():
        content = read_raw(warehouse, item.content_sha256)
        raw = RawInput(source_uri=item.source_uri, content_sha256=item.content_sha256, content=content)
        keep_claims(warehouse, {key: claims_json.dump(pipeline.extract(raw))})


def by_crew(size: int) -> Callable[[Path, dict[str, Input]], None]:
    """The same in batches, by ``size`` processes, as a run does it."""

    def work(warehouse: Path, inputs: dict[str, Input]) -> None:
        batches = [Batch(warehouse=warehouse, inputs=dict(each)) for each in batched(inputs.items(), BATCH)]
        with hired(size, lexicons.additions()) as crew:
            for _ in crew.do_all(extract, batches):
                pass

    return work


def measured(work: Callable[[Path, dict[str, Input]], None], contents: Sequence[bytes]) -> Spent:
    """What ``work`` on all of ``contents`` takes, starting and ending the processes included."""
    with tempfile.TemporaryDirectory() as folder:
        inputs = kept(Path(folder), contents)
        wall, cpu = time.perf_counter(), _cpu()
        work(Path(folder), inputs)
        return Spent(time.perf_counter() - wall, _cpu() - cpu)


def _cpu() -> float:
    uses = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in uses)


def turned(names: Sequence[str], number: int) -> Sequence[str]:
    """``names``, of which another one stands first in each round."""
    first = number % len(names)
    return [*names[first:], *names[:first]]


def main() -> int:
    """Print each round, then the best ratio and the least overhead over the rounds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    contents = articles(arguments.articles)
    ways = {"plainly": plainly, "one process": by_crew(1), "two processes": by_crew(2)}
    # the language model is loaded before anything is measured
    measured(plainly, contents[:5])
    rounds: list[dict[str, Spent]] = []
    for number in range(arguments.rounds):
        spent: dict[str, Spent] = {}
        for name in turned(list(ways), number):
            sys.stderr.write(f"round {number + 1} of {arguments.rounds}: {name}\n")
            spent[name] = measured(ways[name], contents)
        rounds.append(spent)
        for name, each in spent.items():
            rate = f"{each.share:4.2f} cores  {len(contents) / each.wall:6.1f} articles/s"
            sys.stdout.write(f"{name:14} {each.wall:7.1f} s  {each.cpu:7.1f} CPU s  {rate}\n")
    _conclude(rounds)
    return 0


def _conclude(rounds: Sequence[dict[str, Spent]]) -> None:
    ratios = [each["one process"].wall / each["two processes"].wall for each in rounds]
    overheads = [each["one process"].cpu / each["plainly"].cpu - 1 for each in rounds]
    extra = [each["two processes"].cpu / each["one process"].cpu - 1 for each in rounds]
    sys.stdout.write(f"two processes beside one, throughput: {', '.join(f'{ratio:.2f}' for ratio in ratios)}\n")
    sys.stdout.write(f"  best {max(ratios):.2f}\n")
    sys.stdout.write(f"batches beside plain work, CPU: {', '.join(f'{100 * each:+.1f} %' for each in overheads)}\n")
    sys.stdout.write(f"two processes beside one, CPU: {', '.join(f'{100 * each:+.1f} %' for each in extra)}\n")


if __name__ == "__main__":
    sys.exit(main())
