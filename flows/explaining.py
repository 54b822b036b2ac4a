"""Puts into words why an event stands on its days: what each source says, and what was made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.reading import records
from flows.wording import days, distance, quoted, since
from schemas import Correction
from warehouse.inbox import read_corrections

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Row = Mapping[str, Any]


def explanation(connection: DuckDBPyConnection, warehouse: Path, event: Row) -> Iterator[str]:
    """The lines that explain ``event``, a row of ``events`` in ``connection``.

    First what it is, then source by source quote, rule and days; the history of its status; told numbers; bounds and
    what of them was set aside; findings; corrections by people.
    """
    yield from _head(event)
    yield from _sources(connection, event)
    yield from _history(connection, event)
    yield from _counts(connection, event)
    yield from _bounds(connection, event)
    yield from _rejected_days(connection, event)
    yield from _findings(connection, event)
    yield from _people(connection, warehouse, event)


def _head(event: Row) -> Iterator[str]:
    yield f"{event['label']} ({event['event_id']})"
    kind = event["event_type"] + (f", {event['event_mode']}" if event["event_mode"] else "")
    yield f"  {kind}; {event['status']}; {_event_days(event)}"
    for name, words in (("with", event["actors"]), ("in", event["place"])):
        if words:
            yield f"  {name} {words}"
    told = f"told by {_count(event['mention_count'], 'claim')} in {_count(event['article_count'], 'article')}"
    yield f"  {told} of {_count(event['source_count'], 'independent source')}"


def _event_days(event: Row) -> str:
    words = days(event["first_day"], event["last_day"])
    if event["day_role"] == "status":
        return f"no day of its own; called off {words}"
    planned = "planned for " if event["day_role"] == "plan" else ""
    return f"{planned}{words}" + (" throughout" if event["interval_kind"] == "throughout" else "")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _sources(connection: DuckDBPyConnection, event: Row) -> Iterator[str]:
    claims = records(connection, "from mentions_of_event where event_id = ?", event["event_id"])
    yield "\nWhat each source says"
    for article_id, group in groupby(claims, key=itemgetter("article_id")):
        (article,) = records(connection, "from sources where article_id = ?", article_id)
        yield from _article(article)
        for claim in group:
            yield from _claim(claim)


def _article(article: Row) -> Iterator[str]:
    name = f"{article['source_uri']}" + (f", {article['source_name']}" if article["source_name"] else "")
    copy = ", a copy of another article" if article["is_copy"] else ""
    yield f"  {name}{copy}"
    if article["published_day"] is not None:
        yield f"    published {article['published_day']} ({article['published_method']})"
    reference = days(article["reference_first_day"], article["reference_last_day"])
    if article["reference_method"] != "published":
        yield f"    spoken {reference}: {article['reference_explanation']}"


def _claim(claim: Row) -> Iterator[str]:
    yield f"    {quoted(claim['sentence'])}"
    cue = f" ({quoted(claim['status_cue'])})" if claim["status_cue"] else ""
    speaker = f", according to {claim['attributed_to']}" if claim["attributed_to"] else ""
    yield f"      {quoted(claim['trigger'])}: {claim['status']}{cue}{speaker}"
    told = days(claim["told_first_day"], claim["told_last_day"])
    words = f"{quoted(claim['time_text'])} -> " if claim["time_text"] else ""
    yield f"      {words}{claim['date_rule'] or 'no rule'} -> {told}"
    if claim["explanation"]:
        yield f"      because {claim['explanation']}"
    known = days(claim["first_day"], claim["last_day"])
    if known != told:
        yield f"      with the other sources: {known}"


def _history(connection: DuckDBPyConnection, event: Row) -> Iterator[str]:
    rows = records(connection, "from event_history where event_id = ?", event["event_id"])
    yield "\nHistory of its status"
    for row in rows:
        reported = days(row["reported_first_day"], row["reported_last_day"])
        speaker = f", according to {row['attributed_to']}" if row["attributed_to"] else ""
        held = since(row["first_day"], row["last_day"])
        yield f"  {row['status']} {held}, reported {reported}{speaker} [{row['source_uri']}]"
    redirects = records(connection, "from event_redirects where event_id = ?", event["event_id"])
    for row in redirects:
        yield f"  once {row['old_event_id']}: {row['reason']}"


def _counts(connection: DuckDBPyConnection, event: Row) -> Iterator[str]:
    question = "from count_claims join mentions_of_event using (mention_id) where event_id = ? order by mention_id"
    rows = records(connection, question, event["event_id"])
    if rows:
        yield "\nTold numbers against the calendar"
    for row in rows:
        window = days(row["window_first_day"], row["window_last_day"])
        found = f"{row['found_count']} surely in the articles, {row['possible_count']} possibly"
        told = f"{row['count_operator'].replace('_', ' ')} {row['count']}"
        yield f"  {told} told for {window}; {found}: {row['verdict'].replace('_', ' ')} [{row['source_uri']}]"


def _bounds(connection: DuckDBPyConnection, event: Row) -> Iterator[str]:
    rows = records(connection, "from bounds_of_event where event_id = ?", event["event_id"])
    for title, is_set_aside in (("Bounds on its days", False), ("Set aside, because they contradict the others", True)):
        lines = dict.fromkeys(_bound(row) for row in rows if row["is_set_aside"] is is_set_aside)
        if lines:
            yield f"\n{title}"
            yield from lines


def _bound(row: Row) -> str:
    source = f" [{row['source_uri']}]" if row["source_uri"] else ""
    if row["first_day"] is not None or row["last_day"] is not None:
        told = days(row["first_day"], row["last_day"])
        return f"  {row['right_name']}: {told}: {row['reason']}{source}"
    apart = distance(row["min_days"], row["max_days"])
    return f"  {row['right_name']}: {apart} {row['left_name']}: {row['reason']}{source}"


def _rejected_days(connection: DuckDBPyConnection, event: Row) -> Iterator[str]:
    question = (
        "from article_dates join articles using (article_id) where verdict = 'rejected' and article_id in"
        " (select article_id from mentions_of_event where event_id = ?) order by source_uri, candidate_number"
    )
    rows = records(connection, question, event["event_id"])
    if rows:
        yield "\nPublication days that were not believed"
    for row in rows:
        yield f"  {row['source_uri']}: {row['kind']} {quoted(row['raw_text'])}: {row['reason']}"


def _findings(connection: DuckDBPyConnection, event: Row) -> Iterator[str]:
    question = (
        "from quoted_findings where finding_id in (select finding_id from findings where event_id = $1 union"
        " select finding_id from finding_evidence join evidence using (mention_id) where evidence.event_id = $1)"
    )
    rows = records(connection, question, event["event_id"])
    if rows:
        yield "\nFindings"
    for _, group in groupby(rows, key=itemgetter("finding_id")):
        quotes = list(group)
        mark = " (acknowledged)" if quotes[0]["is_acknowledged"] else ""
        name = f"{quotes[0]['severity']} {quotes[0]['check_name']} {quotes[0]['finding_id']}"
        yield f"  {name}{mark}: {quotes[0]['summary']}"
        yield from dict.fromkeys(f"    {row['source_uri']}: {quoted(row['quote'])}" for row in quotes if row["quote"])


def _people(connection: DuckDBPyConnection, warehouse: Path, event: Row) -> Iterator[str]:
    touched = _ids_about(connection, event["event_id"])
    about = [each for each in read_corrections(warehouse) if touched & _ids_in(each)]
    if about:
        yield "\nCorrections by people"
    for each in about:
        yield f"  {each.day} {each.who}: {each.kind.value}: {each.why}"


def _ids_about(connection: DuckDBPyConnection, event_id: str) -> set[str]:
    question = (
        "select unnest([$1]) union select old_event_id from event_redirects where event_id = $1"
        " union select mention_id from mentions_of_event where event_id = $1"
        " union select article_id from mentions_of_event where event_id = $1"
        " union select finding_id from findings where event_id = $1"
    )
    return {row[0] for row in connection.execute(question, [event_id]).fetchall()}


def _ids_in(correction: Correction) -> set[str]:
    named = {correction.article_id, correction.finding_id, *correction.event_ids, *correction.mention_ids}
    return {name for name in named if name is not None}
