"""A little warehouse that is sound: articles that each tell of one meeting."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.warehouse.rows import row
from warehouse.generations import RunNotes, commit
from warehouse.inbox import Input

NOON = datetime(2025, 9, 1, 12, tzinfo=UTC)


def tables(count: int) -> dict[str, list[Any]]:
    """The tables of ``count`` articles, all sound."""
    made: dict[str, list[Any]] = {name: [] for name in ("articles", "article_texts", "event_mentions", "events")}
    made.update({name: [] for name in ("evidence", "event_ids", "event_status")})
    for number in range(count):
        _add_article(made, number)
    return made


def _add_article(made: dict[str, list[Any]], number: int) -> None:
    article_id, mention_id, event_id = f"a{number}", f"m{number}", f"e{number}"
    day = date(2025, 8, 1) + timedelta(days=number)
    made["articles"].append(
        row("articles", article_id=article_id, source_uri=f"{number}.txt", content_sha256=str(number))
    )
    made["article_texts"].append(row("article_texts", article_id=article_id, body_text="They met."))
    made["event_mentions"].append(
        row(
            "event_mentions",
            mention_id=mention_id,
            article_id=article_id,
            sentence="They met.",
            trigger="met",
            start_offset=5,
            end_offset=8,
            told_first_day=day,
            told_last_day=day,
            first_day=day,
            last_day=day,
        )
    )
    made["events"].append(
        row("events", event_id=event_id, label=f"meeting {number}", first_day=day, last_day=day, sort_day=day)
    )
    made["evidence"].append(row("evidence", event_id=event_id, mention_id=mention_id))
    made["event_ids"].append(row("event_ids", event_id=event_id, founding_mention_id=mention_id))
    made["event_status"].append(row("event_status", event_id=event_id, mention_id=mention_id, first_day=day))


def inputs(count: int) -> list[Input]:
    """The inputs that :func:`tables` are made from."""
    return [Input(source_uri=f"{number}.txt", content_sha256=str(number), arrival=1) for number in range(count)]


def notes(count: int) -> RunNotes:
    """What the journal shall say of a run that took in ``count`` inputs."""
    return RunNotes(
        started_at=NOON,
        finished_at=NOON,
        code_version="0.1",
        rules_version="r1",
        model="m1",
        arrivals=[(item.source_uri, item.content_sha256, NOON) for item in inputs(count)],
    )


def write(folder: Path, *counts: int) -> str:
    """Commit the little warehouse with each of ``counts`` articles in turn; returns the last run id."""
    run_id = ""
    for count in counts:
        generation = commit(folder, tables(count), inputs=inputs(count), notes=notes(count))
        assert generation is None or generation.run_id != run_id
        run_id = generation.run_id if generation else run_id
    return run_id
