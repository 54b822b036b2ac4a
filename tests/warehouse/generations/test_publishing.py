"""A copy for others: the same tables, with or without texts, that nothing writes to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import warehouse
from tests.warehouse import little
from warehouse.errors import WarehouseError
from warehouse.generations import current_generation, publish, read_values, text_columns
from warehouse.locking import writing


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    little.write(tmp_path / "w", 3)
    (tmp_path / "w" / "raw").mkdir()
    (tmp_path / "w" / "raw" / "1.gz").write_bytes(b"words")
    return tmp_path / "w"


@pytest.mark.parametrize("is_without_text", [True, False])
def test_a_copy_has_all_rows_and_is_read_like_a_warehouse(whole: Path, tmp_path: Path, is_without_text: bool) -> None:
    """Tables, views and journal; no raw bytes; texts only when they were asked for."""
    published = publish(current_generation(whole), tmp_path / "copy", is_without_text=is_without_text)
    assert published.run_id == current_generation(tmp_path / "copy").run_id == current_generation(whole).run_id
    with warehouse.connect(tmp_path / "copy") as connection:
        assert len(connection.table("chronology")) == 3
        assert connection.execute("select count(*) from ingestions").fetchall() == [(3,)]
        texts = {text for (text,) in connection.execute("select body_text from article_texts").fetchall()}
    assert texts == ({""} if is_without_text else {"They met."})
    assert not (tmp_path / "copy" / "raw").exists()
    said = json.loads((tmp_path / "copy" / "published.json").read_text())
    assert said["empty_columns"] == (text_columns() if is_without_text else [])


def test_a_copy_without_texts_keeps_what_is_no_text(whole: Path, tmp_path: Path) -> None:
    """Labels, days and the word that names the act stay."""
    published = publish(current_generation(whole), tmp_path / "copy", is_without_text=True)
    assert set(read_values(published, "event_mentions", "trigger")) == {"met"}
    assert set(read_values(published, "event_mentions", "sentence")) == {""}
    assert sorted(read_values(published, "events", "label")) == ["meeting 0", "meeting 1", "meeting 2"]


def test_nothing_is_overwritten(whole: Path, tmp_path: Path) -> None:
    """A folder with something in it, or a file, is refused and stays as it is."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    for place in (tmp_path / "full", tmp_path / "full" / "mine.txt"):
        with pytest.raises(WarehouseError, match="is not empty"):
            publish(current_generation(whole), place, is_without_text=True)
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine.txt"]


def test_no_run_writes_to_a_copy(whole: Path, tmp_path: Path) -> None:
    """Its lock is never given."""
    publish(current_generation(whole), tmp_path / "copy", is_without_text=True)
    with pytest.raises(WarehouseError, match="published copy"), writing(tmp_path / "copy"):
        pass
