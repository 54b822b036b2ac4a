"""``publish``: a copy for others to read, without texts where they may not be given away."""

from __future__ import annotations

import json
import re
from pathlib import Path

import duckdb
import pytest

from flows.commands.main import main as dateline
from tests.flows.tables import run_direct

#: Fewer words in a row are a phrase, such as a name or a time, and no quotation.
WORDS_IN_A_ROW = 9


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + WORDS_IN_A_ROW]) for at in range(len(words) - WORDS_IN_A_ROW + 1)}


def texts(folder: Path) -> str:
    """Every string in every table, a line each."""
    files = folder.resolve().rglob("*.parquet")
    rows = [row for file in files for row in duckdb.read_parquet(str(file)).fetchall()]
    return "\n|\n".join(value for row in rows for value in row if isinstance(value, str))


def test_a_copy_without_texts_quotes_nothing(tmp_path: Path, seed_warehouse: Path) -> None:
    """No nine words in a row of any article are in it; every table, row, view and command that reads is."""
    copy = tmp_path / "copy"
    assert dateline(["publish", str(copy), "--no-text", "--warehouse", str(seed_warehouse)]) == 0
    bodies = duckdb.read_parquet(f"{seed_warehouse}/current/article_texts/*.parquet").project("body_text").fetchall()
    quoted = set().union(*(runs(value) for value in texts(copy).split("\n|\n")))
    assert not quoted & set().union(*(runs(body) for (body,) in bodies))
    for table in ("events", "event_mentions", "article_texts", "findings"):
        counts = [
            len(duckdb.read_parquet(f"{folder}/current/{table}/**/*.parquet")) for folder in (seed_warehouse, copy)
        ]
        assert counts[0] == counts[1]
    for command in ("chronology", "check"):
        dateline([command, "--warehouse", str(copy), "--json"])
    assert "event_mentions.sentence" in json.loads((copy / "published.json").read_text())["empty_columns"]


def test_a_copy_is_only_read(tmp_path: Path, seed_warehouse: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With texts it has the same rows; nothing can be run into it, and a folder with something in it is refused."""
    copy = tmp_path / "copy"
    assert dateline(["publish", str(copy), "--warehouse", str(seed_warehouse)]) == 0
    assert sorted(texts(copy / "current").split("\n")) != []
    assert not (copy / "raw").exists()
    capsys.readouterr()
    assert run_direct(copy, seed_warehouse / "raw", options=("--quiet",)) == 1
    assert dateline(["publish", str(copy), "--warehouse", str(seed_warehouse)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[0] for line in said] == ["dateline"] * len(said)
    assert "not empty" in said[-1]


def test_names_of_columns_without_text_are_declared() -> None:
    """The columns that are left empty are those that hold sentences."""
    from warehouse.generations import text_columns  # noqa: PLC0415

    assert set(text_columns()) == {
        "article_texts.body_text",
        "articles.reference_explanation",
        "day_bounds.reason",
        "event_mentions.phrase",
        "event_mentions.sentence",
        "finding_evidence.quote",
    }
