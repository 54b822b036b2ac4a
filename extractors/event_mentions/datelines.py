"""Where a wire story was filed: "VELDEN, May 3 (Wire) - " stands before its first sentence and is no part of it."""

from __future__ import annotations

import re

_TOWN = r"[A-Z][A-Z.'’]+(?:[ -][A-Z][A-Z.'’]+){0,3}"
_REGION = r", [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}"
_DAY = r",? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?"
_AGENCY = r" ?\([A-Z][\w /.&-]{1,40}\)"
_DASH = r",?\s*(?:--|[-–—])\s+"
# A town alone is taken for one when it has four letters and a sentence begins behind it: "IBM - the firm - fell".
_DATELINE = re.compile(
    rf"(?:(?:{_TOWN}|[A-Z][\w.'’-]+)(?:{_REGION})?(?:{_DAY})?{_AGENCY}|{_TOWN}(?:{_REGION})?{_DAY}|{_TOWN}{_REGION}){_DASH}(?=\S)"
    rf"|(?=[A-Z]{{4}}){_TOWN}{_DASH}(?=[A-Z“\"][a-z]|[A-Z] )"
)


def dateline(body_text: str) -> tuple[int, int] | None:
    """Start and end of the dateline that opens the body, with its dash; None when there is none."""
    found = _DATELINE.match(body_text)
    return (found.start(), found.end()) if found else None
