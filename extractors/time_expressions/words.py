"""Which grammar symbols the words at a place can be: months, weekdays, units, number words, named days."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from extractors import lexicons
from extractors.time_expressions.meanings import Count
from extractors.time_expressions.numerals import Item, apostrophe_items, numeral_items
from extractors.time_expressions.spelled_elsewhere import foreign_items
from extractors.time_expressions.tokens import Tokens, tokenize

#: The mark with which short years begin ("'98").
APOSTROPHE = "'"
_TENS_RANGE = range(10, 100)
#: Number words are read up to this value and this many tokens.
_LARGEST_NUMBER, _LONGEST_NUMBER = 10**9, 16


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to write a symbol: the words after the first, what it stands for, and how it must be written."""

    symbol: str
    rest: tuple[str, ...]
    value: Any
    is_capital: bool
    is_abbreviation: bool
    needs_stop: bool = False


@functools.cache
def entries() -> dict[str, list[Entry]]:
    """Every entry of the word lexicon by its first word."""
    found: dict[str, list[Entry]] = {}
    for group in [*lexicons.load("time_words")["group"], _named_days()]:
        for value, spellings in _values(group):
            for spelling in spellings:
                first, *rest = spelling.split()
                found.setdefault(first, []).append(_entry(group, value, tuple(rest)))
    return found


def _entry(group: dict[str, Any], value: Any, rest: tuple[str, ...]) -> Entry:
    return Entry(
        group["symbol"],
        rest,
        value,
        group.get("is_capital", False),
        group.get("is_abbreviation", False),
        group.get("needs_stop", False),
    )


def _named_days() -> dict[str, Any]:
    entries_of_days = lexicons.load("time_named_days")["named_day"]
    rows = [[entry["name"], *(_spelled(word) for word in entry["words"])] for entry in entries_of_days]
    return {"symbol": "HOLIDAY", "is_capital": True, "values": rows}


def _spelled(words: str) -> str:
    """The words as the tokenizer cuts them."""
    return " ".join(tokenize(words).words)


def _values(group: dict[str, Any]) -> list[tuple[Any, list[str]]]:
    rows = [(row[0], row[1:]) for row in group["values"]]
    if group["symbol"] in {"COUNT", "A"}:
        return [(Count(value, value, group.get("is_vague", False)), spellings) for value, spellings in rows]
    return rows


def word_items(tokens: Tokens, index: int) -> list[Item]:
    """Lexical items that begin at ``index``, in no order."""
    word = tokens.words[index]
    if word[0].isdecimal():
        return [*numeral_items(tokens, index), *foreign_items(tokens, index)] if word.isascii() else []
    items: list[Item] = []
    for entry in entries().get(word, ()):
        end = _end_of(tokens, index, entry)
        if end is not None:
            items.append((entry.symbol, end, entry.value))
    if word == APOSTROPHE:
        items += apostrophe_items(tokens, index)
    return items + _number_words(tokens, index)


def _end_of(tokens: Tokens, index: int, entry: Entry) -> int | None:
    end = index + 1
    for word in entry.rest:
        if tokens.word(end) != word:
            return None
        end += 1
    if entry.is_capital and not tokens.is_capital(index):
        return None
    if entry.is_abbreviation and tokens.word(end) == "." and tokens.is_glued(end):
        return end + 1
    return None if entry.needs_stop else end


@functools.cache
def _small_numbers() -> dict[str, int]:
    return {row[1]: row[0] for row in lexicons.load("time_words")["number"]["values"]}


@functools.cache
def _ordinals() -> dict[str, int]:
    return {row[1]: row[0] for row in lexicons.load("time_words")["ordinal"]["values"]}


def number_words() -> frozenset[str]:
    """Every word with which a number can begin."""
    return frozenset(_small_numbers()) | frozenset(_ordinals())


def _number_words(tokens: Tokens, index: int) -> list[Item]:
    """Cardinal and ordinal number words, and years as they are spoken."""
    word = tokens.words[index]
    if word not in _small_numbers():
        return _ordinal_word(tokens, index, 0, index)
    if _small_numbers()[word] >= 100 and tokens.word(index - 1).isdecimal():
        return []  # the end of an amount: "$55 million"
    end, value = _cardinal(tokens, index)
    if value > _LARGEST_NUMBER:
        return []
    items: list[Item] = [("NUM", _with_half(tokens, end)[0], _with_half(tokens, end, value)[1])]
    if value < 100 and end < len(tokens):
        items += _ordinal_word(tokens, end + (tokens.word(end) == "-"), value, index)
    return items + _spoken_year(tokens, index)


def _with_half(tokens: Tokens, end: int, value: float = 0) -> tuple[int, Count]:
    if tokens.words[end : end + 3] == ["and", "a", "half"]:
        return end + 3, Count(value + 0.5, value + 0.5)
    return end, Count(value, value)


def _cardinal(tokens: Tokens, index: int) -> tuple[int, float]:
    """``twenty-five``, ``a hundred and ten``, ``two thousand``: the index after, and the number."""
    numbers, total, current, end = _small_numbers(), 0, 0, index
    while end < index + _LONGEST_NUMBER:
        number = numbers.get(tokens.word(end))
        if number is None or not _can_follow(current, number):
            break
        if number >= 100:
            current = max(current, 1) * number
            total, current = (total + current, 0) if number >= 1000 else (total, current)
        else:
            current += number
        end += 1
        if tokens.word(end) == "-" and tokens.word(end + 1) in numbers:
            end += 1
        if tokens.word(end) == "and" and current >= 100 and numbers.get(tokens.word(end + 1), 100) < 100:
            end += 1
    return end - (tokens.word(end - 1) == "-"), total + current


def _can_follow(current: int, number: int) -> bool:
    """Whether ``number`` continues a number word that has come to ``current``."""
    if number >= 100:
        return current < 100 or number >= 1000
    if current % 100 == 0:
        return True
    return current % 100 in _TENS_RANGE and current % 10 == 0 and current % 100 >= 20 and number < 10


def _ordinal_word(tokens: Tokens, index: int, tens: float, start: int) -> list[Item]:
    """``third``, and ``twenty-third`` when ``tens`` come before."""
    number = _ordinals().get(tokens.word(index))
    if number is None or (tens and (tens % 10 or tens < 20 or number > 9)):
        return []
    value = int(tens) + number
    items: list[Item] = [("ORD", index + 1, value)]
    return [*items, ("DAYWORD", index + 1, value)] if value <= 31 and start <= index else items


def _spoken_year(tokens: Tokens, index: int) -> list[Item]:
    """``nineteen ninety-six`` and ``two thousand and three``."""
    century = _small_numbers()[tokens.words[index]]
    if century == 2 and tokens.word(index + 1) == "thousand":
        end, value = _cardinal(tokens, index)
        return [("YEAR", end, int(value))] if 2000 <= value < 2100 else []
    if not 11 <= century <= 20 or tokens.word(index + 1) not in _small_numbers():
        return []
    start = index + 1
    if _small_numbers()[tokens.words[start]] >= 100:
        return []
    end, rest = _cardinal(tokens, start)
    return [("YEAR", end, century * 100 + int(rest))] if 10 <= rest < 100 else []
