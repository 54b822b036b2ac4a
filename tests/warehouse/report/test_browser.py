"""The page in a real browser: what a reader sees and does."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import warehouse
from tests.warehouse import story
from warehouse.report import report_page

BROWSER = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--window-size=1280,1000"),
)

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(BROWSER is None, reason="no Chromium here: `apt-get install chromium`"),
]


def told(folder: Path, script: str) -> Any:
    """What ``script`` returns, run in the page of the warehouse in ``folder`` after its own script."""
    with warehouse.connect(folder / "w") as connection:
        page = report_page(connection, "Chronology")
    told_by = f"<script>document.title = JSON.stringify((() => {{ {script} }})());</script></body>"
    (folder / "page.html").write_text(page.replace("</body>", told_by), encoding="utf-8")
    command = [
        str(BROWSER),
        *FLAGS,
        f"--user-data-dir={folder / 'browser'}",
        "--dump-dom",
        f"file://{folder}/page.html",
    ]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    found = re.search(r"<title>(.*?)</title>", shown, re.DOTALL)
    assert found is not None
    return json.loads(html.unescape(found.group(1)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the story's warehouse."""
    story.write(tmp_path / "w")
    return tmp_path


@pytest.mark.parametrize(
    ("field", "value", "count"),
    [
        ("words", "halasz debate", 1),
        ("words", "somebody else", 0),
        ("status", "occurred", 1),
        ("from", "2024-04-16", 0),
        ("from", "2024-04-15", 1),
        ("to", "2024-04-14", 0),
    ],
)
def test_the_filter_chooses_events(folder: Path, field: str, value: str, count: int) -> None:
    """By words, status and days; the years above hidden events are hidden, too."""
    script = f"""
        const field = document.getElementById({json.dumps(field)});
        field.value = {json.dumps(value)};
        field.dispatchEvent(new Event("input", {{ bubbles: true }}));
        const seen = (tag) => [...document.querySelectorAll("#events " + tag)].filter((each) => each.offsetHeight > 0);
        return [seen("details").length, seen("h3").length];
    """
    assert told(folder, script) == [count, count]


def test_quotes_of_a_finding_stand_side_by_side(folder: Path) -> None:
    """At the same height, and none reaches out of the page."""
    script = """
        const boxes = [...document.querySelectorAll("article figure")].map((each) => each.getBoundingClientRect());
        return [boxes[0].top === boxes[1].top, boxes[0].left < boxes[1].left,
                document.documentElement.scrollWidth <= window.innerWidth];
    """
    assert told(folder, script) == [True, True, True]


def test_a_link_to_an_event_opens_it(folder: Path) -> None:
    """From a finding to the claims behind it."""
    script = """
        location.hash = document.querySelector("article a[href^='#']").getAttribute("href");
        open();
        return document.querySelector("#events details").open;
    """
    assert told(folder, script) is True
