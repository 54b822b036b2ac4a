"""Plain text, the format of whatever is nothing else."""

from __future__ import annotations

import pytest

from extractors.claims import RawInput
from extractors.readers import UnreadableInputError, read


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("rows.csv", "id,title\n1,Ferry stays in port\n", "JSON Lines"),
        ("rows.txt", "<?xml version='1.0'?><rows/>", "neither a feed nor a page"),
    ],
)
def test_tables_and_foreign_xml_are_no_articles(name: str, content: str, reason: str) -> None:
    """They are refused with a reason that says what to do or what was found."""
    with pytest.raises(UnreadableInputError, match=reason):
        read(RawInput(source_uri=name, content_sha256="", content=content.encode()))
