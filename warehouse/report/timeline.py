"""The bars above the chronology: how many events each month or year surely and possibly had."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import duckdb

#: Bars at most; a longer time is shown in coarser steps.
_MOST_BARS = 120


def timeline(connection: duckdb.DuckDBPyConnection, events: Sequence[Mapping[str, Any]]) -> str:
    """A bar for each month, or for each year where there are too many months: dark what is sure, pale what is possible.

    Both as the macro ``event_counts`` counts them, without events that are dated on one side only. The earliest and
    latest twentieth of the events are left out: one event centuries ago would leave no room.
    """
    days = sorted(event["first_day"] for event in events if event["first_day"] is not None)
    days = days[len(days) // 20 : len(days) - len(days) // 20]
    if not days:
        return ""
    unit, length = ("month", 7) if _month_count(days) <= _MOST_BARS else ("year", 4)
    question = "select unit_first_day, surely, possibly from event_counts($1, $2, $3)"
    counts = connection.execute(question, [unit, days[0], days[-1]]).fetchall()
    highest = max(possibly for _, _, possibly in counts) or 1
    bars = "".join(_bar(day.isoformat()[:length], surely, possibly, highest) for day, surely, possibly in counts)
    first, last = (row[0].isoformat()[:length] for row in (counts[0], counts[-1]))
    key = f'events in each {unit}: <i class="sure"></i> surely <i class="possible"></i> possibly'
    return (
        f'<div class="bars">{bars}</div><p class="ends"><span>{first}</span><span>{key}</span><span>{last}</span></p>'
    )


def _bar(name: str, surely: int, possibly: int, highest: int) -> str:
    title = f"{name}: {surely} surely, {possibly} at most"
    return (
        f'<span title="{title}"><i class="possible" style="height:{100 * (possibly - surely) / highest:.1f}%"></i>'
        f'<i class="sure" style="height:{100 * surely / highest:.1f}%"></i></span>'
    )


def _month_count(days: Sequence[date]) -> int:
    return (days[-1].year - days[0].year) * 12 + days[-1].month - days[0].month + 1
