"""Tables that break a promise are not committed, and the complaint says which promise and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse import little
from tests.warehouse.rows import row
from warehouse.errors import IntegrityError
from warehouse.generations import commit, current_generation, kept_generations


def test_unsound_tables_are_not_committed(tmp_path: Path) -> None:
    """One wrong offset stops the commit, says which, and leaves the old generation current."""
    commit(tmp_path, little.tables(2), inputs=little.inputs(2))
    first = current_generation(tmp_path).run_id
    tables = little.tables(3)
    tables["article_texts"][2] = row("article_texts", article_id="a2", body_text="We met.")
    with pytest.raises(IntegrityError, match=r"offsets_give_words.*m2"):
        commit(tmp_path, tables, inputs=little.inputs(3))
    assert current_generation(tmp_path).run_id == first
    assert len(kept_generations(tmp_path)) == 1
    assert not list((tmp_path / "generations").glob(".*"))


def test_all_rows_of_other_tables_must_be_known(tmp_path: Path) -> None:
    """A claim of an article that is not there stops the commit."""
    tables = little.tables(2)
    del tables["articles"][1]
    with pytest.raises(IntegrityError, match=r"event_mentions\.article_id"):
        commit(tmp_path, tables, inputs=little.inputs(2))
