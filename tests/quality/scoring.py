"""A small scorer, so that a fresh clone can guard its own figures on ``seeds/``.

A claim matches a gold event of the same article when their triggers overlap inside the gold quote; one to one, longest
overlap and equal days first. Recall counts required events, precision counts every match.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """A gold event and the claim that found it."""

    gold: Row
    claim: Row


def read_rows(path: Path) -> list[Row]:
    """The rows of a JSON Lines file; none where there is no file."""
    if not path.is_file():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _overlap(gold: Row, claim: Row, body: str) -> int:
    """How many characters of the gold trigger the claim's trigger covers; 0 = another place."""
    pattern = r"\s+".join(re.escape(word) for word in _folded_body(gold["quote"]).split())
    best = 0
    for quote in re.finditer(pattern, body):
        for trigger in re.finditer(r"\s+".join(re.escape(word) for word in gold["trigger"].split()), quote.group()):
            first, last = quote.start() + trigger.start(), quote.start() + trigger.end()
            best = max(best, min(last, claim["end_offset"]) - max(first, claim["start_offset"]))
    return best


def match(golds: Iterable[Row], claims: Iterable[Row], bodies: Mapping[str, str]) -> list[Match]:
    """The one-to-one matches; ``claims`` name their article by the gold's key, ``bodies`` are by that key, too."""
    claims = list(claims)
    pairs = [
        (overlap, days(gold) == days(claim), gold["event"], claim["mention_id"], gold, claim)
        for gold in golds
        for claim in claims
        if claim["article"] == gold["article"]
        and (overlap := _overlap(gold, claim, _folded_body(bodies[gold["article"]]))) > 0
    ]
    found: list[Match] = []
    taken: set[str] = set()
    for *_, name, mention_id, gold, claim in sorted(pairs, key=lambda pair: (-pair[0], -pair[1], pair[2], pair[3])):
        if name not in taken and mention_id not in taken:
            taken |= {name, mention_id}
            found.append(Match(gold=gold, claim=claim))
    return found


def _folded_body(body: str) -> str:
    return body.translate(str.maketrans("“”‘’", "\"\"''"))


def days(row: Row) -> tuple[date | None, date | None]:
    """First and last day of a gold row (ISO text) or a claim (dates)."""
    first, last = (
        date.fromisoformat(value) if isinstance(value, str) else value for value in (row["first_day"], row["last_day"])
    )
    return first, last


def is_sound(match: Match) -> bool:
    """The claim's days hold the gold's."""
    (gold_first, gold_last), (first, last) = days(match.gold), days(match.claim)
    starts = first is None or (gold_first is not None and first <= gold_first)
    ends = last is None or (gold_last is not None and last >= gold_last)
    return starts and ends


def figures(golds: list[Row], claims: list[Row], bodies: Mapping[str, str]) -> dict[str, float]:
    """Recall, precision, exact and sound days, status and type accuracy, each 0 to 1."""
    matches = match(golds, claims, bodies)
    required = [gold for gold in golds if gold["required"]]
    found = [each for each in matches if each.gold["required"]]
    return {
        "mention_recall": len(found) / len(required),
        "mention_precision": len(matches) / max(len(claims), 1),
        "date_exact": _share(days(each.gold) == days(each.claim) for each in matches),
        "date_sound": _share(is_sound(each) for each in matches),
        "status_accuracy": _share(each.gold["status"] == each.claim["status"] for each in matches),
        "type_accuracy": _share(each.gold["event_type"] == each.claim["event_type"] for each in matches),
    }


def _share(truths: Iterable[bool]) -> float:
    values = list(truths)
    return sum(values) / max(len(values), 1)
