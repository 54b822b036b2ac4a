"""Writes a synthetic warehouse with the distributions of scraped news, through the real commits, in bounded memory.

usage: python -m benchmarks.synthetic_warehouse FOLDER [--events N] [--seed S]

What was measured on 200 pages of news scraped from the web is kept here: 20 claims an article, 1.2 claims an event,
56 % of the events undated, 16 % of one day, a tenth of the claims about days years before their article, few actors in
most of the participations, 93 % of the events without a known place, status occurred in 79 %. Articles come in the
order of their days, over ten years. The same arguments give the same rows.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from schemas import TABLES
from schemas.columns import Column
from warehouse.generations import Change, commit_changes, prune
from warehouse.inbox import Input

FIRST_DAY = date(2015, 1, 1)
#: Days over which articles are spread.
DAYS = 3_650
#: Articles that one commit of the first load brings.
ARTICLES_A_COMMIT = 3_000

_CLAIMS = 20
_NEW_EVENT = 0.83
_BODY = "The talks went on for a second day and ended without a joint statement, officials said. " * 60

_TYPES = ("OTHER", "STATEMENT", "CONSULT", "LEGAL", "ASSAULT", "REQUEST", "ACCUSE", "BUSINESS", "COERCE", "AGREE")
_TYPE_WEIGHTS = (26, 12, 8, 7, 6, 4, 4, 4, 3, 26)
_STATUS = ("occurred", "proposed", "planned", "negated", "rumored", "ongoing", "conditional", "canceled", "postponed")
_STATUS_WEIGHTS = (794, 71, 56, 29, 17, 17, 10, 4, 2)
_PLAIN: dict[type, Any] = {str: "", int: 0, bool: False, float: 0.0, date: None}
_ACTORS, _PLACES, _SOURCES = 20_000, 3_000, 400
#: An event is told again within so many of the events that are newest.
_REMEMBERED = 4_000


@dataclass
class World:
    """What has been written: enough to tell of old events again. ``chance`` decides everything."""

    seed: int
    article_count: int = 0
    event_count: int = 0
    expected_articles: int = 60_000
    recent: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)  # noqa: S311 - synthetic data, no secrets

    def first(self) -> dict[str, list[Any]]:
        """The actors and places of the world."""
        actors = [_row("actors", actor_id=_actor(n), name=f"Actor {n}", kind="person") for n in range(_ACTORS)]
        places = [
            _row("places", place_id=_place(n), name=f"Place {n}", country_code=f"C{n % 90:02d}", place_precision="city")
            for n in range(_PLACES)
        ]
        return {"actors": actors, "places": places}

    def batch(self, article_count: int, day: date | None = None) -> tuple[dict[str, list[Any]], list[Input]]:
        """The rows of ``article_count`` more articles, and their inputs; all of ``day``, else spread over it all."""
        rows: dict[str, list[Any]] = {name: [] for name, table in TABLES.items() if not table.is_journal}
        inputs = [self._article(rows, day) for _ in range(article_count)]
        rows["events"] = list({event.event_id: event for event in rows["events"]}.values())
        rows["event_participants"] = list(dict.fromkeys(rows["event_participants"]))
        return rows, inputs

    def _article(self, rows: dict[str, list[Any]], day: date | None) -> Input:
        number = self.article_count
        self.article_count += 1
        article_id, sha = _id("article", number), hashlib.sha256(f"{number}".encode()).hexdigest()
        reported = day or FIRST_DAY + timedelta(days=min(DAYS - 1, number * DAYS // self.expected_articles))
        source = number % _SOURCES
        rows["articles"].append(
            _row(
                "articles",
                article_id=article_id,
                source_uri=f"news/{number}.html",
                source_name=f"Source {source}",
                reader="html",
                title=f"Story {number}",
                language="en",
                content_sha256=sha,
                is_latest=True,
                published_day=reported,
                published_method="metadata",
                reference_first_day=reported,
                reference_last_day=reported,
                reference_method="published",
                source_family=f"family-{source}",
                character_count=len(_BODY),
            )
        )
        # half of it is as hard to compress as words are
        rows["article_texts"].append(
            _row("article_texts", article_id=article_id, body_text=_BODY[:2000] + self.chance.randbytes(1700).hex())
        )
        for place in range(_CLAIMS):
            self._claim(rows, article_id, reported, place)
        return Input(source_uri=f"news/{number}.html", content_sha256=sha, arrival=1)

    def _claim(self, rows: dict[str, list[Any]], article_id: str, reported: date, place: int) -> None:
        is_new = self.chance.random() < _NEW_EVENT or not self.recent
        told = self._new_event(rows, reported) if is_new else self.chance.choice(self.recent)
        mention_id = _id("mention", f"{article_id}{place}")
        self._mention(rows, told, mention_id, {"article_id": article_id, "sentence_number": place})
        rows["evidence"].append(_row("evidence", event_id=told["event_id"], mention_id=mention_id))
        rows["event_status"].append(
            _row(
                "event_status",
                event_id=told["event_id"],
                mention_id=mention_id,
                status=told["status"],
                first_day=told["first_day"],
                last_day=told["last_day"],
                reported_first_day=reported,
                reported_last_day=reported,
            )
        )
        self._bound(rows, told, mention_id, article_id)
        self._event(rows, told, reported)

    def _mention(
        self, rows: dict[str, list[Any]], told: dict[str, Any], mention_id: str, where: dict[str, Any]
    ) -> None:
        """The claim as it stands in its article, who takes part, and the words that tell its days."""
        start = where["sentence_number"] * 88 + 4
        told_words = {"start_offset": start, "end_offset": start + 5, **where, **_dated(told)}
        time_id = _id("time", f"{where['article_id']}{where['sentence_number']}") if told["first_day"] else None
        if time_id is not None:
            rows["time_expressions"].append(
                _row(
                    "time_expressions",
                    time_expression_id=time_id,
                    quote=_BODY[start : start + 5],
                    timex_value=str(told["first_day"]),
                    **told_words,
                )
            )
        rows["event_mentions"].append(
            _row(
                "event_mentions",
                mention_id=mention_id,
                sentence=_BODY[:88] + str(self.chance.random()),
                trigger=_BODY[start : start + 5],
                event_type=told["event_type"],
                status=told["status"],
                time_expression_id=time_id,
                told_first_day=told["first_day"],
                told_last_day=told["last_day"],
                place_id=told["place_id"],
                **told_words,
            )
        )
        for role_number, actor in enumerate(told["actors_of"]):
            rows["participants"].append(
                _row(
                    "participants",
                    mention_id=mention_id,
                    participant_number=role_number,
                    role="recipient" if role_number else "actor",
                    actor_id=actor,
                    name=actor,
                )
            )

    def _new_event(self, rows: dict[str, list[Any]], reported: date) -> dict[str, Any]:
        chance, number = self.chance, self.event_count
        self.event_count += 1
        event_id = _id("event", number)
        first, last, precision = self._days(reported)
        place = f"{_place(int(_PLACES * chance.random() ** 3))}" if chance.random() < 0.07 else None
        actors = [_actor(int(_ACTORS * chance.random() ** 4)) for _ in range(chance.choice((0, 1, 1, 1, 2)))]
        told: dict[str, Any] = {
            "event_id": event_id,
            "event_type": chance.choices(_TYPES, _TYPE_WEIGHTS)[0],
            "status": chance.choices(_STATUS, _STATUS_WEIGHTS)[0],
            "first_day": first,
            "last_day": last,
            "precision": precision,
            "sort_day": first or last or reported,
            "place_id": place,
            "actors_of": list(dict.fromkeys(actors)),
            "mention_count": 0,
            "first_reported_day": reported,
        }
        rows["event_ids"].append(_row("event_ids", event_id=event_id, founding_mention_id=_id("founding", number)))
        for role_number, actor in enumerate(told["actors_of"]):
            rows["event_participants"].append(
                _row(
                    "event_participants",
                    event_id=event_id,
                    actor_id=actor,
                    role="recipient" if role_number else "actor",
                )
            )
        self.recent.append(told)
        if len(self.recent) > _REMEMBERED:
            # one in twenty is remembered for long
            del self.recent[chance.randrange(_REMEMBERED // 20, _REMEMBERED)]
        return told

    def _days(self, reported: date) -> tuple[date | None, date | None, str]:
        chance = self.chance
        kind = chance.random()
        if kind < 0.56:
            return None, reported, "open"
        back = 0 if chance.random() < 0.6 else int(2 ** (chance.random() * 13))
        day = reported - timedelta(days=back)
        if kind < 0.72:
            return day, day, "day"
        if kind < 0.83:
            return date(day.year, 1, 1), date(day.year, 12, 31), "year"
        return day, day + timedelta(days=chance.choice((6, 29))), "range"

    def _event(self, rows: dict[str, list[Any]], told: dict[str, Any], reported: date) -> None:
        told["mention_count"] += 1
        count = told["mention_count"]
        names = told["actors_of"]
        fields = {name: told[name] for name in ("event_id", "event_type", "status", "first_day", "last_day")}
        rows["events"].append(
            _row(
                "events",
                **fields,
                label=f"{told['event_type'].lower()} {told['event_id']}",
                sort_day=told["sort_day"],
                precision=told["precision"],
                edtf=str(told["first_day"] or ".."),
                actor_1=names[0] if names else None,
                actors="; ".join(names) or None,
                place_id=told["place_id"],
                mention_count=count,
                article_count=count,
                source_count=count,
                first_reported_day=told["first_reported_day"],
                last_reported_day=reported,
            )
        )

    def _bound(self, rows: dict[str, list[Any]], told: dict[str, Any], mention_id: str, article_id: str) -> None:
        if told["first_day"] is None:
            return
        rows["day_bounds"].append(
            _row(
                "day_bounds",
                bound_id=_id("bound", mention_id),
                left_id="origin",
                right_id=f"{told['event_id']}.first",
                min_days=(told["first_day"] - date(1970, 1, 1)).days,
                reason="weekday: the words name a day",
                mention_id=mention_id,
                article_id=article_id,
            )
        )
        if self.chance.random() < 0.005 and told["mention_count"]:
            self._contradiction(rows, told, mention_id, article_id)

    def _contradiction(
        self, rows: dict[str, list[Any]], told: dict[str, Any], mention_id: str, article_id: str
    ) -> None:
        finding_id = _id("finding", mention_id)
        rows["findings"].append(
            _row(
                "findings",
                finding_id=finding_id,
                check_name="date_conflict",
                severity="error",
                event_id=told["event_id"],
                article_id=article_id,
                summary="two articles tell different days",
            )
        )
        for position in range(2):
            rows["finding_evidence"].append(
                _row(
                    "finding_evidence",
                    finding_id=finding_id,
                    position_number=position,
                    article_id=article_id,
                    mention_id=mention_id,
                    quote=_BODY[:40],
                    start_offset=0,
                    end_offset=40,
                )
            )


def _dated(told: dict[str, Any]) -> dict[str, Any]:
    """The days of an event as a claim tells them, and why these."""
    return {
        **{name: told[name] for name in ("first_day", "last_day", "precision")},
        "date_rule": "weekday",
        "explanation": "The most recent such day before the article was published",
    }


def _id(kind: str, number: object) -> str:
    return hashlib.sha256(f"{kind}{number}".encode()).hexdigest()[:16]


def _actor(number: int) -> str:
    return f"Q{number + 1}"


def _place(number: int) -> str:
    return f"geonames-{number + 1}"


def _row(table: str, **fields: Any) -> Any:
    declared = TABLES[table]
    return declared.row_class(**{column.name: _value(column, fields.get(column.name)) for column in declared.columns})


def _value(column: Column, value: Any) -> Any:
    if value is None and not column.is_nullable:
        return next(iter(column.values)) if column.values else _PLAIN[column.python_type]
    return column.values(value) if column.values and value is not None else value


def load(folder: Path, event_count: int, seed: int = 1) -> World:
    """Write a warehouse with about ``event_count`` events into ``folder``; the world, for more of it."""
    world = World(seed)
    world.expected_articles = max(1, round(event_count / (_CLAIMS * _NEW_EVENT)))
    commit_changes(folder, {name: Change(put=rows) for name, rows in world.first().items()})
    while world.article_count < world.expected_articles:
        put(folder, *world.batch(min(ARTICLES_A_COMMIT, world.expected_articles - world.article_count)))
        sys.stderr.write(f"\r{world.event_count} events")
    sys.stderr.write("\n")
    return world


def put(folder: Path, rows: dict[str, list[Any]], inputs: Sequence[Input]) -> None:
    """Commit more rows to the warehouse."""
    changes = {name: Change(put=listed) for name, listed in rows.items() if listed}
    commit_changes(folder, changes, inputs=Change(put=inputs))
    prune_all_but_newest(folder)


def prune_all_but_newest(folder: Path) -> None:
    """Keep three generations, as hours would."""
    prune(folder, datetime.now(UTC) + timedelta(days=3))


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    began = time.process_time()
    world = load(arguments.folder, arguments.events, arguments.seed)
    sys.stdout.write(f"{world.event_count} events in {time.process_time() - began:.0f} CPU s\n")


if __name__ == "__main__":
    _main()
