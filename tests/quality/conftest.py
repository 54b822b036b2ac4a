"""The story's two tellings, each resolved once for all quality tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import warehouse
from flows.commands.main import main as dateline
from tests.quality.stories import Story

PARTS = ("alaska-before", "alaska-november", "alaska-december", "alaska-august", "alaska-january")
REPOSITORY = Path(__file__).parents[2]

RETOLD_WORDS = {
    "alaska_day": "encounter",
    "interview": "conversation|spoke",
    "december": "received",
    "votes": "2014 and 2022",
    "printed_twice": "There has been contact with Washington before",
}
REAL_WORDS = {
    "alaska_day": "understanding|reached",
    "interview": "interview|released",
    "december": "talks",
    "votes": "2014 and 2022",
    "printed_twice": "highlighted previous US-Russia engagements",
}


def shared_folder() -> Path:
    """The folder of yardsticks and gold corpora, which need not exist."""
    return Path(os.environ.get("DATELINE_SHARED", REPOSITORY.parent / "shared"))


@pytest.fixture(scope="session", params=["retold", "real"])
def story(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """The warehouse of one telling; the real articles are skipped where they are absent."""
    if request.param == "retold":
        folder, gold, words, prefix = (
            REPOSITORY / "seeds" / "articles",
            REPOSITORY / "seeds" / "gold",
            RETOLD_WORDS,
            "d0",
        )
    else:
        folder, gold, words, prefix = shared_folder() / "seeds" / "articles", shared_folder() / "seeds", REAL_WORDS, "s"
    if not folder.is_dir():
        pytest.skip(f"the real articles are not here: {folder}")
    target = tmp_path_factory.mktemp(request.param) / "warehouse"
    assert dateline(["run", str(folder), "--warehouse", str(target), "--direct", "--quiet"]) == 0
    files = dict(zip(PARTS, sorted(path.name for path in folder.iterdir()), strict=True))
    first = 1 if request.param == "retold" else 0
    keys = {part: f"{prefix}{number}" for number, part in enumerate(PARTS, first)}
    return Story(warehouse=target, connection=warehouse.connect(target), gold=gold, files=files, keys=keys, words=words)
