"""Whole runs without Prefect: what they take in, what they refuse, what they leave."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import warehouse as warehouses
from flows.commands.main import main as dateline
from flows.conducting import batched
from tests.conftest import REPOSITORY, SEEDS
from tests.flows.tables import MEETING, STRIKE, run_direct, run_ids, table_bytes, write_articles
from warehouse.inbox import read_attempts


def rows(warehouse: Path, query: str) -> list[tuple[object, ...]]:
    with warehouses.connect(warehouse) as connection:
        return connection.execute(query).fetchall()


def test_a_second_run_on_the_same_input_commits_nothing_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing on disk that readers see changes, and stderr says that nothing is new."""
    articles, warehouse = write_articles(tmp_path / "in", meeting=MEETING, strike=STRIKE), tmp_path / "warehouse"
    run_direct(warehouse, articles)
    before, generations = table_bytes(warehouse), run_ids(warehouse)
    assert "nothing new" not in capsys.readouterr().err
    assert run_direct(warehouse, articles) == 0
    assert (table_bytes(warehouse), run_ids(warehouse)) == (before, generations)
    assert f"nothing new, run {generations[0]}" in capsys.readouterr().err


def test_all_inputs_ever_taken_in_take_part(tmp_path: Path) -> None:
    """A run over one more article keeps those of earlier runs, and ends with the tables of one run over both."""
    first, second = (
        write_articles(tmp_path / "first", meeting=MEETING),
        write_articles(tmp_path / "second", strike=STRIKE),
    )
    run_direct(tmp_path / "steps", first)
    run_direct(tmp_path / "steps", second)
    assert rows(tmp_path / "steps", "select source_uri from articles order by 1") == [("meeting.txt",), ("strike.txt",)]
    run_direct(tmp_path / "once", first, second)
    steps, once = table_bytes(tmp_path / "steps"), table_bytes(tmp_path / "once")
    tables = {path for path in steps if not path.startswith(("inputs/", "manifest.json"))}
    assert {path: steps[path] for path in tables} == {path: once[path] for path in tables}


def test_a_changed_page_is_a_new_version(tmp_path: Path) -> None:
    """The same address with other bytes: both versions are rows, only the newer is the latest."""
    articles, warehouse = write_articles(tmp_path / "in", page=MEETING), tmp_path / "warehouse"
    run_direct(warehouse, articles)
    write_articles(articles, page=STRIKE)
    run_direct(warehouse, articles)
    found = rows(warehouse, "select is_latest, version_of is null from articles order by is_latest")
    assert found == [(False, True), (True, False)]


def test_what_the_user_knows_is_written_down(tmp_path: Path) -> None:
    """--published and --source reach the article."""
    articles = write_articles(tmp_path / "in", meeting=MEETING)
    options = ("--published", "2025-03-04", "--source", "Fjord Post")
    run_direct(tmp_path / "w", articles, options=options)
    query = "select published_day::varchar, published_method, source_name from articles"
    assert rows(tmp_path / "w", query) == [("2025-03-04", "given", "Fjord Post")]


def test_bad_input_is_rejected_by_name_and_the_rest_is_unharmed(tmp_path: Path) -> None:
    """Empty, binary, cut off, white space, 50 MB: a row each in rejections; the article beside them is read."""
    articles = write_articles(tmp_path / "in", good=MEETING, blank=" \n\t\n")
    (articles / "empty.txt").write_bytes(b"")
    (articles / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (articles / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))
    (articles / "broken.json").write_bytes(b'{"title": "cut off in')
    with (articles / "huge.txt").open("wb") as huge:
        huge.truncate(50_000_000)
    named = sorted(articles.iterdir())
    assert run_direct(tmp_path / "w", *named) == 0
    assert rows(tmp_path / "w", "select source_uri from articles") == [("good.txt",)]
    rejected = rows(tmp_path / "w", "select source_uri, reason from rejections order by 1")
    assert [uri for uri, _ in rejected] == [
        "binary.txt",
        "blank.txt",
        "broken.json",
        "empty.txt",
        "huge.txt",
        "picture.html",
    ]
    assert all(reason for _, reason in rejected)


