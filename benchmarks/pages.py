"""Bodies, titles and publication days of HTML pages: ``python -m benchmarks.pages GOLD [--predictions OUT]``.

Of a row only ``page``, ``url`` and ``html`` (the path of the gzipped page, relative to GOLD) are read.
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

from benchmarks.yardstick import Row, main
from extractors.articles import clean, judge
from extractors.claims import RawInput
from extractors.readers import UnreadableInputError, read

_LABELS = ("body", "title", "published_day", "crawled_at")


def predict(row: Row, folder: Path) -> Row:
    """What the product makes of one page; only the page's id when it holds no article."""
    content = gzip.decompress((folder / row["html"]).read_bytes())
    try:
        article = clean(read(RawInput(source_uri=row["url"], content_sha256="", content=content))[0])
    except UnreadableInputError as error:
        print(f"{row['page']}: {error.reason}", file=sys.stderr)
        return {"page": row["page"]}
    day = judge(row["page"], article.candidates, ()).published_day
    return {
        "page": row["page"],
        "body": article.body_text,
        "title": article.title,
        "published_day": None if day is None else day.isoformat(),
    }


if __name__ == "__main__":
    _gold = next((argument for argument in sys.argv[1:] if not argument.startswith("-")), "")
    main(str(__doc__), "score_pages.py", lambda row: predict(row, Path(_gold).parent), _LABELS)
