"""``dateline explain``: why an event stands on its days, source by source."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flows.errors import CommandError
from flows.options import add_warehouse
from flows.reading import open_warehouse, records
from flows.wording import days

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NAME = "explain"
HELP = "print why an event stands on its days: quote, rule and interval of every source, and what was set aside"

_MOST_CANDIDATES = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``explain``."""
    parser.add_argument("event", nargs="+", metavar="EVENT", help="its id, the beginning of it, or words of its label")
    add_warehouse(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the explanation of the one event that the words mean."""
    from flows.explaining import explanation  # noqa: PLC0415 (loads DuckDB)

    words = " ".join(arguments.event)
    with open_warehouse(arguments.warehouse) as connection:
        found = find_events(connection, words)
        if not found:
            raise CommandError(f"no event fits {words!r}; `dateline chronology` lists them all")
        if len(found) > 1:
            sys.stderr.writelines(line + "\n" for line in _candidates(words, found))
            return 1
        sys.stdout.writelines(line + "\n" for line in explanation(connection, arguments.warehouse, found[0]))
    return 0


def find_events(connection: DuckDBPyConnection, words: str) -> list[dict[str, Any]]:
    """The rows of the events that ``words`` mean: an id, a former id, a beginning of ids, a label, words of labels."""
    searches = (_by_id, _by_old_id, _by_beginning, _by_label, _by_words)
    return next((found for search in searches if (found := search(connection, words))), [])


def _by_id(connection: DuckDBPyConnection, words: str) -> list[dict[str, Any]]:
    return records(connection, "from events where event_id = ?", words)


def _by_old_id(connection: DuckDBPyConnection, words: str) -> list[dict[str, Any]]:
    question = "from events where event_id in (select event_id from event_redirects where old_event_id = ?)"
    return records(connection, question, words)


def _by_beginning(connection: DuckDBPyConnection, words: str) -> list[dict[str, Any]]:
    return records(connection, "from events where starts_with(event_id, ?) order by event_id", words)


def _by_label(connection: DuckDBPyConnection, words: str) -> list[dict[str, Any]]:
    question = "from events where lower(label) = lower(?) order by sort_day nulls last, event_id"
    return records(connection, question, words)


def _by_words(connection: DuckDBPyConnection, words: str) -> list[dict[str, Any]]:
    question = (
        "from events where list_bool_and([contains(lower(label), word) for word in str_split(lower(?), ' ')])"
        " order by sort_day nulls last, event_id"
    )
    return records(connection, question, words)


def _candidates(words: str, events: list[dict[str, Any]]) -> Iterator[str]:
    yield f"dateline: {len(events)} events fit {words!r}; name one by its id"
    for event in events[:_MOST_CANDIDATES]:
        yield f"  {event['event_id']}  {days(event['first_day'], event['last_day'])}  {event['label']}"
    if len(events) > _MOST_CANDIDATES:
        yield f"  and {len(events) - _MOST_CANDIDATES} more"
