"""Speed of the warehouse on synthetic events: commits of hourly batches, and questions beside hand-sorted Parquet.

usage: python -m benchmarks.speed_warehouse FOLDER [--events N] [--commits N] [--questions-only] [--rounds N]
       [--no-unsorted]

Writes a warehouse by benchmarks.synthetic_warehouse into FOLDER unless one is there, commits N hourly batches of 100
articles (about 2,000 claims) each, and prints lines of JSON: CPU and wall seconds and peak memory of the commits, the
files that they leave, and how the last hundred compare with the first; then, for each question, the CPU seconds on the
warehouse, on one Parquet file a table that is sorted by hand for it, on an unsorted one, and the ratio to the first.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import sys
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.synthetic_warehouse import DAYS, FIRST_DAY, World, load, put
from warehouse import generations

#: Commits are told of by so many together.
_TOLD = 50
#: CPU seconds that a commit of an hour should not take.
_BAR = 3.0
#: Questions with the order in which somebody who knows them would sort each table.
_ORDERS: Mapping[str, str] = {
    "events": "sort_day",
    "event_participants": "actor_id, event_id",
    "event_status": "reported_first_day",
    "findings": "finding_id",
    "finding_evidence": "finding_id",
    "articles": "published_day",
    "event_mentions": "first_day",
}
_QUESTIONS: Mapping[str, str] = {
    "one month": """select event_id, label, first_day, status from {events}
        where sort_day between date '2021-05-01' and date '2021-05-31' order by sort_day, event_id""",
    "one day": "select event_id, label, first_day, status from {events} where sort_day = date '2021-05-17'",
    "one actor": """select sort_day, label, status from {events} join {event_participants} using (event_id)
        where actor_id = 'Q700' order by sort_day, event_id""",
    "one place": "select sort_day, label, status from {events} where place_id = 'geonames-5' order by sort_day",
    "status as of a day": """select status, count(*) from (
            select event_id, arg_max(status, reported_first_day) as status from {event_status}
            where reported_first_day <= date '2018-01-01' group by event_id) group by status""",
    "contradictions": """select f.finding_id, f.summary, q.quote, a.source_name from {findings} as f
        join {finding_evidence} as q using (finding_id) join {articles} as a on a.article_id = q.article_id
        where f.severity = 'error' order by f.finding_id, q.position_number""",
    "who met whom": """select one.actor_id, other.actor_id as met, count(*) as times
        from {events} as e join {event_participants} as one using (event_id)
        join {event_participants} as other on other.event_id = one.event_id and one.actor_id < other.actor_id
        where e.event_type = 'CONSULT' and e.status = 'occurred'
        group by all order by times desc, 1, 2 limit 100""",
    "claims of a month": """select mention_id, sentence from {event_mentions}
        where first_day between date '2021-05-01' and date '2021-05-31' order by first_day, mention_id""",
}


def _tell(**figures: Any) -> None:
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.stdout.flush()


def _world_of(folder: Path, event_count: int) -> World:
    """The world of a warehouse that is there, good for more articles that are not in it."""
    current = generations.current_generation(folder)
    world = World(seed=int(datetime.now(UTC).timestamp()))
    world.article_count = current.row_count("articles")
    world.event_count = current.row_count("event_ids")
    world.expected_articles = max(world.article_count, event_count // 16)
    columns = (
        "event_id, event_type, status, first_day, last_day, precision, sort_day, place_id, mention_count,"
        " first_reported_day"
    )
    told = f"select {columns} from '{folder}/current/events/*.parquet'"  # noqa: S608 (our own folder)
    with duckdb.connect() as connection:
        # as in a world that goes on: a few events of long ago, and the newest
        old = connection.execute(f"{told} using sample 200")
        names = [column[0] for column in old.description or ()]
        rows = [*old.fetchall(), *connection.execute(f"{told} order by first_reported_day desc limit 3800").fetchall()]
    world.recent = [{**dict(zip(names, row, strict=True)), "actors_of": []} for row in rows]
    return world


def commits(folder: Path, event_count: int, count: int) -> None:
    """Commit ``count`` hourly batches; tells what each fifty took, and how the last compare with the first."""
    world = _world_of(folder, event_count)
    day = FIRST_DAY + timedelta(days=DAYS)
    cpu: list[float] = []
    wall: list[float] = []
    for hour in range(count):
        rows, inputs = world.batch(100, day + timedelta(days=hour // 24))
        began, began_wall = time.process_time(), time.perf_counter()
        put(folder, rows, inputs)
        cpu.append(time.process_time() - began)
        wall.append(time.perf_counter() - began_wall)
        if hour + 1 in (1, 10) or (hour + 1) % _TOLD == 0 or hour + 1 == count:
            _tell_commits(folder, cpu, wall)


def _tell_commits(folder: Path, cpu: list[float], wall: list[float]) -> None:
    current = generations.current_generation(folder)
    files = {name: len(of_table) for name, of_table in current.files.items()}
    most = max(files, key=lambda name: files[name])
    _tell(
        commits=len(cpu),
        cpu_seconds_median=round(statistics.median(cpu[-_TOLD:]), 2),
        cpu_seconds_most=round(max(cpu[-_TOLD:]), 2),
        wall_seconds_median=round(statistics.median(wall[-_TOLD:]), 2),
        peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        events=current.row_count("events"),
        most_files={most: files[most]},
        all_cpu_seconds={
            "median": round(statistics.median(cpu), 2),
            "95 of 100 below": round(sorted(cpu)[len(cpu) * 95 // 100], 2),
            "most": round(max(cpu), 2),
            "above 3": sum(seconds > _BAR for seconds in cpu),
            "median of the first 100": round(statistics.median(cpu[:100]), 2),
            "median of the last 100": round(statistics.median(cpu[-100:]), 2),
        },
    )


def questions(folder: Path, rounds: int, *, is_contrasted: bool) -> None:
    """Ask each question of the warehouse and of Parquet sorted by hand; tells CPU seconds and ratios.

    When ``is_contrasted`` of unsorted Parquet, too. The best of ``rounds`` counts.
    """
    layouts = {"warehouse": {name: f"'{folder}/current/{name}/**/*.parquet'" for name in _ORDERS}}
    for layout in ("by_hand", "unsorted")[: 1 + is_contrasted]:
        layouts[layout] = {name: f"'{folder}/{layout}/{name}.parquet'" for name in _ORDERS}
        with duckdb.connect() as connection:
            connection.execute("set threads = 1; set memory_limit = '6GB'")
            for table, order in _ORDERS.items():
                place = folder / layout / f"{table}.parquet"
                _write(connection, folder, table, place, order if layout == "by_hand" else "hash(whole)")
    for name, question in _QUESTIONS.items():
        _tell(question=name, **_compared({way: question.format(**tables) for way, tables in layouts.items()}, rounds))


def _write(connection: duckdb.DuckDBPyConnection, folder: Path, table: str, path: Path, order: str) -> None:
    if path.exists():
        return
    path.parent.mkdir(exist_ok=True)
    source = f"'{folder}/current/{table}/*.parquet' as whole"
    connection.execute(f"copy (from {source} order by {order}) to '{path}' (format parquet, compression zstd)")


def _compared(asked: Mapping[str, str], rounds: int) -> dict[str, Any]:
    took: dict[str, list[float]] = {name: [] for name in asked}
    rows = {}
    for _ in range(rounds):
        for name, question in asked.items():
            seconds, rows[name] = _timed(question)
            took[name].append(seconds)
    assert len(set(map(repr, rows.values()))) == 1, "the answers differ"
    best = {name: min(seconds) for name, seconds in took.items()}
    return {
        "rows": len(rows["warehouse"]),
        **{f"{name}_ms": round(seconds * 1000, 1) for name, seconds in best.items()},
        "ratio": round(best["warehouse"] / best["by_hand"], 2),
    }


def _timed(question: str) -> tuple[float, list[Any]]:
    """CPU seconds of a question that a fresh connection is asked, and its rows."""
    with duckdb.connect() as connection:
        connection.execute("set threads = 1")
        began = time.process_time()
        rows = connection.execute(question).fetchall()
        return time.process_time() - began, sorted(rows, key=repr)


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--commits", type=int, default=20)
    parser.add_argument("--questions-only", action="store_true")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--no-unsorted", action="store_true")
    arguments = parser.parse_args()
    if generations.current_or_none(arguments.folder) is None:
        load(arguments.folder, arguments.events)
    if not arguments.questions_only:
        commits(arguments.folder, arguments.events, arguments.commits)
    questions(arguments.folder, arguments.rounds, is_contrasted=not arguments.no_unsorted)


if __name__ == "__main__":
    _main()
