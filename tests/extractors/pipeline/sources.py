"""Raw inputs made for the pipeline's tests."""

from __future__ import annotations

import hashlib

from extractors.claims import ArticleClaims, Given, RawInput
from extractors.pipeline import extract

MEETING = (
    "Ministers meet in Oslo\n\n"
    "OSLO, March 5, 2024 - The foreign ministers of Norway and Sweden met in Oslo on Tuesday, 5 March 2024, "
    "and signed an agreement on rail traffic.\n\n"
    "They plan to meet again in Stockholm on 9 April 2024.\n"
)


def raw(text: str, name: str = "meeting.txt", given: Given | None = None) -> RawInput:
    """``text`` as it would arrive in a file ``name``."""
    content = text.encode()
    return RawInput(
        source_uri=name,
        content_sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        given=given or Given(),
    )


def claims(text: str, name: str = "meeting.txt", given: Given | None = None) -> ArticleClaims:
    """The claims of the one article in ``text``."""
    (outcome,) = extract(raw(text, name, given))
    assert isinstance(outcome, ArticleClaims)
    return outcome
