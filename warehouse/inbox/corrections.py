"""Reads ``corrections/*.jsonl``: what people told this warehouse against the rules."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from schemas import Correction, CorrectionKind
from warehouse.errors import CorrectionError

#: What each kind of correction must say beside who, when, what and why.
_NEEDS: Mapping[CorrectionKind, tuple[str, ...]] = {
    CorrectionKind.MERGE: ("events",),
    CorrectionKind.SPLIT: ("event", "mentions"),
    CorrectionKind.REDATE: ("event", "first_day", "last_day"),
    CorrectionKind.RETRACT: ("article",),
    CorrectionKind.DISMISS: ("finding",),
}
_ALWAYS = ("who", "when", "what", "why")


def read_corrections(warehouse: Path) -> list[Correction]:
    """Every correction of ``warehouse``, files in the order of their names and lines in theirs.

    A line is ``{"who": "...", "when": "2025-11-12", "what": "merge", "events": ["...", "..."], "why": "..."}``; the
    other kinds are split (event, mentions), re-date (event, first_day, last_day; null = unbounded), retract (article)
    and dismiss (finding). Empty lines and lines that begin with # are skipped. Raises CorrectionError, naming file and
    line.
    """
    return [c for path in sorted((warehouse / "corrections").glob("*.jsonl")) for c in _of_file(path)]


def _of_file(path: Path) -> Iterator[Correction]:
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            try:
                yield _correction(json.loads(line))
            except (ValueError, TypeError) as error:
                raise CorrectionError(f"{path}, line {number}: {error}") from error


def _correction(fields: Any) -> Correction:
    if not isinstance(fields, dict):
        raise TypeError("a correction is a JSON object")
    kind = CorrectionKind(str(fields.get("what")))
    asked = (*_ALWAYS, *_NEEDS[kind])
    _require(fields, asked)
    correction = Correction(
        who=_words(fields, "who"),
        day=date.fromisoformat(_words(fields, "when")),
        kind=kind,
        why=_words(fields, "why"),
        event_ids=(_words(fields, "event"),) if "event" in asked else _ids(fields, "events"),
        mention_ids=_ids(fields, "mentions"),
        article_id=_words(fields, "article") if "article" in asked else None,
        finding_id=_words(fields, "finding") if "finding" in asked else None,
        first_day=_day(fields.get("first_day")),
        last_day=_day(fields.get("last_day")),
    )
    _doubt(correction)
    return correction


def _doubt(correction: Correction) -> None:
    if correction.kind is CorrectionKind.MERGE and len(set(correction.event_ids)) < 2:
        raise ValueError("a merge needs two events")
    first, last = correction.first_day, correction.last_day
    if first is not None and last is not None and last < first:
        raise ValueError("last_day lies before first_day")


def _require(fields: Mapping[str, Any], asked: tuple[str, ...]) -> None:
    missing = [name for name in asked if name not in fields]
    strange = [name for name in fields if name not in asked]
    if missing or strange:
        wrong = [f"{name} is missing" for name in missing] + [f"{name} says nothing here" for name in strange]
        raise ValueError("; ".join(wrong))


def _words(fields: Mapping[str, Any], name: str) -> str:
    value = fields[name]
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{name} must be words")
    return value


def _ids(fields: Mapping[str, Any], name: str) -> tuple[str, ...]:
    listed = fields.get(name, [])
    if not isinstance(listed, list) or not all(isinstance(item, str) and item for item in listed):
        raise ValueError(f"{name} must be ids")
    return tuple(listed)


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)
