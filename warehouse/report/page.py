"""The report: chronology, findings and sources as one HTML page that needs nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from string import Template
from typing import Any

import duckdb

_HERE = Path(__file__).parent

Row = Mapping[str, Any]

#: Bars of the timeline at most; a longer time is shown in coarser steps.
_MOST_BARS = 120


def report_page(connection: duckdb.DuckDBPyConnection, title: str) -> str:
    """The whole page about the warehouse behind ``connection``; the same tables give the same page."""
    events, findings, sources = (_rows(connection, name) for name in ("chronology", "quoted_findings", "sources"))
    claims = {
        key: list(group) for key, group in groupby(_rows(connection, "mentions_of_event"), itemgetter("event_id"))
    }
    template = Template((_HERE / "report.html").read_text(encoding="utf-8"))
    return template.substitute(
        title=escape(title),
        style=(_HERE / "report.css").read_text(encoding="utf-8"),
        script=(_HERE / "report.js").read_text(encoding="utf-8"),
        summary=_summary(events, findings, sources),
        timeline=_timeline(events),
        events="\n".join(_events(events, claims)) or "<p>No events.</p>",
        findings="\n".join(_findings(findings)) or "<p>Nothing found.</p>",
        sources=_sources(sources),
    )


def _rows(connection: duckdb.DuckDBPyConnection, view: str) -> list[Row]:
    relation = connection.table(view)
    return [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]


def _summary(events: Sequence[Row], findings: Sequence[Row], sources: Sequence[Row]) -> str:
    errors = {row["finding_id"] for row in findings if row["severity"] == "error" and not row["is_acknowledged"]}
    copies = sum(row["is_copy"] for row in sources)
    return (
        f"{len(events)} events from {len(sources)} articles ({copies} of them copies of others);"
        f" {len(errors)} contradictions that nobody has acknowledged."
    )


def _timeline(events: Sequence[Row]) -> str:
    """Bars: how many events begin in each month, or in each year where there are too many months.

    The earliest and latest twentieth of the events are left out: one event centuries ago would leave no room.
    """
    days = sorted(event["first_day"] for event in events if event["first_day"] is not None)
    days = days[len(days) // 20 : len(days) - len(days) // 20]
    if not days:
        return ""
    length = 7 if _month_count(days) <= _MOST_BARS else 4
    counts = Counter(day.isoformat()[:length] for day in days)
    names = _names(days[0], days[-1], length)
    highest = max(counts.values())
    bars = "".join(
        f'<span style="height:{100 * counts[name] / highest:.1f}%" title="{name}: {counts[name]}"></span>'
        for name in names
    )
    return f'<div class="bars">{bars}</div><p class="ends"><span>{names[0]}</span><span>{names[-1]}</span></p>'


def _month_count(days: Sequence[date]) -> int:
    return (days[-1].year - days[0].year) * 12 + days[-1].month - days[0].month + 1


def _names(first: date, last: date, length: int) -> list[str]:
    """Every month (length 7) or year (length 4) from ``first`` to ``last``, as ISO writes them."""
    if length == 4:
        return [f"{year:04}" for year in range(first.year, last.year + 1)]
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in months]


def _events(events: Sequence[Row], claims: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    for year, group in groupby(events, key=_year):
        yield f"<h3>{year}</h3>"
        for event in group:
            yield _event(event, claims.get(event["event_id"], ()))


def _year(event: Row) -> str:
    day = event["first_day"] or event["last_day"]
    return "Without a day" if day is None else str(day.year)


def _event(event: Row, claims: Sequence[Row]) -> str:
    mark = ' <span class="conflict" title="sources disagree">⚠</span>' if event["has_conflict"] else ""
    place = f' <span class="place">{escape(event["place"])}</span>' if event["place"] else ""
    count = "1 source" if event["sources"] == 1 else f"{event['sources']} sources"
    return (
        f'<details id="{escape(event["event_id"])}"><summary><span class="days">{escape(event["days"])}</span>'
        f"<span>{escape(event['label'])}{mark}{place}</span>"
        f'<span class="status {event["status"]}">{event["status"]}</span><span class="count">{count}</span></summary>'
        f"{''.join(map(_claim, claims))}</details>"
    )


def _claim(claim: Row) -> str:
    speaker = f", according to {escape(claim['attributed_to'])}" if claim["attributed_to"] else ""
    copy = " (a copy)" if claim["is_copy"] else ""
    day = f", {claim['published_day']}" if claim["published_day"] else ""
    told = f"“{escape(claim['time_text'])}”: " if claim["time_text"] else ""
    return (
        f'<div class="claim"><blockquote>{escape(claim["sentence"])}</blockquote>'
        f"<p>{claim['status']}{speaker}. {_source(claim)}{day}{copy}</p>"
        f'<p class="why">{told}{escape(claim["explanation"])}</p></div>'
    )


def _source(row: Row) -> str:
    """The source's name, linked where it has an address of the web."""
    uri = row["source_uri"]
    name = escape(row["source_name"] or uri)
    if not uri.startswith(("https://", "http://")):
        return name
    return f'<a href="{escape(uri)}" rel="noopener noreferrer">{name}</a>'


def _findings(rows: Sequence[Row]) -> Iterator[str]:
    for _, group in groupby(rows, key=itemgetter("finding_id")):
        quotes = list(group)
        first = quotes[0]
        state = " acknowledged" if first["is_acknowledged"] else ""
        title = escape(first["check_name"].replace("_", " "))
        label = escape(first["label"]) if first["label"] else ""
        about = f' <a href="#{escape(first["event_id"])}">{label}</a>' if first["event_id"] else ""
        shown = dict.fromkeys(
            f"<blockquote>{escape(q['quote'])}</blockquote><p>{_source(q)}</p>" for q in quotes if q["quote"]
        )
        yield (
            f'<article class="{first["severity"]}{state}"><h3>{first["severity"]}: {title}{state}</h3>'
            f"<p>{escape(first['summary'])}{about}</p>{''.join(shown)}</article>"
        )


def _sources(rows: Sequence[Row]) -> str:
    head = "<tr><th>source</th><th>title</th><th>published</th><th>words are of</th><th>claims</th></tr>"
    return f"<table>{head}{''.join(map(_article, rows))}</table>"


def _article(row: Row) -> str:
    published = f"{row['published_day']} ({row['published_method']})" if row["published_day"] else "not known"
    reference = _interval(row["reference_first_day"], row["reference_last_day"])
    explanation = escape(row["reference_explanation"])
    return (
        f"<tr><td>{_source(row)}</td><td>{escape(row['title'] or '')}</td><td>{published}</td>"
        f'<td title="{explanation}">{reference}</td><td>{row["mention_count"]}</td></tr>'
    )


def _interval(first: date | None, last: date | None) -> str:
    return str(first) if first == last and first else f"{first or ''} .. {last or ''}"
