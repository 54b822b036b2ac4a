"""Days that mean those of a certain year."""

from __future__ import annotations

from datetime import date

import pytest

from extractors import lexicons
from extractors.days import Days
from extractors.time_expressions import find


def _examples(name: str) -> list[str]:
    return [example for entry in lexicons.load("time_known_days")["known_day"] for example in entry[name]]


@pytest.mark.parametrize("example", [*_examples("examples"), *_examples("counter_examples")])
def test_an_example_means_what_it_says(example: str) -> None:
    """All expressions in brackets, in order."""
    spoken, text, *values = (part.strip() for part in example.split(" | "))
    plain = text.replace("[", "").replace("]", "")
    rows = [row for row in find(plain, date.fromisoformat(spoken)) if "-" in row.timex_value]
    assert [row.timex_value for row in rows] == values


def test_a_day_told_with_its_year_keeps_it_on_its_page() -> None:
    """Once is enough; not where it comes again each year, nor ahead."""
    day = date(2025, 11, 3)
    text = "The dam broke on 5 March 2019. The report tells of failures on 5 March."
    assert find(text, day)[-1].first_day == date(2019, 3, 5)
    assert find(text + " It will be shown on 5 March.", day)[-1].first_day == date(2026, 3, 5)
    assert find(text + " They spoke at the 5 March memorial.", day)[-1].first_day == date(2025, 3, 5)


def test_it_is_not_known_before_it_was() -> None:
    """A text that may speak from before the day is read like any other, for all days it may speak from."""
    text = "He fled after the Sept. 11 attacks."
    assert find(text, date(1999, 3, 1))[0].first_day == date(1998, 9, 11)
    either = find(text, Days(date(2001, 8, 1), date(2002, 8, 1)))[0]
    assert either.first_day is not None
    assert either.last_day is not None
    assert either.first_day <= date(2001, 9, 11) <= either.last_day


def test_it_places_nothing_else() -> None:
    """The year of a known day is not that of its sentence."""
    *_, last = find("After the Jan. 6 riot he was tried, and in March he was freed.", date(2025, 11, 3))
    assert last.timex_value == "2025-03"
