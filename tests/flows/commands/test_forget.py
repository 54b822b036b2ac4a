"""``forget``: an article that is erased, and does not come back."""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path

import duckdb
import pytest

from flows.commands.main import main as dateline
from schemas.enumerations import AttemptOutcome
from tests.flows.site import served
from tests.flows.tables import MEETING, STRIKE, attempt, run_direct, write_articles
from warehouse.generations import kept_generations
from warehouse.inbox import end_attempt

#: Words that stand in both articles, and words that stand in the one that is forgotten only.
ERASED = "Dock workers in Gdansk began a strike"
RETOLD = STRIKE.replace("The last strike of this length", "A long strike")


def everything(folder: Path) -> str:
    """All that can be read in any file of ``folder``: packed bytes unpacked, every table of every generation."""
    texts = []
    for path in folder.rglob("*"):
        if path.suffix == ".parquet":
            texts.append(repr(duckdb.read_parquet(str(path)).fetchall()))
        elif path.is_file():
            content = path.read_bytes()
            texts.append(repr(content))
            for unpack in (gzip.decompress, zlib.decompress):
                try:
                    texts.append(repr(unpack(content)))
                except (OSError, zlib.error):
                    continue
    return "\n".join(texts)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "in", meeting=MEETING, strike=STRIKE)


def forget(warehouse: Path, *words: str) -> int:
    return dateline(["forget", *words, "--warehouse", str(warehouse), "--direct", "--quiet"])


def rows(warehouse: Path, question: str) -> list[tuple[object, ...]]:
    return duckdb.connect(str(warehouse / "dateline.duckdb"), read_only=True).execute(question).fetchall()


def test_what_is_forgotten_is_erased_and_does_not_come_back(tmp_path: Path, inbox: Path) -> None:
    """No file of the warehouse, unpacked, has a word of it, and the next run refuses it; undone, it comes back."""
    warehouse = tmp_path / "w"
    run_direct(warehouse, inbox / "meeting.txt", options=("--quiet",))
    run_direct(warehouse, inbox, options=("--quiet",))
    assert ERASED in everything(warehouse)
    assert forget(warehouse, "strike.txt", "--why", "asked to", "--who", "Ida") == 0
    assert "Gdansk" not in everything(warehouse)
    assert "Oslo" in everything(warehouse)
    assert len(kept_generations(warehouse)) >= 1
    record = [json.loads(line) for line in (warehouse / "forgotten.jsonl").read_text().splitlines()]
    assert [line["what"] for line in record] == ["forgotten", "erased"]
    assert {"who": "Ida", "why": "asked to"}.items() <= record[0].items()
    run_direct(warehouse, inbox, options=("--quiet",))
    assert rows(warehouse, "select source_uri, reason[:9] from rejections") == [("strike.txt", "forgotten")]
    assert "Gdansk" not in everything(warehouse)
    assert forget(warehouse, "strike.txt", "--undo") == 0
    run_direct(warehouse, inbox, options=("--quiet",))
    assert rows(warehouse, "select count(*) from articles") == [(2,)]


def test_an_event_that_others_tell_keeps_its_id(tmp_path: Path) -> None:
    """Ids founded on the forgotten article stay with what other articles say of the event."""
    warehouse = tmp_path / "w"
    run_direct(warehouse, write_articles(tmp_path / "a", first=STRIKE), options=("--quiet",))
    run_direct(warehouse, write_articles(tmp_path / "b", second=RETOLD), options=("--quiet",))
    shared = "select event_id from evidence join event_mentions using (mention_id) group by 1"
    before = {row[0] for row in rows(warehouse, f"{shared} having count(distinct article_id) = 2")}
    assert before
    assert forget(warehouse, "first.txt") == 0
    assert before <= {row[0] for row in rows(warehouse, shared)}


def ingest(warehouse: Path, source: Path | str) -> None:
    assert dateline(["ingest", str(source), "--warehouse", str(warehouse), "--direct", "--quiet"]) == 0


def test_what_only_waits_is_erased_too(tmp_path: Path, inbox: Path) -> None:
    """Before there is any calendar: bytes, claims and delivery go; what waits beside it is put on the calendar."""
    warehouse = tmp_path / "w"
    ingest(warehouse, inbox)
    assert ERASED in everything(warehouse)
    assert forget(warehouse, "strike.txt") == 0
    assert "Gdansk" not in everything(warehouse)
    assert "strike.txt" not in "".join(path.read_text() for path in (warehouse / "waiting").glob("*"))
    assert rows(warehouse, "select source_uri from articles") == [("meeting.txt",)]


def test_the_only_article_may_be_forgotten_while_it_waits(tmp_path: Path) -> None:
    """Nothing is left: no calendar is made, and that is no error."""
    warehouse = tmp_path / "w"
    ingest(warehouse, write_articles(tmp_path / "in", strike=STRIKE))
    assert forget(warehouse, "strike.txt") == 0
    assert "Gdansk" not in everything(warehouse)
    assert kept_generations(warehouse) == []


def test_a_newer_version_that_waits_goes_with_the_article(tmp_path: Path, inbox: Path) -> None:
    """The version on the calendar and the one that was taken in since are one article."""
    warehouse = tmp_path / "w"
    run_direct(warehouse, inbox, options=("--quiet",))
    ingest(warehouse, write_articles(tmp_path / "in", strike=RETOLD))
    assert forget(warehouse, "strike.txt") == 0
    assert "Gdansk" not in everything(warehouse)
    assert not list((warehouse / "raw").glob("*.draft"))
    assert rows(warehouse, "select source_uri from articles") == [("meeting.txt",)]


def test_what_is_known_of_its_address_goes_as_well(tmp_path: Path) -> None:
    """A feed's item is forgotten: no file says any longer what the feed gave."""
    warehouse = tmp_path / "w"
    with served() as site:
        site.items += [MEETING, STRIKE]
        run_direct(warehouse, f"{site.address}/feed.xml", options=("--quiet",))
        ((address,),) = rows(warehouse, "select source_uri from articles where source_uri like '%Gdansk%'")
        assert list((warehouse / "fetched").iterdir())
        assert forget(warehouse, str(address)) == 0
        assert "Gdansk" not in everything(warehouse)
        assert not list((warehouse / "fetched").iterdir())


def test_a_run_that_failed_does_not_tell_the_address_either(tmp_path: Path, inbox: Path) -> None:
    """The journal says that a run failed, and no longer what it stumbled over."""
    warehouse = tmp_path / "w"
    run_direct(warehouse, inbox, options=("--quiet",))
    failed = attempt(attempt_id="failed", outcome=AttemptOutcome.FAILED, problem="strike.txt: the disk is full")
    end_attempt(warehouse, failed, [])
    assert forget(warehouse, "strike.txt") == 0
    ((problem,),) = rows(warehouse, "select problem from attempts where attempt_id = 'failed'")
    assert str(problem).startswith("forgotten-")
    assert str(problem).endswith(": the disk is full")


def test_an_unknown_article_is_one_clear_line(seed_warehouse: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing is written."""
    assert dateline(["forget", "d99.txt", "--warehouse", str(seed_warehouse), "--direct"]) == 1
    assert capsys.readouterr().err == f"dateline: no article of {seed_warehouse} is called 'd99.txt'\n"
    assert dateline(["forget", "d99.txt", "--undo", "--warehouse", str(seed_warehouse)]) == 1
    assert not (seed_warehouse / "forgotten.jsonl").exists()
