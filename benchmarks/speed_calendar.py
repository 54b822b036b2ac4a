"""Speed of the calendar: the network of bounds over many synthetic articles.

usage: python -m benchmarks.speed_calendar [--articles N] [--seed S]

Articles tell about a dozen events each, events are told by few articles or by hundreds (as in the news), one article in
fifty has no day of its own, one claim in two hundred is wrong. Prints one line of JSON: articles, bounds, seconds to
settle them, contradictions found, and the most memory the process ever held (MB).
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import resource
import time
from collections.abc import Iterator

from extractors.calendar.bounds import ORIGIN, Bound, source_trust
from extractors.calendar.settling import settle
from schemas.enumerations import Precision

_TOLD_BY_ARTICLE = 12
_DAYS = 3650
_UNDATED = 0.02
_WRONG = 0.005
_ORDERED = 0.17


def bounds_of(article_count: int, seed: int) -> tuple[list[Bound], set[str]]:
    """Bounds of a synthetic corpus, and the nodes that are Mondays; the same for the same arguments."""
    chance = random.Random(seed)  # noqa: S311 - synthetic data, no secrets
    days = [chance.randrange(20_000, 20_000 + _DAYS) for _ in range(article_count * 5)]
    bounds: list[Bound] = []
    mondays: set[str] = set()
    for number in range(article_count):
        bounds.extend(_article(f"a{number}", chance, days, mondays))
    return bounds, mondays


def _article(article_id: str, chance: random.Random, days: list[int], mondays: set[str]) -> Iterator[Bound]:
    is_undated = chance.random() < _UNDATED
    told = [_popular(chance, len(days)) for _ in range(_TOLD_BY_ARTICLE)]
    spoken = max(days[event] for event in told) + chance.randrange(1, 7)
    monday = spoken - (spoken - 4) % 7
    if is_undated:
        mondays.add(f"monday:{article_id}")
        yield _bound(ORIGIN, article_id, spoken - 400, None, article_id, "clue")
        yield _bound(f"monday:{article_id}", article_id, 0, 6, article_id, "explicit")
    for event in told:
        day = days[event] + (chance.randrange(1, 9) if chance.random() < _WRONG else 0)
        slack = chance.choice((0, 0, 0, 3, 15, 200))
        if is_undated and 0 < monday - day <= 7:
            yield _bound(f"monday:{article_id}", f"e{event}.first", -7, -1, article_id, "relative")
        elif chance.random() < 0.3:
            yield _bound(ORIGIN, f"e{event}.first", None, spoken, article_id, "tense")
        else:
            yield _bound(ORIGIN, f"e{event}.first", day - slack, day + slack, article_id, "explicit")
    for one, other in itertools.pairwise(told):
        if chance.random() < _ORDERED and one != other:
            least = days[other] - days[one]
            yield _bound(f"e{one}.first", f"e{other}.first", least, least + 2, article_id, "order")


def _popular(chance: random.Random, count: int) -> int:
    """Few events are told by hundreds of articles, most by one or two."""
    return min(int(count * chance.random() ** 2.2), count - 1)


def _bound(left: str, right: str, least: int | None, most: int | None, article_id: str, method: str) -> Bound:
    return Bound(
        left=left,
        right=right,
        least=least,
        most=most,
        method=method,
        precision=Precision.DAY if least == most else Precision.RANGE,
        reason=method,
        mention_id=f"{article_id}:{right}:{left}",
        article_id=article_id,
        family=article_id,
        source_trust=source_trust("default"),
    )


def main(arguments: list[str] | None = None) -> int:
    """Settle a synthetic corpus and print the figures."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.speed_calendar", description="Time the calendar's network."
    )
    parser.add_argument("--articles", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    bounds, mondays = bounds_of(options.articles, options.seed)
    started, used = time.perf_counter(), time.process_time()
    settled = settle(bounds, mondays)
    figures = {
        "articles": options.articles,
        "bounds": len(bounds),
        "nodes": len(settled.days),
        "seconds": round(time.perf_counter() - started, 2),
        "cpu_seconds": round(time.process_time() - used, 2),
        "contradictions": len(settled.contradictions),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
