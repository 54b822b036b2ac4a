"""What digits can be."""

from __future__ import annotations

import pytest

from extractors.time_expressions.numerals import apostrophe_items, numeral_items
from extractors.time_expressions.tokens import tokenize


def _items(text: str, index: int = 0) -> dict[str, object]:
    return {symbol: value for symbol, _, value in numeral_items(tokenize(text), index)}


@pytest.mark.parametrize(
    ("text", "symbol", "value"),
    [
        ("2014", "YEAR", 2014),
        ("1990s", "DECADE", 199),
        ("21st", "DAY", 21),
        ("2019-20", "YEARSPAN", (2019, 2020)),
        ("2024-02-29", "ISODATE", (2024, 2, 29)),
        ("3/9/2022", "NUMDATE", (3, 9, 2022)),
        ("20/2", "DAYMONTH", (20, 2)),
        ("7:15 p.m.", "CLOCK", "19:15"),
        ("12 a.m.", "CLOCK", "00:00"),
        ("9 o'clock", "CLOCK", "09:00"),
        ("0930 GMT", "CLOCK", "09:30"),
    ],
)
def test_readings(text: str, symbol: str, value: object) -> None:
    """Each way to write a time in digits is read."""
    assert _items(text)[symbol] == value


@pytest.mark.parametrize("text", ["19 %", "19%", "1/2/3/4/5", "9" * 40, "99:99"])
def test_no_calendar_number(text: str) -> None:
    """Percentages, scores and runs of digits are no days, years or clock times."""
    assert not {"DAY", "YEAR", "CLOCK", "ISODATE", "NUMDATE"} & _items(text).keys()


def test_prices_and_parts_of_numbers_are_nothing() -> None:
    """Digits after a currency sign, a letter or a decimal point give no items."""
    assert numeral_items(tokenize("$2014"), 1) == []
    assert numeral_items(tokenize("1.2014"), 2) == []
    assert numeral_items(tokenize("F2014"), 1) == []


def test_apostrophe_years() -> None:
    """'98 is 1998, '90s a decade, but not after a word."""
    assert apostrophe_items(tokenize("'98"), 0) == [("YEAR", 2, 1998)]
    assert apostrophe_items(tokenize("'90s"), 0) == [("DECADE", 3, 199)]
    assert apostrophe_items(tokenize("boys'98"), 1) == []


def test_a_clock_takes_the_place_whose_time_it_is() -> None:
    """The words "Nairobi time" belong to the clock; a name after it does not."""
    ends = {text: numeral_items(tokenize(text), 0)[0][1] for text in ("5:34 PM Nairobi time", "5:34 PM Nairobi Times")}
    assert ends == {"5:34 PM Nairobi time": 6, "5:34 PM Nairobi Times": 4}
