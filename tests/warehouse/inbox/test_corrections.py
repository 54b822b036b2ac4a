"""Corrections are understood as written, or refused with file and line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from schemas import Correction, CorrectionKind
from warehouse.errors import CorrectionError
from warehouse.inbox import read_corrections

SIGNED = {"who": "An Editor", "when": "2025-11-12", "why": "the same meeting"}


def _write(folder: Path, *lines: dict[str, Any] | str, name: str = "desk.jsonl") -> None:
    (folder / "corrections").mkdir(exist_ok=True)
    words = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    (folder / "corrections" / name).write_text("\n".join(words) + "\n")


def test_every_kind_is_read(tmp_path: Path) -> None:
    """Files come in the order of their names; empty lines and comments are passed over."""
    _write(
        tmp_path,
        "# what the desk found in November",
        {**SIGNED, "what": "merge", "events": ["e1", "e2"]},
        "",
        {**SIGNED, "what": "split", "event": "e1", "mentions": ["m1"]},
        {**SIGNED, "what": "re-date", "event": "e1", "first_day": "2025-08-15", "last_day": None},
        {**SIGNED, "what": "retract", "article": "a1"},
    )
    _write(tmp_path, {**SIGNED, "what": "dismiss", "finding": "f1"}, name="a.jsonl")
    read = read_corrections(tmp_path)
    assert [each.kind.value for each in read] == ["dismiss", "merge", "split", "re-date", "retract"]
    assert read[1] == Correction(
        who="An Editor",
        day=date(2025, 11, 12),
        kind=CorrectionKind.MERGE,
        why="the same meeting",
        event_ids=("e1", "e2"),
    )
    assert (read[2].event_ids, read[2].mention_ids) == (("e1",), ("m1",))
    assert (read[3].first_day, read[3].last_day) == (date(2025, 8, 15), None)


def test_no_folder_is_no_correction(tmp_path: Path) -> None:
    """A warehouse that nobody corrected has none."""
    assert read_corrections(tmp_path) == []


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{not json", "Expecting"),
        ("[1]", "a correction is a JSON object"),
        ({**SIGNED, "what": "burn"}, "'burn' is not a valid CorrectionKind"),
        ({"what": "dismiss", "finding": "f1"}, "who is missing; when is missing; why is missing"),
        ({**SIGNED, "what": "merge"}, "events is missing"),
        ({**SIGNED, "what": "dismiss", "finding": "f1", "event": "e1"}, "event says nothing here"),
        ({**SIGNED, "what": "split", "event": "e1", "mentions": [1]}, "mentions must be ids"),
        ({**SIGNED, "who": " ", "what": "retract", "article": "a"}, "who must be words"),
        ({**SIGNED, "what": "retract", "article": 7}, "article must be words"),
        ({**SIGNED, "what": "merge", "events": ["e1"]}, "a merge needs two events"),
        ({**SIGNED, "when": "yesterday", "what": "retract", "article": "a"}, "Invalid isoformat"),
        (
            {**SIGNED, "what": "re-date", "event": "e", "first_day": "2025-02-01", "last_day": "2025-01-01"},
            "last_day lies before first_day",
        ),
    ],
)
def test_what_is_not_understood_is_named(tmp_path: Path, line: dict[str, Any] | str, complaint: str) -> None:
    """The complaint names file, line number and what is wrong; nothing is guessed."""
    _write(tmp_path, {**SIGNED, "what": "retract", "article": "a1"}, line)
    with pytest.raises(CorrectionError, match=f"desk.jsonl, line 2: .*{complaint}"):
        read_corrections(tmp_path)
