"""Compares warehouses by their bytes, and feeds runs."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from flows.commands.main import main as dateline
from flows.watching import first_row
from schemas import Attempt
from schemas.enumerations import Work

MEETING = "\n\n".join(
    [
        "Ministers agree on fishing in Oslo",
        "Anna Lind met Boris Krol in Oslo on 3 March 2025, and the two ministers signed an agreement on fishing "
        "that their governments had been working on since the autumn of last year.",
        '"We have waited long for this," Lind said after the signing. The agreement lets boats of both countries '
        "work in the northern waters from 1 June 2025 on, and it sets a limit on cod that will be looked at again "
        "every year.",
        "Fishermen in the north were less content. They had asked for a higher limit, and on 5 March some of them "
        "blocked the harbour of Tromso for several hours with their boats before the police persuaded them to "
        "leave.",
    ]
)
STRIKE = "\n\n".join(
    [
        "Dock workers in Gdansk stop work",
        "Dock workers in Gdansk began a strike on Monday, 10 March 2025, after talks about their pay had failed, "
        "and the port was closed for two days while ships waited outside the bay.",
        "The union said that most of the night shift had joined. A spokesman for the port told reporters on 11 "
        "March that goods worth many millions were standing on the quays, and that both sides would meet again "
        "before the end of the week.",
        "The last strike of this length in the port took place in 2019, when the workers asked for safer cranes. "
        "It ended with an agreement that the union praised at the time and that it now calls broken.",
    ]
)


def run_direct(warehouse: Path, *sources: Path | str, options: tuple[str, ...] = ()) -> int:
    """Run ``sources`` into ``warehouse`` without Prefect; the exit code."""
    return dateline(["run", *map(str, sources), "--warehouse", str(warehouse), "--direct", *options])


def table_bytes(warehouse: Path) -> dict[str, str]:
    """The SHA-256 of every file of the current generation but the database, which names its own folder."""
    current = (warehouse / "current").resolve()
    return {
        path.relative_to(current).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(current.rglob("*"))
        if path.is_file() and not path.name.startswith("dateline.duckdb")
    }


def attempt(**values: Any) -> Attempt:
    """A row of the journal that says nothing but ``values``."""
    return replace(first_row("20251109T120000-00000000", Work.RUN, datetime(2025, 11, 9, 12, tzinfo=UTC)), **values)


def run_ids(warehouse: Path) -> list[str]:
    """The generations on disk, oldest first."""
    return sorted(path.name for path in (warehouse / "generations").iterdir())


def write_articles(folder: Path, **texts: str) -> Path:
    """A folder with one text file for each of ``texts``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def everything_in(folder: Path) -> bytes:
    """The bytes of every file below ``folder`` as they can be read: unpacked, and tables as their rows."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return b"".join(map(_readable, files))


def _readable(path: Path) -> bytes:
    content = path.read_bytes()
    if path.suffix == ".parquet":
        return str(pq.read_table(path).to_pylist()).encode()
    if path.suffix == ".gz":
        return gzip.decompress(content)
    return zlib.decompress(content) if path.parent.parent.name == "claims" else content
