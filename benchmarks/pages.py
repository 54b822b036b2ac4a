"""Bodies, titles and publication days of HTML pages: ``python -m benchmarks.pages GOLD [--predictions OUT]``.

GOLD is JSON Lines with ``page``, ``html`` (path of the gzipped page, relative to GOLD) and ``url``; nothing else of it is read.
"""

from __future__ import annotations

import argparse
import gzip
import time
from pathlib import Path
from typing import Any

from benchmarks.yardstick import read_lines, score, write_lines
from extractors.articles import clean, judge
from extractors.claims import RawInput
from extractors.readers import UnreadableInputError, read


def predict(page: dict[str, Any], folder: Path) -> dict[str, Any]:
    """What the product makes of one page; nothing but the page's id when it is unreadable."""
    content = gzip.decompress((folder / page["html"]).read_bytes())
    try:
        article = clean(read(RawInput(source_uri=page["url"], content_sha256="", content=content))[0])
    except UnreadableInputError:
        return {"page": page["page"], "body": None, "title": None, "published_day": None}
    day = judge(page["page"], article.candidates, ()).published_day
    return {
        "page": page["page"],
        "body": article.body_text,
        "title": article.title,
        "published_day": None if day is None else day.isoformat(),
    }
