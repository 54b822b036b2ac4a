"""Readers in other processes, while generations are committed under them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.warehouse import little
from warehouse.generations import commit

REPOSITORY = Path(__file__).parents[3]

#: Reads all tables again and again until told to stop; prints how often, or what did not fit together.
READER = """
import select, sys
from pathlib import Path
import duckdb, warehouse
folder, count = Path(sys.argv[1]), 0
print("reading", flush=True)
while not select.select([sys.stdin], [], [], 0)[0]:
    for connection in (warehouse.connect(folder), duckdb.connect(str(folder / "dateline.duckdb"), read_only=True)):
        with connection:
            tables = ("articles", "article_texts", "event_mentions", "events", "evidence", "event_ids")
            counts = {len(connection.table(name)) for name in tables}
            if len(counts) != 1:
                sys.exit(f"tables of different generations: {counts}")
    count += 1
print(count)
"""


def test_readers_never_see_two_generations_at_once(tmp_path: Path) -> None:
    """Two processes that read all the time see in every look tables of one generation only."""
    commit(tmp_path, little.tables(1), inputs=little.inputs(1), notes=little.notes(1))
    command = [sys.executable, "-c", READER, str(tmp_path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    readers = [subprocess.Popen(command, cwd=REPOSITORY, **pipes) for _ in range(2)]  # type: ignore[call-overload]
    for reader in readers:
        assert reader.stdout.readline() == "reading\n"
    for count in range(2, 8):
        commit(tmp_path, little.tables(count), inputs=little.inputs(count), notes=little.notes(count))
    for reader in readers:
        out, complaint = reader.communicate("stop\n", timeout=60)
        assert reader.returncode == 0, complaint
        assert int(out) >= 1
