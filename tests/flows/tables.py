"""Compares warehouses by their bytes, and feeds runs."""

from __future__ import annotations

import hashlib
from pathlib import Path

from flows.commands.main import main as dateline

MEETING = "Anna Lind met Boris Krol in Oslo on 3 March 2025. The two ministers signed an agreement on fishing.\n"
STRIKE = "Dock workers in Gdansk began a strike on Monday, 10 March 2025. The port was closed for two days.\n"


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


def run_ids(warehouse: Path) -> list[str]:
    """The generations on disk, oldest first."""
    return sorted(path.name for path in (warehouse / "generations").iterdir())


def write_articles(folder: Path, **texts: str) -> Path:
    """A folder with one text file for each of ``texts``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder
