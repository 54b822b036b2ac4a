"""A story's warehouse as the quality tests ask it questions."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from flows.commands.main import main as dateline
from tests.quality.scoring import read_rows


@dataclass(frozen=True, kw_only=True)
class Story:
    """One set of articles about the Alaska summit, resolved into a warehouse.

    ``files`` maps the article's part in the story to its file, ``keys`` to its name in the gold; ``words`` are the
    words that differ between the tellings.
    """

    warehouse: Path
    connection: duckdb.DuckDBPyConnection
    gold: Path
    files: Mapping[str, str]
    keys: Mapping[str, str]
    words: Mapping[str, str]

    def rows(self, query: str, *values: Any) -> list[dict[str, Any]]:
        """The rows of ``query`` as dictionaries."""
        cursor = self.connection.execute(query, list(values))
        names = [column[0] for column in cursor.description or []]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def article(self, key: str) -> dict[str, Any]:
        """The row of the article that plays ``key`` in the story."""
        (row,) = self.rows("select * from articles where source_uri = ?", self.files[key])
        return row

    def reference(self, key: str) -> tuple[Any, Any]:
        """First and last day the article speaks from."""
        row = self.article(key)
        return row["reference_first_day"], row["reference_last_day"]

    def body(self, key: str) -> str:
        """The cleaned body."""
        (row,) = self.rows("select body_text from article_texts where article_id = ?", self.article(key)["article_id"])
        return str(row["body_text"])

    def mentions(self, key: str) -> list[dict[str, Any]]:
        """The article's claims with their event ids, in reading order."""
        return self.rows(
            "select * from event_mentions left join evidence using (mention_id) where article_id = ? "
            "order by start_offset",
            self.article(key)["article_id"],
        )

    def mention(self, key: str, trigger: str, near: str = "") -> dict[str, Any]:
        """The first claim whose trigger matches ``trigger`` in a sentence with ``near``."""
        for row in self.mentions(key):
            if re.search(trigger, row["trigger"]) and near in row["sentence"]:
                return row
        raise AssertionError(f"no claim [{trigger}] near {near!r} in {key}")

    def event(self, event_id: str) -> dict[str, Any]:
        """The row of an event."""
        (row,) = self.rows("select * from events where event_id = ?", event_id)
        return row

    def expressions(self, key: str) -> list[dict[str, Any]]:
        """The article's time expressions, in reading order."""
        return self.rows(
            "select * from time_expressions where article_id = ? order by start_offset", self.article(key)["article_id"]
        )

    def violated_negatives(self) -> list[str]:
        """The listed words that became a claim's trigger or time after all."""
        files = {self.keys[key]: key for key in self.files}
        violated = []
        for negative in read_rows(self.gold / "negatives.jsonl"):
            key = files.get(negative["article"])
            if key is not None and self._violates(key, str(negative["text"])):
                violated.append(str(negative["text"]))
        return violated

    def _violates(self, key: str, text: str) -> bool:
        body = self.body(key)
        spans = [found.span() for found in re.finditer(re.escape(text), body)]
        return any(
            first < row["end_offset"] and row["start_offset"] < last
            for row in self.mentions(key)
            for first, last in spans
        )

    def command(self, *arguments: str) -> str:
        """What a command prints on standard output."""
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            dateline([*arguments, "--warehouse", str(self.warehouse)])
        return printed.getvalue()
