"""What a run of digits can be: a count, a day, a year, a clock time or a written-out numeric date."""

from __future__ import annotations

from typing import Any

from extractors.time_expressions.meanings import Count
from extractors.time_expressions.tokens import Tokens

#: A symbol of the grammar, the index of the token after it, and what it stands for.
Item = tuple[str, int, Any]

_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_MONEY = frozenset("$€£¥#№")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_LARGE = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_LONGEST_NUMBER, _LARGEST_NUMBER = 9, 10**13


def numeral_items(tokens: Tokens, index: int) -> list[Item]:
    """Items that begin at the digits at ``index``; none inside a longer number, a price or a percentage."""
    if _is_inside_number(tokens, index) or len(tokens.words[index]) > _LONGEST_NUMBER:
        return []
    items = _numeric_date(tokens, index) or _clock(tokens, index)
    return items or _plain(tokens, index)


def apostrophe_items(tokens: Tokens, index: int) -> list[Item]:
    """``'98`` as a year and ``'90s`` as a decade."""
    digits = tokens.word(index + 1)
    if len(digits) != 2 or not digits.isdecimal() or not tokens.is_glued(index + 1) or _ends_word(tokens, index):
        return []
    number = int(digits)
    year = number + (2000 if number < 40 else 1900)
    if tokens.is_glued(index + 2) and tokens.word(index + 2) == "s":
        return [("DECADE", index + 3, year // 10)] if number % 10 == 0 else []
    return [("YEAR", index + 2, year)]


def _ends_word(tokens: Tokens, index: int) -> bool:
    return tokens.is_glued(index) and tokens.word(index - 1).isalnum()


def _is_inside_number(tokens: Tokens, index: int) -> bool:
    if not tokens.is_glued(index):
        return False
    before = tokens.word(index - 1)
    if before in _MONEY or before.isalpha():
        return True
    return before in {".", ",", ":"} and tokens.is_glued(index - 1) and tokens.word(index - 2).isdecimal()


def _plain(tokens: Tokens, index: int) -> list[Item]:
    digits, end = tokens.words[index], index + 1
    number = int(digits)
    following = tokens.word(end) if tokens.is_glued(end) else ""
    if following in _ORDINAL_ENDINGS:
        return _ordinal(number, end + 1)
    if following == "s" and len(digits) in {3, 4} and number % 10 == 0:
        return [("DECADE", end + 1, number // 10)]
    if following == "s" and len(digits) == 2 and number % 10 == 0 and number >= 20:
        return [("DECADE", end + 1, 190 + number // 10)]
    if following and following.isalpha():
        return []
    end, value = _long_number(tokens, index)
    if _is_amount(tokens, end) or value > _LARGEST_NUMBER:
        return []
    items: list[Item] = [("NUM", end, Count(value, value))]
    if end == index + 1:
        items += _calendar_numbers(tokens, index, digits, number)
    return items


def _calendar_numbers(tokens: Tokens, index: int, digits: str, number: int) -> list[Item]:
    items: list[Item] = []
    is_slashed = "/" in {tokens.word(index + 1), tokens.word(index - 1)}
    if 1 <= number <= 31 and len(digits) <= 2 and not is_slashed:
        items.append(("DAY", index + 1, number))
    if len(digits) == 4 and 1000 <= number <= 2199:
        items.append(("YEAR", index + 1, number))
        items += _year_span(tokens, index, number)
    if len(digits) == 2:
        items.append(("YY", index + 1, number))
    if len(digits) <= 4 and number > 0:
        items.append(("ANYYEAR", index + 1, number))
    return items


def _year_span(tokens: Tokens, index: int, first: int) -> list[Item]:
    """``2019-20`` and ``2019/20``: two years that follow each other."""
    if tokens.word(index + 1) not in {"-", "/"} or not (tokens.is_glued(index + 1) and tokens.is_glued(index + 2)):
        return []
    digits = tokens.word(index + 2)
    if not digits.isdecimal() or len(digits) not in {2, 4}:
        return []
    last = int(digits) if len(digits) == 4 else first // 100 * 100 + int(digits)
    if len(digits) == 2 and last < first:
        last += 100
    return [("YEARSPAN", index + 3, (first, last))] if last == first + 1 else []


def _ordinal(number: int, end: int) -> list[Item]:
    items: list[Item] = [("ORD", end, number)]
    if 1 <= number <= 31:
        items.append(("DAY", end, number))
        items.append(("NTH", end, number))
    return items


def _long_number(tokens: Tokens, index: int) -> tuple[int, float]:
    """``1,200``, ``2.5``, ``2 1/2``, ``2½``, ``2.5 million``: the index after the number, and the number."""
    value, end = float(int(tokens.words[index])), index + 1
    while _continues(tokens, end, ",", 3):
        value, end = value * 1000 + int(tokens.words[end + 1]), end + 2
    if _continues(tokens, end, ".", None):
        decimals = tokens.words[end + 1][:6]
        value, end = value + int(decimals) / 10 ** len(decimals), end + 2
    if tokens.word(end) in _FRACTIONS:
        return end + 1, value + _FRACTIONS[tokens.words[end]]
    if tokens.words[end : end + 3] in (["1", "/", "2"], ["and", "a", "half"]):
        return end + 3, value + 0.5
    return (end + 1, value * _LARGE[tokens.words[end]]) if tokens.word(end) in _LARGE else (end, value)


def _continues(tokens: Tokens, end: int, mark: str, length: int | None) -> bool:
    digits = tokens.word(end + 1)
    is_number = digits.isdecimal() and (length is None or len(digits) == length)
    return tokens.word(end) == mark and is_number and tokens.is_glued(end) and tokens.is_glued(end + 1)


def _is_amount(tokens: Tokens, end: int) -> bool:
    """A percentage, or the whole part of a fraction or a score (``3-2`` is left to the patterns)."""
    following = tokens.word(end)
    return following in {"%", "percent", "pct", "€", "$"} or (following == "per" and tokens.word(end + 1) == "cent")


def _glued_numbers(tokens: Tokens, index: int, mark: str, most: int) -> list[str]:
    """Digits joined by ``mark`` without white space, at most ``most`` of them."""
    numbers, end = [tokens.words[index]], index + 1
    while len(numbers) < most and tokens.word(end) == mark and tokens.word(end + 1).isdecimal():
        if not (tokens.is_glued(end) and tokens.is_glued(end + 1)):
            break
        numbers.append(tokens.words[end + 1])
        end += 2
    return numbers


def _numeric_date(tokens: Tokens, index: int) -> list[Item]:
    for mark in "-/.":
        numbers = _glued_numbers(tokens, index, mark, 4)
        if len(numbers) in {2, 3} and all(len(number) <= 4 for number in numbers):
            items = _three_numbers(numbers, index) if len(numbers) == 3 else _two_numbers(numbers, mark, index)
            if items:
                return items
    return []


def _three_numbers(numbers: list[str], index: int) -> list[Item]:
    first, second, third = (int(number) for number in numbers)
    if len(numbers[0]) == 4:
        is_date = 1 <= second <= 12 and 1 <= third <= 31
        return [("ISODATE", index + 5, (first, second, third))] if is_date else []
    if len(numbers[2]) == 4 or (len(numbers[2]) == 2 and len(numbers[0]) <= 2):
        year = third if len(numbers[2]) == 4 else third + (2000 if third < 40 else 1900)
        if min(first, second) >= 1 and min(first, second) <= 12 and max(first, second) <= 31:
            return [("NUMDATE", index + 5, (first, second, year))]
    return []


def _two_numbers(numbers: list[str], mark: str, index: int) -> list[Item]:
    first, second = int(numbers[0]), int(numbers[1])
    is_month = mark == "-" and len(numbers[0]) == 4 and len(numbers[1]) == 2 and 1 <= second <= 12
    if is_month and second <= 12 and (first // 100 * 100 + second) <= first:
        return [("ISOMONTH", index + 3, (first, second))]
    both_small = max(len(numbers[0]), len(numbers[1])) <= 2
    if mark == "/" and both_small and min(first, second) >= 1 and min(first, second) <= 12 and max(first, second) <= 31:
        return [("DAYMONTH", index + 3, (first, second))]
    return []


def _clock(tokens: Tokens, index: int) -> list[Item]:
    digits = tokens.words[index]
    hour, minute, end = int(digits) if len(digits) <= 2 else 99, None, index + 1
    for mark in ":.":
        numbers = _glued_numbers(tokens, index, mark, 3)
        if len(numbers) > 1 and len(numbers[1]) == 2 and int(numbers[1]) < 60:
            minute, end, colon = int(numbers[1]), index + 2 * len(numbers) - 1, mark == ":"
            break
    else:
        colon = False
    half, after = _half_of_day(tokens, end)
    if half is None and not colon:
        return _military(tokens, index)
    if hour > 24 or (half is not None and not 1 <= hour <= 12):
        return []
    if half is not None:
        hour, end = hour % 12 + (12 if half == "p" else 0), after
    return [("CLOCK", _after_place_time(tokens, end), f"{hour:02d}:{minute or 0:02d}")]


def _after_place_time(tokens: Tokens, end: int) -> int:
    """The index after "Nairobi time" or "New York time", which say whose clock it is."""
    for length in (1, 2):
        is_place = all(tokens.is_capital(place) for place in range(end, end + length))
        if is_place and tokens.word(end + length) == "time" and not tokens.is_capital(end + length):
            return end + length + 1
    return end


def _half_of_day(tokens: Tokens, end: int) -> tuple[str | None, int]:
    """``a`` or ``p`` when am, pm, a.m. or p.m. stands at ``end``, and the index after it."""
    word = tokens.word(end)
    if word in {"am", "pm"}:
        return word[0], end + 1
    if word in {"a", "p"} and tokens.word(end + 1) == "." and tokens.word(end + 2) == "m":
        return word, end + (4 if tokens.word(end + 3) == "." else 3)
    return None, end


def _military(tokens: Tokens, index: int) -> list[Item]:
    """``0930 GMT`` and ``9 o'clock``."""
    digits = tokens.words[index]
    if len(digits) == 4 and tokens.word(index + 1) in {"gmt", "utc", "hours", "hrs"} and int(digits[:2]) < 25:
        if int(digits[2:]) < 60:
            return [("CLOCK", index + 1, f"{digits[:2]}:{digits[2:]}")]
    elif len(digits) <= 2 and int(digits) <= 24 and tokens.words[index + 1 : index + 4] == ["o", "'", "clock"]:
        return [("CLOCK", index + 4, f"{int(digits):02d}:00")]
    return []
