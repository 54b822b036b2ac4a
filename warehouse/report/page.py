"""The report: chronology, findings and sources as one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from string import Template
from typing import Any

import duckdb

from warehouse.report.timeline import timeline

_HERE = Path(__file__).parent

Row = Mapping[str, Any]


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
        timeline=timeline(connection, events),
        statuses=_statuses(events),
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
        f' <a href="#findings">{len(errors)} contradictions</a> that nobody has acknowledged.'
    )


def _events(events: Sequence[Row], claims: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    for year, group in groupby(events, key=_year):
        yield f"<h3>{year}</h3>"
        for event in group:
            yield _event(event, claims.get(event["event_id"], ()))


def _year(event: Row) -> str:
    day = event["first_day"] or event["last_day"]
    return "Without a day" if day is None else str(day.year)


def _event(event: Row, claims: Sequence[Row]) -> str:
    mark = ' <span class="conflict" title="sources disagree">⚠ sources disagree</span>' if event["has_conflict"] else ""
    place = event["place"] if event["place"] and event["place"] not in event["label"] else ""
    where = f' <span class="place">{escape(place)}</span>' if place else ""
    count = "1 source" if event["sources"] == 1 else f"{event['sources']} sources"
    first, last = (event[name].isoformat() if event[name] else "" for name in ("first_day", "last_day"))
    return (
        f'<details id="{escape(event["event_id"])}" data-first="{first}" data-last="{last}"'
        f' data-status="{event["status"]}"><summary>{_days(event)}'
        f"<span>{escape(event['label'])}{where}{mark}</span>"
        f'<span class="status {event["status"]}">{event["status"]}</span><span class="count">{count}</span></summary>'
        f"{''.join(map(_claim, claims))}</details>"
    )


def _days(event: Row) -> str:
    """The days in words; of wide ones how they are meant: on some day of them, or throughout."""
    words = escape(event["days"])
    if event["first_day"] == event["last_day"]:
        return f'<span class="days{"" if event["first_day"] else " none"}">{words}</span>'
    kind = "throughout" if event["interval_kind"] == "throughout" else "some day of these"
    if event["first_day"] is None or event["last_day"] is None:
        kind = "day not known"
    return f'<span class="days wide">{words}<small>{kind}</small></span>'


def _statuses(events: Sequence[Row]) -> str:
    """The choices of a status, those that are there."""
    return "".join(f"<option>{status}</option>" for status in sorted({event["status"] for event in events}))


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
        shown = dict.fromkeys(_quote(row) for row in quotes if row["quote"])
        yield (
            f'<article class="{first["severity"]}{state}"><h3>{first["severity"]}: {title}{state}</h3>'
            f'<p>{_summary_of(first)}</p><div class="quotes">{"".join(shown)}</div></article>'
        )


def _summary_of(finding: Row) -> str:
    """What is wrong, with a link to the event that it is about."""
    summary, label = escape(finding["summary"]), escape(finding["label"] or "")
    if not finding["event_id"] or not label:
        return summary
    link = f'<a href="#{escape(finding["event_id"])}">{label}</a>'
    return summary.replace(label, link, 1) if label in summary else f"{summary}: {link}"


def _quote(row: Row) -> str:
    day = f", {row['published_day']}" if row["published_day"] else ""
    return (
        f"<figure><blockquote>{escape(row['quote'])}</blockquote><figcaption>{_source(row)}{day}</figcaption></figure>"
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
