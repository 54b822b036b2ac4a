"""The Prefect flow on a running server, started as users start theirs."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest

import warehouse as warehouses
from flows.commands.main import main as dateline
from schemas.enumerations import Work
from tests.conftest import SEEDS
from tests.flows.tables import MEETING, table_bytes, write_articles


@pytest.fixture
def server(prefect_server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("PREFECT_API_URL", prefect_server)
    return prefect_server


def ask(server: str, what: str, **question: Any) -> list[dict[str, Any]]:
    """The objects of the kind ``what`` that the server's API gives."""
    found: list[dict[str, Any]] = httpx.post(f"{server}/{what}/filter", json=question, timeout=30).json()
    return found


def run_of(server: str, warehouse: Path) -> dict[str, Any]:
    """The flow run that wrote ``warehouse``."""
    (run,) = (run for run in ask(server, "flow_runs") if run["parameters"].get("warehouse") == str(warehouse))
    return run


def of_run(server: str, what: str, run: dict[str, Any]) -> list[dict[str, Any]]:
    return ask(server, what, flow_runs={"id": {"any_": [run["id"]]}})


@pytest.fixture(scope="module")
def flow_warehouse(prefect_server: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds, run as a flow on the server."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PREFECT_API_URL", prefect_server)
        warehouse = tmp_path_factory.mktemp("flow") / "warehouse"
        assert dateline(["run", str(SEEDS), "--warehouse", str(warehouse), "--quiet"]) == 0
    return warehouse


def test_the_flow_writes_what_a_direct_run_writes(flow_warehouse: Path, seed_warehouse: Path) -> None:
    """The same tables, byte for byte."""
    assert table_bytes(flow_warehouse) == table_bytes(seed_warehouse)


PUBLISHING = {"publish articles", "publish claims", "publish events", "publish findings"}


def test_a_run_has_a_name_that_says_what_it_did(prefect_server: str, flow_warehouse: Path) -> None:
    """Flow run and task runs are named by sources and stages, and there is a task a batch, not one an article."""
    run = run_of(prefect_server, flow_warehouse)
    assert run["name"] == f"run {SEEDS} into {flow_warehouse}"
    assert run["state_type"] == "COMPLETED"
    names = {task["name"] for task in of_run(prefect_server, "task_runs", run)}
    assert names == {"ingest d01.txt and 4 more", "extract d01.txt and 4 more", "resolve", "check", *PUBLISHING}


def test_chronology_and_findings_are_artifacts(prefect_server: str, flow_warehouse: Path) -> None:
    """Tables can be seen in Prefect, row for row as the views give them, and what the run came to."""
    artifacts = of_run(prefect_server, "artifacts", run_of(prefect_server, flow_warehouse))
    # on a slow machine there is progress, too
    shown = {artifact["key"]: artifact["data"] for artifact in artifacts if artifact["type"] != "progress"}
    assert shown.keys() == {"chronology", "findings", "rejections", "summary"}
    with warehouses.connect(flow_warehouse) as connection:
        labels = [row[0] for row in connection.execute("select label from chronology").fetchall()]
    assert [row["label"] for row in json.loads(shown["chronology"])] == labels


def test_batches_may_go_to_other_processes(server: str, tmp_path: Path, seed_warehouse: Path) -> None:
    """With two processes the tables are the same, byte for byte."""
    words = ["run", str(SEEDS), "--warehouse", str(tmp_path / "w"), "--quiet", "--workers", "2"]
    assert dateline(words) == 0
    assert table_bytes(tmp_path / "w") == table_bytes(seed_warehouse)
    assert run_of(server, tmp_path / "w")["state_type"] == "COMPLETED"


class _Moody(BaseHTTPRequestHandler):
    """Says 503 twice before it gives an article; /gone is gone."""

    asked: dict[str, int]

    def do_GET(self) -> None:
        self.asked[self.path] = self.asked.get(self.path, 0) + 1
        is_ready = self.path != "/gone" and self.asked[self.path] > 2
        self.send_response(200 if is_ready else 404 if self.path == "/gone" else 503)
        self.end_headers()
        self.wfile.write(MEETING.encode() if is_ready else b"")

    def log_message(self, *_: object) -> None:
        """Keep the tests' output clean."""


@pytest.fixture
def moody_site() -> Iterator[tuple[str, dict[str, int]]]:
    """A site that fails for a while: its address and how often each path was asked for."""
    asked: dict[str, int] = {}
    handler = type("Handler", (_Moody,), {"asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{site.server_port}", asked
        site.shutdown()


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("is_direct", [False, True])
def test_what_fails_for_a_while_is_fetched_again(
    moody_site: tuple[str, dict[str, int]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_direct: bool,
) -> None:
    """An address that answers at the third time becomes an article; one that is gone is asked for once and rejected."""
    from flows import conducting, tasks  # noqa: PLC0415 (Prefect reads its settings at import)

    patient = tasks.fetch.with_options(retry_delay_seconds=0.01)
    monkeypatch.setattr(tasks, "fetch", patient)
    monkeypatch.setattr(conducting, "PAUSES", (0.01, 0.01))
    site, asked = moody_site
    words = ["run", f"{site}/article.txt", f"{site}/gone", "--warehouse", str(tmp_path / "w"), "--quiet"]
    assert dateline([*words, *(["--direct"] if is_direct else [])]) == 0
    assert asked == {"/article.txt": 3, "/gone": 1}
    with warehouses.connect(tmp_path / "w") as connection:
        assert connection.execute("select source_uri from articles").fetchall() == [(f"{site}/article.txt",)]
        assert connection.execute("select source_uri, detail from rejections").fetchall() == [
            (f"{site}/gone", "HTTP 404")
        ]


@pytest.mark.usefixtures("server")
def test_a_failed_run_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the user can mend is told without a traceback, on a server, too."""
    articles = write_articles(tmp_path / "in", meeting=MEETING)
    (tmp_path / "w" / "corrections").mkdir(parents=True)
    (tmp_path / "w" / "corrections" / "mine.jsonl").write_text("{}\n", encoding="utf-8")
    assert dateline(["run", str(articles), "--warehouse", str(tmp_path / "w")]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines()[-1].startswith("dateline: ")
    assert "mine.jsonl, line 1" in captured.err
    assert "Traceback" not in captured.err


@pytest.mark.parametrize("is_there", [False, True])
@pytest.mark.parametrize("work", [Work.RESOLVE, Work.CHECK, Work.REBUILD])
def test_a_schedule_may_start_before_the_first_article(server: str, tmp_path: Path, work: Work, is_there: bool) -> None:
    """Without a warehouse, or with an inbox that was empty so far: the run ends well and says so in one line."""
    from prefect.settings import PREFECT_API_URL, temporary_settings  # noqa: PLC0415 (after Prefect's settings are made)

    from flows.calendar_flow import FLOWS  # noqa: PLC0415

    warehouse = tmp_path / "w"
    if is_there:
        (tmp_path / "in").mkdir()
        assert dateline(["ingest", str(tmp_path / "in"), "--warehouse", str(warehouse), "--direct", "--quiet"]) == 0
    with temporary_settings({PREFECT_API_URL: server}):
        state: Any = FLOWS[work](warehouse=warehouse, return_state=True)
    assert state.is_completed()
    assert state.message == f"nothing to do yet: nothing has been taken in to {warehouse}"
    assert warehouse.exists() == is_there
