"""``rebuild``: everything read again from the kept bytes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from extractors import pipeline
from extractors.claims import RawInput
from extractors.claims_json import Outcomes
from flows.commands.main import main as dateline
from tests.flows.tables import MEETING, STRIKE, run_direct, table_bytes, write_articles


def test_a_rebuild_needs_no_source_and_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sources may be gone; every input is read once more, what the user gave with it included."""
    articles, warehouse = write_articles(tmp_path / "in", meeting=MEETING, strike=STRIKE), tmp_path / "w"
    run_direct(warehouse, articles, options=("--quiet", "--published", "2025-03-11"))
    before = table_bytes(warehouse)
    shutil.rmtree(articles)
    read: list[str] = []
    extract = pipeline.extract

    def noted(raw: RawInput) -> Outcomes:
        read.append(raw.source_uri)
        return extract(raw)

    monkeypatch.setattr(pipeline, "extract", noted)
    assert dateline(["rebuild", "--warehouse", str(warehouse), "--direct", "--quiet"]) == 0
    assert sorted(read) == ["meeting.txt", "strike.txt"]
    assert table_bytes(warehouse) == before


def test_better_rules_are_used_by_the_next_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the rules changed, a run reads the kept inputs again, too, and drops what the old rules made of them."""
    from flows import stages  # noqa: PLC0415

    warehouse = tmp_path / "w"
    run_direct(warehouse, write_articles(tmp_path / "in", meeting=MEETING), options=("--quiet",))
    monkeypatch.setattr(stages, "rules_version", lambda: "better")
    run_direct(warehouse, write_articles(tmp_path / "more", strike=STRIKE), options=("--quiet",))
    assert len([path for path in (warehouse / "claims").rglob("*") if path.is_file()]) == 2
