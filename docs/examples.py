"""Writes what the README shows from a warehouse of the seeds: its findings and its picture.

usage: python docs/examples.py WAREHOUSE    (`make documents` does it)
"""

from __future__ import annotations

import contextlib
import io
import re
import sys
import textwrap
from datetime import date
from pathlib import Path

import timeline

from flows.commands.main import main as dateline

DOCS = Path(__file__).parent
FIRST, LAST = date(2024, 10, 1), date(2026, 2, 1)
WIDTH = 118


def findings(warehouse: str) -> str:
    """What ``dateline check`` prints, information left out, as lines that fit a page."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
        dateline(["check", "--warehouse", warehouse])
    shown = [block for block in printed.getvalue().strip().split("\n\n") if not block.startswith("info")]
    lines = [line for block in shown for line in [*block.splitlines(), ""]]
    return "\n".join(folded for line in lines for folded in _fold(line)).strip()


def _fold(line: str) -> list[str]:
    indent = line[: len(line) - len(line.lstrip())]
    return textwrap.wrap(line, WIDTH, subsequent_indent=f"{indent}  ") or [""]


def main(warehouse: str) -> None:
    """Write README.md and the picture anew."""
    readme = DOCS.parent / "README.md"
    block = f"<!-- findings -->\n```\n$ dateline check\n{findings(warehouse)}\n```\n<!-- /findings -->"
    text = re.sub(r"<!-- findings -->.*<!-- /findings -->", lambda _: block, readme.read_text("utf-8"), flags=re.DOTALL)
    readme.write_text(text, encoding="utf-8")
    drawn = timeline.draw(warehouse, FIRST, LAST)
    (DOCS / "pictures" / "timeline.svg").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
