"""Speed of the views and macros beside the query that somebody would write by hand, on Parquet sorted by hand.

usage: python -m benchmarks.speed_views FOLDER [--events N] [--rounds N]

FOLDER holds a warehouse, or one of N synthetic events (1,000,000) is made there. Prints a line of JSON a question:
rows, CPU seconds of the view as `dateline sql` asks it, of the hand-written query with the same columns over the same
tables, and of that query over one file a table in the order that is best for the question; then the ratios of the view
to both: to the first what the view costs, to the second what view and layout cost. One thread, best of N rounds (7).
At the end the wall seconds from a cold process to the first row.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import duckdb

import warehouse
from benchmarks.synthetic_warehouse import load
from warehouse import generations

_ORDERS: Mapping[str, str] = {
    "events": "sort_day",
    "event_participants": "actor_id, event_id",
    "event_status": "event_id",
    "findings": "finding_id",
    "finding_evidence": "finding_id, position_number",
    "articles": "article_id",
    "actors": "actor_id",
}
_WORDS = """case when day_role = 'status' or (first_day is null and last_day is null) then 'no day'
    when first_day = last_day then first_day::varchar when first_day is null then 'until ' || last_day::varchar
    when last_day is null then 'from ' || first_day::varchar
    when precision = 'month' then strftime(first_day, '%Y-%m') when precision = 'year' then strftime(first_day, '%Y')
    else first_day::varchar || ' .. ' || last_day::varchar end as days"""
_SHOWN = f"""{_WORDS}, label, status, place, source_count, has_conflict, first_day, last_day, precision, interval_kind,
    event_id, event_type, actors"""


def _between(first: str, last: str) -> str:
    return f"""select {_SHOWN}, first_day >= date '{first}' and last_day <= date '{last}' as is_sure from {{events}}
        where (first_day <= date '{last}' or first_day is null) and (last_day >= date '{first}' or last_day is null)
        and sort_day is not null and day_role <> 'status' order by sort_day, label, event_id"""  # noqa: S608 (our days)


#: By name: the question to the views, and the query by hand.
_QUESTIONS: Mapping[str, tuple[str, str]] = {
    "one month": ("from chronology_between('2021-05-01', '2021-05-31')", _between("2021-05-01", "2021-05-31")),
    "one day": ("from chronology_between('2021-05-17', '2021-05-17')", _between("2021-05-17", "2021-05-17")),
    "one actor": (
        "from chronology_of_actor('Q700')",
        f"""select {_SHOWN}, role from {{events}} join {{event_participants}} using (event_id)
        where actor_id = 'Q700' order by sort_day, label, event_id""",  # noqa: S608 (our columns)
    ),
    "status as of a day": (
        "from status_as_of('2018-01-01')",
        """with told as (
            select *, least(reported_first_day, last_day) as known_day,
                min(known_day) filter (where status in ('occurred', 'ongoing')) over one as happened_day,
                min(known_day) filter (where status in ('canceled', 'postponed', 'planned')) over one as settled_day
            from {event_status} where least(reported_first_day, last_day) <= date '2018-01-01'
            window one as (partition by event_id)
        ), latest as (
            select * from told
            where not coalesce(happened_day < known_day and status in
                    ('planned', 'proposed', 'conditional', 'rumored', 'denied', 'postponed'), false)
                and not coalesce(settled_day < known_day and status in ('proposed', 'conditional', 'rumored'), false)
            qualify row_number() over (partition by event_id order by known_day desc, list_position(['occurred',
                'ongoing', 'canceled', 'negated', 'denied', 'postponed', 'planned', 'rumored', 'proposed',
                'conditional'], status), mention_id) = 1
        ), possible as (
            select s.event_id, string_agg(distinct s.status, ', ' order by s.status) as possible_status
            from {event_status} as s join latest as l using (event_id)
            where coalesce(s.first_day, s.reported_first_day) <= date '2018-01-01'
                and least(s.reported_first_day, s.last_day) > date '2018-01-01' and s.status <> l.status group by all
        )
        select l.event_id, e.label, l.status, l.first_day, l.last_day, l.known_day, l.attributed_to, p.possible_status,
            l.mention_id
        from latest as l join {events} as e using (event_id) left join possible as p using (event_id)
        order by e.sort_day nulls last, e.label, l.event_id""",
    ),
    "contradictions": (
        "from contradictions",
        """select f.*, q.position_number, q.quote, a.source_name, a.source_uri, a.published_day, e.label
        from {findings} as f left join {finding_evidence} as q using (finding_id)
        left join {events} as e using (event_id) left join {articles} as a on a.article_id = q.article_id
        where f.severity in ('error', 'warning') and not f.is_acknowledged
        order by f.severity, f.check_name, f.finding_id, q.position_number""",
    ),
    "who met whom": (
        "from who_met_whom",
        f"""with met as (select event_id, event_mode, first_day, last_day, sort_day, {_WORDS} from {{events}}
            where event_type = 'CONSULT' and status = 'occurred'),
        parties as (select distinct event_id, actor_id, name
            from {{event_participants}} join {{actors}} using (actor_id) where event_id in (select event_id from met))
        select one.name as a, other.name as b, event_mode, count(*), arg_min(days, sort_day), arg_max(days, sort_day),
            min(first_day), max(last_day), one.actor_id, other.actor_id
        from met join parties as one using (event_id) join parties as other using (event_id)
        where (one.name, one.actor_id) < (other.name, other.actor_id) group by all order by 4 desc, 1, 2, 3""",  # noqa: S608
    ),
}


def compare(folder: Path, rounds: int) -> None:
    """Ask each question both ways and tell the figures."""
    if not rounds:
        return
    by_hand = {table: f"'{_sorted(folder, table, order)}'" for table, order in _ORDERS.items()}
    for name, (question, hand) in _QUESTIONS.items():
        took: dict[str, list[float]] = {"view": [], "same_tables": [], "by_hand": []}
        for _ in range(rounds):
            with warehouse.connect(folder) as connection:
                seconds, count = _timed(connection, question)
                took["view"].append(seconds)
            with warehouse.connect(folder) as connection:
                seconds, _ = _timed(connection, hand.format(**{table: table for table in _ORDERS}))
                took["same_tables"].append(seconds)
            with duckdb.connect() as connection:
                seconds, hand_count = _timed(connection, hand.format(**by_hand))
                took["by_hand"].append(seconds)
        assert count == hand_count, f"{name}: {count} rows by the view, {hand_count} by hand"
        best = {way: min(seconds) for way, seconds in took.items()}
        _tell(
            question=name,
            rows=count,
            **{f"{way}_ms": round(seconds * 1000, 1) for way, seconds in best.items()},
            ratio_same_tables=round(best["view"] / best["same_tables"], 2),
            ratio=round(best["view"] / best["by_hand"], 2),
        )


def _sorted(folder: Path, table: str, order: str) -> Path:
    path = folder / "by-hand-views" / f"{table}.parquet"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        with duckdb.connect() as connection:
            source = f"'{folder}/current/{table}/**/*.parquet'"
            connection.execute(f"copy (from {source} order by {order}) to '{path}' (format parquet, compression zstd)")
    return path


def _timed(connection: duckdb.DuckDBPyConnection, question: str) -> tuple[float, int]:
    connection.execute("set threads = 1")
    began = time.process_time()
    rows = connection.execute(question).fetchall()
    return time.process_time() - began, len(rows)


def first_row(folder: Path) -> None:
    """Tell the wall seconds from a cold process to the first row of a month, by the command line."""
    question = "select label from chronology_between('2021-05-01', '2021-05-31') limit 1"
    command = [sys.executable, "-m", "flows.commands.main", "sql", question, "--warehouse", str(folder)]
    took = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        took.append(time.perf_counter() - began)
    _tell(first_row_wall_seconds=round(min(took), 2))


def _tell(**figures: object) -> None:
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.stdout.flush()


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=7, help="the best of so many counts; 0: only the first row")
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    if generations.current_or_none(folder) is None:
        load(folder, arguments.events)
    compare(folder, arguments.rounds)
    first_row(folder)


if __name__ == "__main__":
    _main()
