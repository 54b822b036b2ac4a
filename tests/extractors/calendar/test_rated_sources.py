"""The trust that a user gives a source decides whose claim is set aside."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import hashlib
from datetime import date
from extractors import lexicons
lexicons.extend({"trust": {"sources": {"Fjord Post": int(%d)}}})
from extractors.claims import Given, RawInput
from extractors.pipeline import extract, resolve

TEXT = "Ferry lost\\n\\nThe ferry Lady Tana capsized off Bergen, Norway, on {} March 2024. Thirty people were saved.\\n"
claims = []
for name, day in (("Fjord Post", 5), ("Hill Times", 7)):
    content = TEXT.format(day).encode()
    claims += extract(RawInput(source_uri=name, content_sha256=hashlib.sha256(content).hexdigest(), content=content,
                               given=Given(published_day=date(2024, 3, 9), source_name=name)))
events = [row for row in resolve(claims)["events"] if row.event_type == "ACCIDENT"]
print(sorted({(row.first_day.day, row.last_day.day) for row in events}))
"""


def opened(trust: int) -> str:
    """First and last day of the events, in a process of its own, because lexicons are read once."""
    done = subprocess.run([sys.executable, "-c", CODE % trust], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_source_trusted_more_gives_the_day() -> None:
    """Rated like the rest both days stay possible; rated higher its own day stands."""
    assert opened(5) == "[(5, 7)]"
    assert opened(9) == "[(5, 5)]"
