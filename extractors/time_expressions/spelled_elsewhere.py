"""Full dates whose month is spelled in another language, read by dateparser: the only place that calls it.

Our own rules come first. dateparser is asked only about a day, a word and a four-digit year that stand together, and
only with all three parts told: left alone it finds dates in "a", "We" and "may", and fills in days nobody wrote.
"""

from __future__ import annotations

import functools
from datetime import date

from extractors import lexicons
from extractors.time_expressions.numerals import Item
from extractors.time_expressions.tokens import Tokens

_LANGUAGES = ["de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv", "da", "fi", "ru", "uk", "tr", "ro", "hu"]
_LINKS = frozenset({"de", "di", "del", "."})
_SHORTEST_MONTH, _LONGEST_MONTH = 3, 12


def foreign_items(tokens: Tokens, index: int) -> list[Item]:
    """``12 mars 2023`` or ``5 de mayo de 2021`` at ``index`` as a full date."""
    month = index + 1 + (tokens.word(index + 1) in _LINKS)
    word = tokens.word(month)
    if (
        word in _english_months()
        or not (word.isalpha() and _SHORTEST_MONTH <= len(word) <= _LONGEST_MONTH)
        or len(tokens.words[index]) > 2
    ):
        return []
    year = month + 1 + (tokens.word(month + 1) in _LINKS)
    digits = tokens.word(year)
    if len(digits) != 4 or not digits.isdecimal() or not digits.isascii() or not 1 <= int(tokens.words[index]) <= 31:
        return []
    day = _day_of(int(tokens.words[index]), word, int(digits))
    return [] if day is None else [("ISODATE", year + 1, (day.year, day.month, day.day))]


@functools.cache
def _english_months() -> frozenset[str]:
    groups = [group for group in lexicons.load("time_words")["group"] if group["symbol"] == "MONTH"]
    return frozenset(word for group in groups for _, *words in group["values"] for word in words)


@functools.lru_cache(maxsize=4096)
def _day_of(day: int, month_word: str, year: int) -> date | None:
    number = _month_of(month_word)
    if number is None:
        return None
    try:
        return date(year, number, day)
    except ValueError:
        return None


@functools.lru_cache(maxsize=4096)
def _month_of(word: str) -> int | None:
    """The month that ``word`` names in one of the languages; dateparser is loaded here, at the first such date."""
    from dateparser.date import DateDataParser  # noqa: PLC0415 - slow to load, and few texts need it

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    found = DateDataParser(languages=_LANGUAGES, settings=settings).get_date_data(f"1 {word} 2001").date_obj
    is_exact = found is not None and found.year == 2001 and found.day == 1
    return found.month if is_exact else None
