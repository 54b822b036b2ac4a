"""Speed of resolution: everything anew, and with what is known from an earlier call when a few articles are new.

usage: python -m benchmarks.speed_resolve SCRAPES [--articles N] [--share SHARE] [--claims FILE] [--seed S]

SCRAPES is JSON Lines (``.gz`` too) with ``url``, ``text`` and ``published_day`` a line. All but a SHARE of the articles
are resolved, then all of them with what is remembered, then all of them without. Prints one line of JSON: articles,
mentions, CPU seconds of each call, their ratio, and whether the tables are identical. The claims of FILE are used where
it exists, else read from the scrapes and kept there.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import random
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.speed import timed
from benchmarks.yardstick import read_rows
from extractors import claims_json, pipeline
from extractors.claims import ArticleClaims, Given, RawInput

_SHOWN_EVERY = 200


def claims_of(rows: Sequence[dict[str, Any]]) -> Iterator[ArticleClaims]:
    """What the articles of ``rows`` say; those that cannot be read are left out."""
    for number, row in enumerate(rows, 1):
        content = row["text"].encode()
        day = row["published_day"]
        raw = RawInput(
            source_uri=row["url"],
            content_sha256=hashlib.sha256(content).hexdigest(),
            content=content,
            given=Given(published_day=date.fromisoformat(day) if day else None),
        )
        yield from (one for one in pipeline.extract(raw) if isinstance(one, ArticleClaims))
        if number % _SHOWN_EVERY == 0:
            print(f"{number} of {len(rows)} articles read", file=sys.stderr)


def _kept(scrapes: Path, count: int, kept: Path | None) -> list[ArticleClaims]:
    if kept is not None and kept.exists():
        return [one for one in claims_json.load(kept.read_bytes()) if isinstance(one, ArticleClaims)][:count]
    claims = list(claims_of(list(itertools.islice(read_rows(scrapes), count))))
    if kept is not None:
        kept.write_bytes(claims_json.dump(tuple(claims)))
    return claims


def measured(claims: Sequence[ArticleClaims], new_count: int) -> dict[str, Any]:
    """Seconds of a full resolution and of one that knows all but ``new_count`` articles, by the same ledger."""
    memory = pipeline.Memory()
    known, first = timed(lambda: pipeline.resolve(claims[new_count:], memory=memory))
    ledger = known["event_ids"]
    remembered, added = timed(lambda: pipeline.resolve(claims, ledger, memory=memory))
    anew, full = timed(lambda: pipeline.resolve(claims, ledger))
    _, again = timed(lambda: pipeline.resolve(claims, ledger, memory=memory))
    return {
        "articles": len(claims),
        "new_articles": new_count,
        "mentions": len(anew["event_mentions"]),
        "first_seconds": round(first, 2),
        "full_seconds": round(full, 2),
        "added_seconds": round(added, 2),
        "nothing_new_seconds": round(again, 2),
        "ratio": round(added / full, 4),
        "is_identical": remembered == anew,
    }


def main(arguments: list[str] | None = None) -> int:
    """Resolve the scrapes and print the figures; 1 when the tables differ."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed_resolve", description="Time resolution.")
    parser.add_argument("scrapes", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--share", type=float, default=0.01)
    parser.add_argument("--claims", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    claims = _kept(options.scrapes, options.articles, options.claims)
    random.Random(options.seed).shuffle(claims)  # noqa: S311 - which articles are new, no secret
    figures = measured(claims, max(1, round(len(claims) * options.share)))
    print(json.dumps(figures))
    return 0 if figures["is_identical"] else 1


if __name__ == "__main__":
    raise SystemExit(main())
