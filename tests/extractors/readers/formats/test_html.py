"""HTML pages as files."""

from __future__ import annotations

import pytest

from extractors.claims import RawInput
from extractors.readers import read

PAGE = "<!DOCTYPE html>\n{}<html><body><p>The ferry stayed in port.</p></body></html>"


@pytest.mark.parametrize(
    ("name", "comment", "url"),
    [
        ("a.html", "<!-- saved from url=(0030)https://courier.example/a?b=1 -->", "https://courier.example/a?b=1"),
        ("a.html", "<!-- saved from url=(0014)about:internet -->", None),
        ("a.html", "", None),
        (
            "https://courier.example/b",
            "<!-- saved from url=(0030)https://else.example/a -->",
            "https://courier.example/b",
        ),
    ],
)
def test_the_address_is_the_inputs_or_what_the_browser_noted(name: str, comment: str, url: str | None) -> None:
    """A browser that saves a page writes its address into it."""
    (article,) = read(RawInput(source_uri=name, content_sha256="", content=PAGE.format(comment).encode()))
    assert article.url == url
