"""A generation is examined byte by byte and promise by promise, without its tables being read into memory whole."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse import little
from tests.warehouse.rows import row
from warehouse.errors import IntegrityError
from warehouse.generations import Generation, commit, tables, text_columns, verify
from warehouse.generations.verifying import _OnDisk
from warehouse.inbox import Input


def committed(folder: Path, patch: pytest.MonkeyPatch, **changed: list[Any]) -> Generation:
    """A generation of three articles with their raw bytes; of tables that no commit would let through."""
    rows = {**little.tables(3), **changed}
    inputs = []
    (folder / "raw").mkdir(parents=True)
    for number, article in enumerate(rows["articles"]):
        content = f"They met {number}.".encode()
        sha = hashlib.sha256(content).hexdigest()
        (folder / "raw" / f"{sha}.gz").write_bytes(gzip.compress(content, mtime=0))
        rows["articles"][number] = row(
            "articles", article_id=article.article_id, source_uri=article.source_uri, content_sha256=sha
        )
        inputs.append(Input(source_uri=article.source_uri, content_sha256=sha, arrival=1))
    patch.setattr("warehouse.generations.writing.check_integrity", lambda *_: None)
    generation = commit(folder, rows, inputs=inputs)
    assert generation is not None
    return generation


def test_a_sound_generation_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file of a table and every raw file are examined."""
    generation = committed(tmp_path, monkeypatch)
    files = [*generation.path.glob("*/*.parquet"), *(tmp_path / "raw").iterdir()]
    assert verify(generation) == len(files)


def test_a_changed_byte_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a table, in the raw bytes, or because the file is gone: the file is named."""
    generation = committed(tmp_path, monkeypatch)
    (raw, *_), (table, *_) = (tmp_path / "raw").iterdir(), generation.table_files("events")
    for file, name in ((raw, f"raw/{raw.name}"), (table, f"events/{table.name}")):
        whole = file.read_bytes()
        for broken in (whole[:-3], whole[:-1] + bytes([whole[-1] ^ 1]), None):
            file.unlink()
            if broken is not None:
                file.write_bytes(broken)
            with pytest.raises(IntegrityError, match=f"not what was written: {name}"):
                verify(generation)
            file.write_bytes(whole)
    verify(generation)


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"evidence": []}, "events_have_evidence"),
        ({"event_ids": []}, "events.event_id: 3 x not in event_ids.event_id|events_are_in_the_ledger"),
        (
            {"article_texts": [row("article_texts", article_id=f"a{n}", body_text="We met") for n in range(3)]},
            "offsets",
        ),
        ({"events": 2 * little.tables(3)["events"]}, "one row per event_id"),
    ],
)
def test_a_broken_promise_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: dict[str, list[Any]], complaint: str
) -> None:
    """Of the schemas (keys, references) and of the rules in SQL, on the files as they lie there."""
    generation = committed(tmp_path, monkeypatch, **changed)
    with pytest.raises(IntegrityError, match=complaint):
        verify(generation)


def test_no_table_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key or a column at a time, and no column of texts: those only the rules read, which may use the disk."""
    generation = committed(tmp_path, monkeypatch)
    read: list[tuple[str, list[str]]] = []

    def watched(self: _OnDisk, names: list[str]) -> Any:
        read.append((self._table.name, names))
        return tables.read_table(generation, self._table, names)

    monkeypatch.setattr(_OnDisk, "select", watched)
    verify(generation)
    assert {name for name, _ in read} >= {"events", "event_mentions", "articles"}
    assert max(len(names) for _, names in read) <= 4
    texts = {tuple(name.split(".")) for name in text_columns()}
    assert not texts & {(table, name) for table, names in read for name in names}
