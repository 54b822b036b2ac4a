"""Reports of results: which words tell the period whose figures are compared with those of a year before."""

from __future__ import annotations

import re

from extractors.time_expressions.meanings import Base, Calendar, Duration, Meaning, Relative, Shift

#: Months that reports sum up: half a year, and the three quarters up to the end of the third.
_SUMMED_MONTHS = frozenset({6, 9})


def is_long_period(meaning: Duration, quote: str) -> bool:
    """A period longer than a quarter that is reported on: "the nine months", "the first six months"."""
    if meaning.unit != "month" or meaning.toward < 0 or meaning.count.least not in _SUMMED_MONTHS:
        return False
    return quote.lower().startswith(("the ", "first "))


#: "against a loss of $4 million last year": an amount and at most a few words between.
_COMPARED = re.compile(r"\b(?:compared (?:with|to)|versus|against)\b[^;:,()\n]{0,60}$", re.IGNORECASE)
#: "last year's results", "last year's $1.5 billion".
_FIGURES = re.compile(
    r"['\u2019]s (?:[$\u00a3\u20ac]|(?:net|results|earnings|profits?|loss|sales|revenues?|figures?)\b)"
)
_REACH = 90


def is_year_before(meaning: Meaning) -> bool:
    """The words "last year", counted from the day of speaking."""
    if not isinstance(meaning, Relative) or meaning.unit != "year" or meaning.part is not None:
        return False
    return (meaning.steps, meaning.base, meaning.is_fiscal) == (-1, Base.REFERENCE, False)


def is_figure_compared(text: str, start: int, end: int) -> bool:
    """The words at ``start .. end`` are those of a figure with which results are compared."""
    return bool(_COMPARED.search(text[max(start - _REACH, 0) : start]) or _FIGURES.match(text, end))


def is_compared(meaning: Calendar | Relative | Shift) -> bool:
    """Words that can mean the quarter last spoken of, or the same one a year before."""
    if isinstance(meaning, Calendar):
        return meaning.quarter == 0
    return meaning.unit == ("year" if isinstance(meaning, Shift) else "quarter")
