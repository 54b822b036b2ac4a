"""Superset, a web BI tool, shows the chronology in a real browser, set up as docs/bi/superset.md says."""

from __future__ import annotations

import os
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from flows.temporary_server import free_port
from tests.bi.conftest import python_of
from tests.warehouse.report.test_browser import BROWSER

_SETTINGS = """
SECRET_KEY = "for this test alone"
SQLALCHEMY_DATABASE_URI = "sqlite:///{folder}/superset.db"
TALISMAN_ENABLED = False
WTF_CSRF_ENABLED = False
"""
_ADMIN = "--username admin --firstname A --lastname B --email a@example.org --password admin"


@contextmanager
def superset(folder: Path) -> Iterator[str]:
    """The address of a Superset of its own, from nothing."""
    program = str(Path(python_of(".venv-superset")).with_name("superset"))
    (folder / "superset_config.py").write_text(_SETTINGS.format(folder=folder), encoding="utf-8")
    environment = {**os.environ, "SUPERSET_CONFIG_PATH": str(folder / "superset_config.py"), "FLASK_APP": "superset"}
    for step in ("db upgrade", f"fab create-admin {_ADMIN}", "init"):
        subprocess.run([program, *step.split()], env=environment, capture_output=True, check=True, timeout=600)
    port = free_port()
    command = [program, "run", "-h", "127.0.0.1", "-p", str(port), "--with-threads"]
    with (folder / "superset.log").open("w") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            _await(f"http://127.0.0.1:{port}/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def _await(address: str) -> None:
    for _ in range(120):
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 (an address of this machine)
                return
        except (urllib.error.URLError, OSError):
            time.sleep(1)
    pytest.fail(f"{address} does not answer")


@pytest.mark.soak
@pytest.mark.skipif(BROWSER is None, reason="no Chromium here: `apt-get install chromium`")
def test_the_chronology_is_shown(folder: Path, tmp_path: Path) -> None:
    """A table of chronology_export in Superset's page, with the event and its quote."""
    python = python_of(".venv-superset")
    picture = tmp_path / "superset.png"
    with superset(tmp_path) as address:
        script = str(Path(__file__).with_name("superset_in_a_browser.py"))
        command = [python, script, address, str(folder / "dateline.duckdb"), str(BROWSER), str(picture)]
        done = subprocess.run(
            [*command, "Halasz-Bortan debate"], capture_output=True, text=True, check=False, timeout=300
        )
    assert done.stdout.strip() == "1", done.stderr
    assert picture.stat().st_size > 10_000