def test_undecodable_bytes_end_in_a_row(tmp_path: Path) -> None:
    """Bytes that are valid in no usual encoding end as an article or as a rejection, never as an error."""
    articles = write_articles(tmp_path / "in", good=MEETING)
    (articles / "odd.txt").write_bytes(
        b"Anna Lind met \xff\xfe\xc3 Boris \x81\x8d in Oslo on 3 March 2025. \xe2\x28\xa1" * 5
    )
    assert run_direct(tmp_path / "w", articles / "good.txt", articles / "odd.txt") == 0
    ends = "select source_uri from articles union all select source_uri from rejections order by 1"
    assert rows(tmp_path / "w", ends) == [("good.txt",), ("odd.txt",)]


def test_a_bug_in_the_rules_raises_and_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug is no property of the input: it is not hidden in a row, and what was taken in is read by the next run."""
    from extractors import pipeline  # noqa: PLC0415

    extract = pipeline.extract

    def stumbling(raw: object) -> object:
        if getattr(raw, "source_uri", "") == "bad.txt":
            raise ValueError("a rule that divides by Tuesday")
        return extract(raw)  # type: ignore[arg-type]

    articles = write_articles(tmp_path / "in", bad=STRIKE, good=MEETING)
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "extract", stumbling)
        with pytest.raises(ValueError, match="divides by Tuesday"):
            run_direct(tmp_path / "w", articles)
    problem = read_attempts(tmp_path / "w")[-1].problem
    assert problem == "ValueError: a rule that divides by Tuesday while reading bad.txt"
    assert run_direct(tmp_path / "w", articles) == 0
    assert rows(tmp_path / "w", "select source_uri from articles order by 1") == [("bad.txt",), ("good.txt",)]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["run", "no/such/file.txt"], "no such file or folder: no/such/file.txt"),
        (["run", "{empty}"], "no articles in"),
        (["rebuild"], "no warehouse in"),
    ],
)
def test_a_wrong_source_is_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    """Exit code 1, one line on stderr, and no warehouse is made."""
    (tmp_path / "empty").mkdir()
    warehouse = tmp_path / "warehouse"
    words = [word.format(empty=tmp_path / "empty") for word in words]
    assert dateline([*words, "--direct", "--warehouse", str(warehouse)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert message in lines[0]
    assert not warehouse.exists()


def test_one_run_at_a_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """While another process writes, a run says so in one line and changes nothing."""
    from warehouse.locking import writing  # noqa: PLC0415

    articles = write_articles(tmp_path / "in", meeting=MEETING)
    with writing(tmp_path / "w"):
        assert run_direct(tmp_path / "w", articles) == 1
    assert "is writing to" in capsys.readouterr().err
    assert run_direct(tmp_path / "w", articles) == 0


def run_elsewhere(articles: Path, warehouse: Path, **environment: str) -> dict[str, str]:
    """Run in a fresh process with another ``environment``; the bytes it wrote."""
    subprocess.run(
        [sys.executable, "-m", "flows.commands.main", "run", articles, "--warehouse", warehouse, "--direct", "--quiet"],
        cwd=REPOSITORY,
        env={**os.environ, **environment},
        check=True,
    )
    return table_bytes(warehouse)


def test_the_same_input_gives_the_same_bytes_anywhere(tmp_path: Path, seed_warehouse: Path) -> None:
    """Another locale, time zone, hash seed, order of files and number of processes: the same tables, byte for byte."""
    shuffled = tmp_path / "shuffled"
    shuffled.mkdir()
    for path in sorted(SEEDS.iterdir(), reverse=True):
        shutil.copyfile(path, shuffled / path.name)
    expected = table_bytes(seed_warehouse)
    far_away = {"LC_ALL": "C", "LANG": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "PYTHONUTF8": "0"}
    assert run_elsewhere(shuffled, tmp_path / "far", **far_away) == expected
    run_direct(tmp_path / "order", *sorted(SEEDS.iterdir(), reverse=True), options=("--workers", "2"))
    assert table_bytes(tmp_path / "order") == expected


def test_batches_hold_everything_once_in_order() -> None:
    """The last batch is shorter; nothing gives no batch."""
    assert list(batched(range(5), 2)) == [(0, 1), (2, 3), (4,)]
    assert list(batched([], 2)) == []
