"""A story in two articles, as tables: a debate that one says took place and the other says was called off."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from schemas import Correction
from tests.warehouse.rows import row
from warehouse.findings import complete_tables
from warehouse.generations import commit
from warehouse.inbox import Input

HELD = "They argued over flood relief in a debate on Monday."
CANCELED = "The debate set for 17 April was canceled."
DAY = date(2024, 4, 15)


def tables(*, with_second: bool = True) -> dict[str, list[Any]]:
    """The resolved tables of the story; without the second article nothing contradicts the first."""
    articles = [_article("a1", "held.txt", date(2024, 4, 19))]
    texts = [row("article_texts", article_id="a1", body_text=f"Heading\n\n{HELD} More follows.")]
    mentions = [_mention("m1", "a1", HELD, f"Heading\n\n{HELD}", told_first_day=DAY, told_last_day=DAY)]
    if with_second:
        articles.append(_article("a2", "canceled.txt", date(2024, 4, 22)))
        texts.append(row("article_texts", article_id="a2", body_text=f"{CANCELED} Nobody came."))
        planned = {"told_first_day": DAY, "told_last_day": date(2024, 4, 17), "status_cue": "canceled"}
        mentions.append(_mention("m2", "a2", CANCELED, CANCELED, status="canceled", day_role="plan", **planned))
    return {
        "articles": articles,
        "article_texts": texts,
        "article_dates": [
            row(
                "article_dates",
                article_id="a1",
                kind="masthead",
                raw_text="Friday, June 7, 2024",
                verdict="rejected",
                reason="the text speaks of April",
            )
        ],
        "event_mentions": mentions,
        "events": [
            row(
                "events",
                event_id="e1f",
                label="Halasz-Bortan debate",
                event_type="CONSULT",
                event_mode="debate",
                actors="Mira Halasz; Oleksij Bortan",
                place="Kirkmuir",
                first_day=DAY,
                last_day=DAY,
                sort_day=DAY,
                edtf="2024-04-15",
                mention_count=len(mentions),
                article_count=len(mentions),
                source_count=len(mentions),
            )
        ],
        "evidence": [row("evidence", event_id="e1f", mention_id=mention.mention_id) for mention in mentions],
        "event_ids": [row("event_ids", event_id="e1f", founding_mention_id="m1")],
        "event_redirects": [
            row("event_redirects", old_event_id="e0f", event_id="e1f", reason="merged: one debate in one town")
        ],
        "event_status": [
            row(
                "event_status",
                event_id="e1f",
                mention_id=mention.mention_id,
                status=mention.status,
                last_day=date(2024, 4, 22),
            )
            for mention in mentions
        ],
        "count_claims": [
            row(
                "count_claims",
                mention_id="m1",
                event_type="CONSULT",
                count=3,
                count_operator="at_least",
                window_first_day=date(2024, 4, 1),
                window_last_day=date(2024, 4, 19),
                found_count=1,
                possible_count=2,
                verdict="fewer_found",
            )
        ],
        "day_bounds": [
            _bound("b1", 19828, is_set_aside=False),
            _bound("b2", 19830, is_set_aside=True),
        ],
    }


def _article(article_id: str, source_uri: str, day: date) -> Any:
    return row(
        "articles",
        article_id=article_id,
        source_uri=source_uri,
        content_sha256=article_id,
        source_family=article_id,
        published_day=day,
        published_method="metadata",
        reference_first_day=day,
        reference_last_day=day,
        reference_method="published",
    )


def _mention(mention_id: str, article_id: str, sentence: str, before: str, **fields: Any) -> Any:
    start = before.index("debate")
    return row(
        "event_mentions",
        mention_id=mention_id,
        article_id=article_id,
        sentence=sentence,
        trigger="debate",
        start_offset=start,
        end_offset=start + 6,
        event_type="CONSULT",
        time_text=sentence.rsplit(maxsplit=1)[-1].strip("."),
        date_rule="weekday",
        explanation="the most recent such day",
        first_day=DAY,
        last_day=DAY,
        **fields,
    )


def _bound(bound_id: str, day_number: int, *, is_set_aside: bool) -> Any:
    return row(
        "day_bounds",
        bound_id=bound_id,
        left_id="origin",
        right_id="e1f.first",
        min_days=day_number,
        max_days=day_number,
        reason=f"the words of {bound_id}",
        mention_id="m1",
        article_id="a1",
        is_set_aside=is_set_aside,
    )


def write(folder: Path, *corrections: Correction, with_second: bool = True) -> str:
    """Commit the story to a warehouse; returns the run id."""
    complete = complete_tables(tables(with_second=with_second), corrections)
    inputs = [
        Input(source_uri=article.source_uri, content_sha256=article.content_sha256, arrival=1)
        for article in complete["articles"]
    ]
    generation = commit(folder, complete, inputs=inputs)
    assert generation is not None
    return generation.run_id
