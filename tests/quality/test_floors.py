"""What was reached stays reached: the figures of whole runs against their floors."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import pytest

import warehouse
from flows.commands.main import main as dateline
from tests.quality import floors
from tests.quality.conftest import REPOSITORY, shared_folder
from tests.quality.floors import fallen
from tests.quality.scoring import figures, read_rows


def run(folder: Path, target: Path) -> Path:
    """A warehouse made from ``folder``."""
    assert dateline(["run", str(folder), "--warehouse", str(target), "--direct", "--quiet"]) == 0
    return target


def test_floors_rise_by_themselves_and_never_fall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A better figure is written back, but not in CI; a worse one is told and changes nothing."""
    book = tmp_path / "floors.json"
    monkeypatch.setattr(floors, "FLOORS", book)
    monkeypatch.delenv("CI", raising=False)
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    assert fallen("one", corpus, {"recall": 0.5, "false_precision": 0.2}) == []
    assert fallen("one", corpus, {"recall": 0.6, "false_precision": 0.1}) == []
    reached = json.loads(book.read_text())["one"]["figures"]
    assert reached == {"recall": 0.6, "false_precision": 0.1}
    assert fallen("one", corpus, {"recall": 0.5, "false_precision": 0.1}) == ["one recall: 0.5000, pinned at 0.6000"]
    monkeypatch.setenv("CI", "true")
    assert fallen("one", corpus, {"recall": 0.7, "false_precision": 0.1}) == []
    assert json.loads(book.read_text())["one"]["figures"] == reached


def test_the_retold_stories_keep_their_figures(tmp_path: Path) -> None:
    """A fresh clone guards recall, precision, days, status and type on its own seeds."""
    seeds = REPOSITORY / "seeds"
    connection = warehouse.connect(run(seeds / "articles", tmp_path / "warehouse"))
    names = {row["file"].split("/")[-1]: row["article"] for row in read_rows(seeds / "gold" / "articles.jsonl")}
    claims, bodies = _claims_and_bodies(connection, names)
    reached = figures(read_rows(seeds / "gold" / "events.jsonl"), claims, bodies)
    assert fallen("seeds", seeds, reached) == []


def _claims_and_bodies(connection: Any, names: dict[str, str]) -> tuple[list[Any], dict[str, str]]:
    cursor = connection.execute(
        "select source_uri, event_mentions.* from event_mentions join articles using (article_id) order by mention_id"
    )
    columns = [column[0] for column in cursor.description]
    claims = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    texts = connection.execute("select source_uri, body_text from articles join article_texts using (article_id)")
    bodies = {names[uri]: text for uri, text in texts.fetchall()}
    return [{**claim, "article": names[claim["source_uri"]]} for claim in claims], bodies


@pytest.mark.parametrize("corpus", ["gold", "seeds"])
def test_the_annotated_corpora_keep_their_figures(corpus: str, tmp_path: Path) -> None:
    """Where the annotated corpora are present, every figure of the scorer is held."""
    folder, scorer = shared_folder() / corpus, shared_folder() / "gold" / "score_chronology.py"
    if not (folder.is_dir() and scorer.is_file()):
        pytest.skip(f"the annotated corpus is not here: {folder}")
    target = run(folder / "articles", tmp_path / "warehouse")
    reached = _load(scorer).score(target, folder)["figures"]
    known = {name: value for name, value in reached.items() if value is not None}
    assert fallen(f"shared/{corpus}", folder, known) == []


def _load(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module
