"""Days printed on an HTML page, told apart by their place: beside the headline, above it, or anywhere else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from htmldate import find_date

from extractors.articles.printed_days import masthead_candidates
from extractors.readers.article import DateCandidate
from extractors.readers.boundary import guarded
from extractors.readers.stamps import stamp_candidate
from schemas.enumerations import DateKind, DateRole

_WORD = re.compile(r"\w+")
#: Lines after (before) the headline in which a printed date is the article's own.
_AFTER, _BEFORE = 16, 4
#: With so few words a line is a note even where it ends like a sentence.
_FEW_WORDS = 8
# htmldate must not look at the clock, so that the same page always gives the same day.
_FIRST, _LAST = "1995-01-01", "2100-01-01"


def printed_candidates(lines: Sequence[str], headline: int | None) -> list[DateCandidate]:
    """The dates in the lines around the headline (its number, where it is known), nearest first.

    A date beside the headline (below it, or in the line right above) is the article's own; one that is printed only
    further above says when the page was shown.
    """
    if headline is None:
        return []
    after = masthead_candidates(filter(_is_short, lines[headline + 1 : headline + 1 + _AFTER]))
    beside = masthead_candidates(filter(_is_short, lines[max(0, headline - 1) : headline]))
    before = masthead_candidates(filter(_is_short, reversed(lines[max(0, headline - _BEFORE) : max(0, headline - 1)])))
    own = [replace(one, role=DateRole.PUBLISHED) if one.role is DateRole.PAGE else one for one in [*after, *beside]]
    return list(dict.fromkeys([*own, *before]))


def found_by_htmldate(tree: Any, url: str | None) -> DateCandidate | None:
    """What htmldate's fast mode finds in markup and wording, as a candidate of its own."""
    day = guarded(
        "HTML", find_date, tree, url=url, original_date=True, extensive_search=False, min_date=_FIRST, max_date=_LAST
    )
    return stamp_candidate(DateKind.METADATA, DateRole.PUBLISHED, day)


def headline_number(lines: Sequence[str], titles: Sequence[str]) -> int | None:
    """The number of the first line that is one of the titles, else None."""
    keys = {_key(title) for title in titles}
    return next((number for number, line in enumerate(lines) if _key(line) in keys and _key(line)), None)


def _is_short(line: str) -> bool:
    """A line of a page's frame; dates in sentences are the story's."""
    return len(line) <= 120 and (len(line.split()) <= _FEW_WORDS or not line.endswith((".", "!", "?")))


def _key(line: str) -> str:
    return " ".join(_WORD.findall(line.casefold()))
